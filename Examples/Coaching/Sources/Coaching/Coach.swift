public import Atrium

/// Meets the members of a team that the coach looks after, without leading the team.
public struct Coach: Role {
    /// The identity of the role.
    public static let id: RoleID = "coach"

    public let rank = 50
    public let level = RoleLevel.team
    // Without them, coaches would not find the people whom they meet.
    public let permissions: Set<Permission> = [.viewMembers, .viewTeams]

    public var id: RoleID { Self.id }

    init() {}
}
