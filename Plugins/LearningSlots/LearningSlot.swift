public import Atrium

public import struct Foundation.Date

/// A team's fixed time for learning in the week.
public struct LearningSlot: Sendable, Equatable {
    /// Stays the same when the schedule changes.
    public let id: ID<LearningSlot>
    /// The team whose members are invited.
    public let team: TeamID
    /// When it takes place.
    public let schedule: SlotSchedule
    /// The member who set it, or changed it last.
    public let setBy: MemberID
    /// Increases with every change, even if the clock does not.
    public let changedAt: Date
    /// Since when it takes place at its time: its weekday, its hour and its length.
    let timedAt: Date
    /// When it was ended; `nil` while it takes place.
    let endedAt: Date?

    static let columns: SQL = """
        s.id, s.team_id, s.weekday, s.hour, s.minute, s.minutes, s.time_zone, s.first_day, s.last_day, s.set_by,
        s.changed_at, s.ended_at, s.timed_at
        """

    init(_ row: Row) throws {
        (id, team) = (try row[0], try row[1])
        schedule = try SlotSchedule(row, from: 2)
        (setBy, changedAt, endedAt, timedAt) = (try row[9], try row[10], try row[11], try row[12])
    }
}

/// A slot with the name of its team, and what was learned in it.
public struct SlotUse: Sendable, Equatable {
    /// The slot.
    public let slot: LearningSlot
    /// The name of the team.
    public let team: String
    /// How often it took place in the last 28 days, since it has its present time.
    public let times: Int
    /// The minutes that the team's present members learned in it then. Only those who may see what the members
    /// of the team learn get the number; for all others it is `nil`.
    public let minutes: Int?
}
