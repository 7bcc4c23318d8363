/// What a member may do in an organization, beyond what every member may.
///
/// Integrators add roles by conforming and give them to the platform's configuration; modules contribute theirs to
/// `ExtensionPoint.roles`.
///
/// What few roles need has a default: a role of the whole organization that grants by the permissions' own defaults, excludes
/// none, and is granted by hand, is an id and a rank.
public protocol Role: Sendable {
    var id: RoleID { get }
    /// What people read, in a language given as a tag of BCP 47.
    func name(in language: String) -> String
    /// Who ranks lower acts on nobody who ranks higher. Member 0, supervisor 100, manager 200, administrator 300.
    var rank: Int { get }
    /// Whether it is held for the whole organization or for one team at a time.
    var reach: RoleReach { get }
    /// Granted beside the permissions that name this role in their own default grants.
    var permissions: Set<Permission> { get }
    /// Roles that nobody may hold together with this one in an organization.
    var exclusions: Set<RoleID> { get }
    /// Whether only its module hands it out; nobody grants a reserved role by hand.
    var isReserved: Bool { get }
}

extension Role {
    /// The words of the id, in English: `course-author` is "Course author".
    public func name(in language: String) -> String {
        let words = id.rawValue.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    public var reach: RoleReach { .organization }
    public var permissions: Set<Permission> { [] }
    public var exclusions: Set<RoleID> { [] }
    public var isReserved: Bool { false }

    /// What is wrong with it, as sentences.
    var faults: [String] {
        var faults: [String] = []
        if RoleID(id.rawValue) == nil { faults.append("role id '\(id)' is not [a-z][a-z0-9-]{0,99}; rename it") }
        if rank < 0 { faults.append("role '\(id)' ranks \(rank), below every member; choose 0 or more") }
        return faults
    }
}

public enum RoleReach: Sendable { case organization, team }

/// The four roles of every platform; modules name them in their permissions' default grants.
public struct StandardRole: Role {
    public let id: RoleID
    public let rank: Int
    public let reach: RoleReach
    public let exclusions: Set<RoleID>

    /// Manages members, roles, invitations and teams; grants every role that is not reserved.
    public static let administrator = StandardRole(id: .administrator, rank: 300, reach: .organization, exclusions: [])
    /// Sees the organization's and every team's analytics, and changes nothing of it.
    public static let manager = StandardRole(id: .manager, rank: 200, reach: .organization, exclusions: [])
    /// Looks after named teams without being their member; never together with administrator.
    public static let supervisor = StandardRole(id: .supervisor, rank: 100, reach: .team, exclusions: [.administrator])
    /// What everybody is who is active.
    public static let member = StandardRole(id: .member, rank: 0, reach: .organization, exclusions: [])

    static let all: [any Role] = [administrator, manager, supervisor, member]
}

/// A role that a member holds, and for what: the whole organization or one team.
public struct Assignment: Sendable, Hashable, Codable {
    public let role: RoleID
    /// `nil` for the whole organization.
    public let team: TeamID?

    public init(_ role: RoleID, team: TeamID? = nil) { (self.role, self.team) = (role, team) }

    /// The team's id as its column holds it: the empty text stands for the organization, because NULLs are distinct.
    var teamKey: String { team?.description ?? "" }

    var scope: Scope { team.map(Scope.team) ?? .organization }
}

extension RoleID: ColumnValue {}
