/// The right to do one kind of thing. The module that checks it also declares it, with its default grants.
public struct Permission: Sendable, Hashable, CustomStringConvertible {
    /// The name, `<module>.<words>`, as errors and the audit chain show it.
    public let id: String
    /// To whom the permission is granted by default. A role can name further permissions.
    public let grants: [Grant]
    /// The grants that each organization may add or take away: roles, and every member.
    public let adjustable: [Grant]

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
        /// The people who run the platform, in each of its organizations: `Platform.operator(_:)`. If a permission is granted
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
    /// have it. `adjustable` are the grants that each organization may add or take away.
    public init(_ id: StaticString, grantedTo grants: Grant..., adjustable: [Grant] = []) {
        (self.id, self.grants, self.adjustable) = (id.description, grants, adjustable)
    }

    init(_ other: Permission, grants: [Grant]) { (id, self.grants, adjustable) = (other.id, grants, other.adjustable) }

    public var description: String { id }

    /// Whether the part after the module's id consists of words that a log file and a list can show unchanged.
    package var isWellNamed: Bool {
        TextRule.isLine(id, upTo: 200) && TextRule.isLabel(String(id.drop { $0 != "." }.dropFirst()), upTo: 200)
    }

    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
