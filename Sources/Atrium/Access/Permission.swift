/// The right to do one kind of thing. The module that checks it also declares it, with its default grants.
public struct Permission: Sendable, Hashable, CustomStringConvertible {
    /// The name, `<module>.<words>`, as errors and the audit chain show it.
    public let id: String
    /// To whom the permission is granted by default. A role can name further permissions.
    public let grants: [Grant]

    /// To whom a permission is granted.
    public enum Grant: Sendable, Hashable {
        /// Members who hold the role, for the organization or for the role's team.
        case role(RoleID)
        /// Every active member, for the whole organization.
        case everyMember
        /// Every active member, for themselves.
        case oneself
        /// Everybody who has signed in, as a member or not.
        case anyAccount
        /// Everybody, even without signing in.
        case anyone
        /// The people who run the platform, in each of its organizations: ``Platform/operator(_:)``. If a permission is granted
        /// only to operators, no role has it, unless the role names it.
        case `operator`

        /// Administrators, for the whole organization.
        public static let administrator = role(.administrator)
        /// Managers, for the whole organization.
        public static let manager = role(.manager)
        /// Supervisors, for each team that they look after.
        public static let supervisor = role(.supervisor)
    }

    /// Declares a permission. The id starts with the module's id and a dot; without grants, only roles that name the permission
    /// have it.
    public init(_ id: StaticString, grantedTo grants: Grant...) {
        self.id = id.description
        self.grants = grants
    }

    public var description: String { id }

    /// Whether the part after the module's id consists of words that a log file and a list can show unchanged.
    var isWellNamed: Bool {
        TextRule.isLine(id, upTo: 200) && TextRule.isLabel(String(id.drop { $0 != "." }.dropFirst()), upTo: 200)
    }

    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The part of an organization for which a permission is checked.
public enum Scope: Sendable, Hashable {
    /// The whole organization.
    case organization
    /// One team. A permission that is held for the organization is held for each of its teams.
    case team(TeamID)
    /// A member, for a row that belongs to this member. The permission is held by those who have it for the organization or for
    /// any of the member's teams, and by the member, if it is granted to ``Permission/Grant/oneself``.
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

/// The permissions that the kernel itself checks. An integrator's role can name them.
extension Permission {
    static let enter = Permission("kernel.enter", grantedTo: .anyAccount)
    /// See the organization with its settings.
    public static let viewOrganization = Permission("kernel.view organization", grantedTo: .everyMember, .operator)
    /// Change the name, the language, the time zone and the first day of the week.
    public static let changeSettings = Permission("kernel.change settings", grantedTo: .administrator)
    /// Change the slug under which the organization is looked up.
    public static let changeSlug = Permission("kernel.change slug", grantedTo: .administrator, .operator)
    /// See members with their roles and teams.
    public static let viewMembers = Permission(
        "kernel.view members", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Find active members by address or name, to add them to a team.
    public static let findMembers = Permission("kernel.find members", grantedTo: .administrator, .supervisor)
    /// Rename, deactivate, reactivate and remove members.
    public static let manageMembers = Permission("kernel.manage members", grantedTo: .administrator)
    /// End the principal's own membership.
    public static let leave = Permission("kernel.leave", grantedTo: .oneself)
    /// Grant and revoke roles. ``Roles`` says which ones.
    public static let grantRoles = Permission("kernel.grant roles", grantedTo: .administrator)
    /// See teams.
    public static let viewTeams = Permission("kernel.view teams", grantedTo: .administrator, .manager, .supervisor)
    /// Create, rename, archive and unarchive teams.
    public static let manageTeams = Permission("kernel.manage teams", grantedTo: .administrator)
    /// Add members to a team, and take them out.
    public static let manageTeamMembers = Permission(
        "kernel.manage team members", grantedTo: .administrator, .supervisor)
    /// Check the audit chain.
    public static let viewAudit = Permission("kernel.view audit", grantedTo: .administrator)

    /// See failed jobs, and restart them.
    public static let manageFailedJobs = Permission("kernel.manage failed jobs", grantedTo: .administrator, .operator)
    /// Let a person's address pass to another person, in the whole platform.
    static let releaseAddress = Permission("kernel.release address", grantedTo: .operator)
    /// Only for modules, when they handle events after the commit.
    static let handleEvents = Permission("kernel.handle events")
    /// Only for modules, for work in their own name. The audit chain shows it in place of a permission.
    static let system = Permission("kernel.system work")

    static let kernel = [
        enter, viewOrganization, changeSettings, changeSlug, viewMembers, findMembers, manageMembers, leave,
        grantRoles, viewTeams, manageTeams, manageTeamMembers, viewAudit, manageFailedJobs, releaseAddress,
        handleEvents,
        system,
    ]
}
