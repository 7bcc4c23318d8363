/// The part of an organization for which a permission is checked.
public enum Scope: Sendable, Hashable {
    /// The whole organization.
    case organization
    /// One team. A permission that is held for the organization is held for each of its teams.
    case team(TeamID)
    /// A member, for a row that belongs to this member. The permission is held by those who have it for the organization or for
    /// any of the member's teams, and by the member, if it is granted to `.oneself`.
    ///
    /// Name the team for a row that also belongs to a team. The permission is then held for exactly this team instead of any of
    /// the member's teams, even if the member has left it. Without the name, the supervisors of all of the member's teams may
    /// do what only that team's supervisors should be able to do.
    case member(MemberID, of: TeamID? = nil)
    /// Any scope: the principal must have the permission in at least one. The body then calls `require` with the scope that a
    /// row names.
    case anywhere
    /// The organization, or at least one team. This is ``anywhere`` without the member's own affairs.
    case anyTeam
}

/// The scopes in which a principal holds a permission, for lists.
///
/// A row that belongs to a member and a team is in the reach if the reach has everyone, the row's team, or the member as
/// `oneself`. A row that belongs only to a member is in the reach if the reach has everyone, any of the member's teams, or the
/// member as `oneself`. These are the rules of ``Scope/member(_:of:)``.
public struct Reach: Sendable, Equatable {
    /// Whether the reach is the whole organization.
    public let everyone: Bool
    /// The teams, if it is not the whole organization.
    public let teams: Set<TeamID>
    /// The principal, if the permission is granted to oneself.
    public let oneself: MemberID?
}
