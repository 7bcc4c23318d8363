public import AtriumStorage

/// The state of an organization in the directory.
public enum OrganizationState: String, Sendable, ColumnValue, CaseIterable {
    /// It is being created; its file may not exist yet.
    case creating
    /// Its members can use it, and its recurring work runs.
    case active
    /// Closed to everybody until it is resumed.
    case suspended
    /// Its file is being removed.
    case deleting
    /// It was deleted. Only its id and the time of its creation are left.
    case deleted
}
