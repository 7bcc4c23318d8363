public import Atrium
public import AtriumCourses

internal import struct Foundation.Date

/// A meeting of a coach and a member of a team that the coach looks after.
public struct CoachingSession: Sendable, Identifiable, Equatable {
    /// How far a session is.
    public enum State: String, Sendable, ColumnValue, CaseIterable {
        /// The member has completed a course. Nobody has chosen a day yet.
        case proposed
        /// It has a day.
        case planned
        /// It took place.
        case held
        /// It did not take place.
        case cancelled
    }

    public let id: ID<CoachingSession>
    /// Who is coached.
    public let member: MemberID
    /// The team that the member is in and the coach looks after.
    public let team: TeamID
    /// Who coaches.
    public let coach: MemberID
    /// How far it is.
    public let state: State
    /// The day; `nil` while it is proposed.
    public let day: Day?
    /// The completed course that it follows; `nil` if somebody planned it.
    public let course: CourseID?
    /// How long it took; `nil` until it is held.
    public let minutes: Int?
    /// How it went, in a few words.
    public let note: String
    /// When it was planned, or when the course was completed.
    let since: Date
    /// The names of the two. Who may see a session also reads their names.
    public internal(set) var memberName = "", coachName = ""

    /// Whether it may still take place.
    public var isOpen: Bool { state == .proposed || state == .planned }

    static let columns: SQL =
        "s.id, s.member_id, s.team_id, s.coach_id, s.state, s.day, s.course_id, s.minutes, s.note, s.since"

    init(_ row: Row) throws {
        (id, member, team, coach) = (try row[0], try row[1], try row[2], try row[3])
        (state, day, course) = (try row[4], try row[5], try row[6])
        (minutes, note, since) = (try row[7], try row[8], try row[9])
    }
}

/// A session took place. It is published in the same commit.
public struct SessionHeld: Event, Codable {
    /// The session.
    public let session: ID<CoachingSession>
    /// Who was coached.
    public let member: MemberID
    /// Who coached.
    public let coach: MemberID
}

/// Why something about a session is refused.
public enum CoachingError: String, ExplainedError {
    /// There is no such session, or the principal may not change it. The answer is the same for both.
    case unknown = "you may change no such session here; look at the list again"
    /// Member and coach are the same person.
    case oneself = "nobody is their own coach; choose another member"
    /// The coach does not look after a team of the member in which the principal plans sessions.
    case notTheirCoach = "this coach looks after none of the member's teams; choose a coach of one of them"
    /// The day is over.
    case past = "the day is over; choose a day from today on"
    /// The session has not come yet.
    case early = "the session has no day yet, or its day has not come; record it when it was held"
    /// The session was held or cancelled.
    case ended = "the session was held or cancelled; plan another one"
    /// The note is too long, or has several lines.
    case invalidNote = "the note is not one line of up to 500 characters; shorten it"
}
