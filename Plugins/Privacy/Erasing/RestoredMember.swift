public import Atrium

/// A member whom an older file has brought back after an erasure.
public struct RestoredMember: Sendable, Equatable, Identifiable {
    /// The member.
    public let id: MemberID
    /// The member's name, as far as the principal may view the member.
    public let name: String?
}

/// Why no administrator is replaced.
public enum ReplacementError: String, ExplainedError {
    /// The organization has an administrator who was not erased.
    case administratorPresent =
        "the organization has another administrator, or no erased one; an administrator can grant the role"
}

/// Members whom the directory lists as erased are in the file again, and cannot be erased. Administrators and operators read it
/// as the error of failed work.
struct RefusedErasures: Error, CustomStringConvertible {
    let count: Int
    /// The first of them.
    let member: MemberID
    let cause: any Error

    var description: String {
        "members who were erased are back with an older file, and cannot be erased again (members: \(count)); the first is "
            + "\(member): \(cause)"
    }
}
