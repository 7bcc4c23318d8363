/// A role: what a member may do in an organization, in addition to what every member may do.
///
/// Integrators conform to this protocol and give their roles to the platform's configuration. Modules contribute their roles to
/// `ExtensionPoint.roles`.
///
/// Only an id and a rank are required; everything else has a default. By default a role is for the whole organization, has only
/// the permissions whose default grants name it, excludes no other role, and is granted by people.
public protocol Role: Sendable {
    /// The role's identity, as rows and permissions name it.
    var id: RoleID { get }
    /// The name that people read. `language` is a tag of BCP 47.
    func name(in language: String) -> String
    /// A member cannot act on somebody of higher rank. The standard ranks are member 0, supervisor 100, manager 200,
    /// administrator 300.
    var rank: Int { get }
    /// Whether a member holds it for the whole organization, or for one team at a time.
    var level: RoleLevel { get }
    /// Permissions in addition to those whose default grants name this role.
    var permissions: Set<Permission> { get }
    /// Roles that a member cannot hold together with this one.
    var exclusions: Set<RoleID> { get }
    /// Whether only the role's module grants it. People cannot grant a reserved role.
    var isReserved: Bool { get }
}

extension Role {
    /// The words of the id in English: `course-author` is "Course author".
    public func name(in language: String) -> String {
        let words = id.rawValue.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    public var level: RoleLevel { .organization }
    public var permissions: Set<Permission> { [] }
    public var exclusions: Set<RoleID> { [] }
    public var isReserved: Bool { false }

    var held: AccessRules.HeldRole { .init(id: id, isForTeam: level == .team) }
}

/// The four roles of every platform. Modules name them in the default grants of their permissions.
public struct StandardRole: Role {
    public let id: RoleID
    public let rank: Int
    public let level: RoleLevel
    public let exclusions: Set<RoleID>

    /// Manages members, roles, invitations and teams, and grants every role that is not reserved.
    public static let administrator = StandardRole(id: .administrator, rank: 300, level: .organization, exclusions: [])
    /// Sees the analytics of the organization and of every team, suggests courses to people and sets goals for them. Changes no
    /// member, role, invitation or team.
    public static let manager = StandardRole(id: .manager, rank: 200, level: .organization, exclusions: [])
    /// Looks after named teams without being a member of them. A member cannot be supervisor and administrator at the same
    /// time.
    public static let supervisor = StandardRole(id: .supervisor, rank: 100, level: .team, exclusions: [.administrator])
    /// The role of every active member.
    public static let member = StandardRole(id: .member, rank: 0, level: .organization, exclusions: [])

    static let all: [any Role] = [administrator, manager, supervisor, member]
}

/// A role that a member holds, for the whole organization or for one team.
public struct Assignment: Sendable, Hashable, Codable {
    /// The role that is held.
    public let role: RoleID
    /// The team; `nil` for the whole organization.
    public let team: TeamID?

    /// A role for a team, or for the whole organization.
    public init(_ role: RoleID, team: TeamID? = nil) { (self.role, self.team) = (role, team) }

    /// The team's id in the form of the column. The empty text means the organization. NULL would not work, because two NULLs
    /// do not count as equal.
    var teamKey: String { team?.description ?? "" }

    var scope: Scope { team.map(Scope.team) ?? .organization }
}
