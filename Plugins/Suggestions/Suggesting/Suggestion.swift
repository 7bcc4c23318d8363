public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A course that somebody suggests to an audience.
public struct Suggestion: Sendable, Equatable {
    public let id: ID<Suggestion>
    public let course: CourseID
    public let audience: Audience
    /// Plain text, maybe empty.
    public let note: String
    public let due: Due?
    public let suggestedBy: MemberID
    /// The role in which they did.
    public let role: RoleID
    public let suggestedAt: Date
    /// `nil` while it stands.
    public let withdrawnAt: Date?

    /// Since when its due date is the present one.
    let dueSince: Date
    /// Rises with every change, also when the clock does not.
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

/// What a suggester or somebody who sets a goal adds in their own words.
enum Note {
    /// A text of up to 1,000 characters: see `TextRule.isText`.
    static func check(_ text: String) throws {
        guard TextRule.isText(text, upTo: 1_000) else { throw SuggestionError.invalidNote }
    }
}

public enum SuggestionError: String, Error, CustomStringConvertible {
    case notOwn = "somebody else suggests it, and it stands as they said it; suggest the course yourself"
    case unknown = "there is no such suggestion here, or it was withdrawn; look it up again"
    case courseRetired = "the course is retired; restore it before suggesting it"
    case invalidNote = """
        a note has at most 1,000 characters, no control character but tabs and line breaks, and no direction that is \
        overridden or left open; change it
        """
    case invalidDue = "a due day lies in the years 1583 to 9999, or up to 3,650 days after joining; correct it"
    case tooManyCourses = "at most 1,000 courses are marked as seen at a time; mark them in parts"
    case tooMany = "200 courses are suggested to this audience; withdraw one first"
    /// The same answer to an unknown, revoked, foreign and misspelt token, and to that of who is no active member any more.
    case invalidCalendar = "this calendar cannot be opened (any more); make a new address for it"
    case noSuggester = "suggestions and goals have a person's name on them; make them as a member"

    public var description: String { rawValue }
}
