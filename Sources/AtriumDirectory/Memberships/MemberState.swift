public import AtriumStorage

/// The states of a member.
public enum MemberState: String, Sendable, ColumnValue, CaseIterable {
    /// Has access, and uses a seat.
    case active
    /// Has neither access nor a seat, but keeps roles, teams and history.
    case deactivated
    /// Has neither access nor roles nor teams. The history stays, and an invitation can bring the person back.
    case removed
    /// Was removed, and nothing is left that says who the person was. An invitation makes the person another member.
    case erased
}
