public import struct Foundation.Date

public typealias TeamID = ID<any Team>

/// A group of members, by any criterion; a member may be in several.
public protocol Team: Sendable {
    var id: TeamID { get }
    var name: String { get }
}

/// A team as the kernel stores it.
public struct StoredTeam: Team, Equatable {
    public let id: TeamID
    public let name: String
    /// When the team was closed; its history stays.
    public let archivedAt: Date?

    static let columns: SQL = "t.id, t.name, t.archived_at"

    init(_ row: Row) throws { (id, name, archivedAt) = (try row[0], try row[1], try row[2]) }
}

/// A time that a member spent in a team.
public struct TeamPeriod: Sendable, Equatable {
    public let team: TeamID
    public let from: Date
    /// `nil` while it lasts.
    public let until: Date?
    /// Whether it began with the member's first act of joining: all that one unit of work joins is one act.
    public let isFirst: Bool
}

public enum TeamError: String, Error, CustomStringConvertible {
    case unknown = "there is no such team in this organization; look it up again"
    case archived = "the team is archived; choose another or create one"
    case notArchived = "the team is not archived; nothing is to be done"
    case nameTaken = "another team has this name; choose a different one, or rename that team first"
    case alreadyIn = "the member is in the team already; nothing is to be done"
    case notIn = "the member is not in the team; look the membership up again"

    public var description: String { rawValue }
}
