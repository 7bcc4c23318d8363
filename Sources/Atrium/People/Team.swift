public import struct Foundation.Date

/// The identity of a team.
public typealias TeamID = ID<any Team>

/// A group of members. The organization decides what its teams mean. A member can be in several teams.
public protocol Team: Sendable {
    /// The team's identity; it stays the same when the team is renamed or archived.
    var id: TeamID { get }
    /// The name that people read, unique among the teams that are not archived.
    var name: String { get }
}

/// A team as the kernel stores it.
public struct StoredTeam: Team, Equatable {
    public let id: TeamID
    public let name: String
    /// When the team was archived; `nil` while it is open. Its history stays.
    public let archivedAt: Date?

    static let columns: SQL = "t.id, t.name, t.archived_at"

    init(_ row: Row) throws { (id, name, archivedAt) = (try row[0], try row[1], try row[2]) }
}

/// A period that a member spent in a team.
public struct TeamPeriod: Sendable, Equatable {
    /// The team that the member was in.
    public let team: TeamID
    /// When the member joined the team.
    public let from: Date
    /// When the period ended; `nil` while it lasts.
    public let until: Date?
    /// Whether the period began with the member's first act of joining. If one unit of work adds the member to several teams,
    /// this is one act.
    public let isFirst: Bool
}
