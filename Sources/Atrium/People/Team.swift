public import struct Foundation.Date

/// The identity of a team.
public typealias TeamID = ID<any Team>

/// A group of members, by any criterion. A member can be in several teams.
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
    /// Whether the period began with the member's first act of joining. All that one unit of work joins is one act.
    public let isFirst: Bool
}

/// Why an act on a team is refused. Each case says what to do instead.
public enum TeamError: String, Error, CustomStringConvertible {
    /// No team of this organization has the id.
    case unknown = "there is no such team in this organization; look it up again"
    /// The team is archived, and the act needs an open one.
    case archived = "the team is archived; choose another or create one"
    /// The team is open already.
    case notArchived = "the team is not archived; there is nothing to do"
    /// Another team that is not archived has the name.
    case nameTaken = "another team has this name; choose a different one, or rename that team first"
    /// The member is in the team now.
    case alreadyIn = "the member is in the team already; there is nothing to do"
    /// The member is not in the team now.
    case notIn = "the member is not in the team; look the membership up again"

    public var description: String { rawValue }
}
