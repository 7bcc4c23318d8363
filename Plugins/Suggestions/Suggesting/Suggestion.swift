public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A course that a member suggests to an audience.
public struct Suggestion: Sendable, Equatable {
    /// The id stays the same when the note or the due date changes. A suggestion that is made again after its withdrawal has a
    /// new id.
    public let id: ID<Suggestion>
    /// The suggested course.
    public let course: CourseID
    /// The people to whom the course is suggested.
    public let audience: Audience
    /// Plain text, which may be empty.
    public let note: String
    /// When the course is due; `nil` without a due date.
    public let due: Due?
    /// The member who suggests the course.
    public let suggestedBy: MemberID
    /// The role in which that member acted.
    public let role: RoleID
    /// When the suggestion was made. Later changes do not change this date.
    public let suggestedAt: Date
    /// `nil` if the suggestion is not withdrawn.
    public let withdrawnAt: Date?

    /// When the present due date was set.
    let dueSince: Date
    /// Increases with every change, even if the clock does not.
    let changedAt: Date

    static let columns: SQL = """
        s.id, s.course_id, s.audience, s.note, s.due_day, s.due_after, s.suggested_by, s.suggested_as, s.suggested_at,
        s.withdrawn_at, s.due_since, s.changed_at
        """

    init(_ row: Row) throws {
        (id, course, audience, note) = (try row[0], try row[1], try row[2], try row[3])
        due = Due(day: try row[4], daysAfterJoining: try row[5])
        (suggestedBy, role, suggestedAt, withdrawnAt) = (try row[6], try row[7], try row[8], try row[9])
        (dueSince, changedAt) = (try row[10], try row[11])
    }
}

/// The text that a member adds to a suggestion or a goal.
enum Note {
    /// Throws unless it is a text of up to 1,000 characters: see `TextRule.isText`.
    static func check(_ text: String) throws {
        guard TextRule.isText(text, upTo: 1_000) else { throw SuggestionError.invalidNote }
    }
}

/// Why a suggestion, an answer, a goal or a calendar is refused.
public enum SuggestionError: String, ExplainedError {
    /// Another member made the suggestion. Only that member can change it, and only that member or an administrator can withdraw
    /// it.
    case notOwn =
        "another member made this suggestion; suggest the course yourself, or ask that member or an administrator"
    /// There is no such suggestion, it is withdrawn, or it is not in the principal's reach or not addressed to the member.
    case unknown = "there is no such suggestion here, or it was withdrawn; look it up again"
    /// The course takes no new enrolments.
    case courseRetired = "the course is retired; restore it before suggesting it"
    /// The note is too long or has characters that are not allowed.
    case invalidNote = """
        a note has at most 1,000 characters, no control characters except tabs and line breaks, and no text direction that is \
        overridden or left open; change it
        """
    /// The due date is outside the calendar, or more than 3,650 days after joining.
    case invalidDue = "a due day is in the years 1583 to 9999, or up to 3,650 days after joining; correct it"
    /// More than 1,000 courses were to be marked as seen.
    case tooManyCourses = "at most 1,000 courses can be marked as seen at a time; mark them in parts"
    /// The audience would have more than 200 suggestions that are not withdrawn.
    case tooMany = "an audience has at most 200 suggestions; withdraw one first"
    /// The answer is the same for an unknown, revoked, foreign or misspelt token, and for the token of a person who is no
    /// longer an active member.
    case invalidCalendar = "this calendar address does not work, or no longer works; create a new one"
    /// The number of days without activity is not in the range from 1 to 365.
    case invalidRest = "a member is stuck after 1 to 365 days without activity; choose a number in this range"
    /// The principal is not a member.
    case noSuggester = "suggestions and goals show the name of a person; make them as a member"
}
