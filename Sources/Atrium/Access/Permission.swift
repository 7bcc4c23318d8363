/// The right to do one kind of thing, declared by the module that asks for it, with whom it is granted to by default.
public struct Permission: Sendable, Hashable, CustomStringConvertible {
    /// `<module>.<words>`.
    public let id: String
    public let grants: [Grant]

    /// To whom a permission is granted.
    public enum Grant: Sendable, Hashable {
        /// Who holds the role, in the role's reach.
        case role(RoleID)
        /// Every active member, for the whole organization.
        case everyMember
        /// Every active member, for themselves.
        case oneself
        /// Who has signed in, member or not.
        case anyAccount
        /// Everybody.
        case anyone
        /// Whoever works for the platform itself, in each of its organizations: ``Platform/operator(_:)``. What is granted to
        /// operators alone no role holds, unless it names the permission.
        case `operator`

        public static let administrator = role(.administrator)
        public static let manager = role(.manager)
        public static let supervisor = role(.supervisor)
    }

    public init(_ id: StaticString, grantedTo grants: Grant...) {
        self.id = id.description
        self.grants = grants
    }

    public var description: String { id }

    /// Whether what follows the module's id is words that a log and a list show as they are.
    var isWellNamed: Bool {
        TextRule.isLine(id, upTo: 200) && TextRule.isLabel(String(id.drop { $0 != "." }.dropFirst()), upTo: 200)
    }

    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// For what a permission is asked.
public enum Scope: Sendable, Hashable {
    case organization
    case team(TeamID)
    /// Whoever holds the permission for the organization or in any of the person's teams, and the person, where granted to
    /// oneself: for a row that belongs to a person alone. One that belongs to a team as well is ``member(_:of:)``, or the
    /// supervisors of all of the person's teams may do what is meant for that team's.
    case person(MemberID)
    /// Whoever holds the permission for the organization or for exactly that team, and the person, where granted to oneself:
    /// for a row that belongs to a person and a team. The person need not be in the team any more.
    case member(MemberID, of: TeamID)
    /// At least one scope: the body then asks `require` for the one that a row names.
    case anywhere
}

/// The scopes in which a principal holds a permission, for lists.
///
/// A row of a person and a team is in it for everyone, for its team, or for oneself, as ``Scope/member(_:of:)`` is; a row of a
/// person alone for any of the person's teams, as ``Scope/person(_:)`` is.
public struct Reach: Sendable, Equatable {
    /// The whole organization.
    public let everyone: Bool
    /// The teams, when it is not everyone.
    public let teams: Set<TeamID>
    /// The principal, when granted to oneself.
    public let oneself: MemberID?
}

/// What the kernel itself asks of people. An integrator's role names these among its own.
extension Permission {
    static let enter = Permission("kernel.enter", grantedTo: .anyAccount)
    public static let viewOrganization = Permission("kernel.view organization", grantedTo: .everyMember, .operator)
    public static let changeSettings = Permission("kernel.change settings", grantedTo: .administrator)
    public static let changeSlug = Permission("kernel.change slug", grantedTo: .administrator, .operator)
    public static let viewMembers = Permission(
        "kernel.view members", grantedTo: .administrator, .manager, .supervisor, .oneself)
    public static let findMembers = Permission("kernel.find members", grantedTo: .administrator, .supervisor)
    public static let manageMembers = Permission("kernel.manage members", grantedTo: .administrator)
    public static let leave = Permission("kernel.leave", grantedTo: .oneself)
    public static let assignRoles = Permission("kernel.assign roles", grantedTo: .administrator)
    public static let viewTeams = Permission("kernel.view teams", grantedTo: .administrator, .manager, .supervisor)
    public static let manageTeams = Permission("kernel.manage teams", grantedTo: .administrator)
    public static let staffTeams = Permission("kernel.staff teams", grantedTo: .administrator, .supervisor)
    public static let readAudit = Permission("kernel.read audit", grantedTo: .administrator)

    /// See what failed and is tried again or parked, and restart it.
    public static let manageFailedJobs = Permission("kernel.manage failed jobs", grantedTo: .administrator, .operator)
    /// Let a person's address pass to another person, for the whole platform.
    static let releaseAddress = Permission("kernel.release address", grantedTo: .operator)
    /// What modules do with events after the commit; nobody else.
    static let handleEvents = Permission("kernel.handle events")
    /// What modules do in their own name; nobody else. The audit chain shows it in the place of a permission.
    static let system = Permission("kernel.system work")

    static let kernel = [
        enter, viewOrganization, changeSettings, changeSlug, viewMembers, findMembers, manageMembers, leave,
        assignRoles, viewTeams, manageTeams, staffTeams, readAudit, manageFailedJobs, releaseAddress, handleEvents,
        system,
    ]
}
