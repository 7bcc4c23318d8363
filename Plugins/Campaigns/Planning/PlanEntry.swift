public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// One thing that the plan of the year does on a day.
public struct PlanEntry: Sendable, Equatable {
    /// Identifies the entry.
    public let id: ID<PlanEntry>
    /// What it does, for whom and when.
    public let content: Content
    /// How far it is.
    public let state: State
    /// Why it needs an approval again; `nil` in every other state.
    public let problem: Problem?
    /// Increases with every change. A change and an approval name the revision that was read before.
    public let revision: Int
    /// The member who approved it; `nil` if nobody did, or if it was changed since.
    public let approvedBy: MemberID?
    /// When it was carried out; `nil` if it was not.
    public let carriedOutAt: Date?
    /// When a banner was taken down; `nil` if it was not.
    public let takenDownAt: Date?

    /// The kinds of entries.
    public enum Kind: String, Sendable, CaseIterable, ColumnValue {
        /// A message by mail, in the name of the member who approved it.
        case message
        /// A text on the home of members, for some weeks.
        case banner
        /// A course that is suggested in the name of the member who approved it.
        case suggestion
        /// A mail to the member who approved it: what to look at.
        case review
    }

    /// How far an entry is.
    public enum State: String, Sendable, CaseIterable, ColumnValue {
        /// Nobody has approved it as it is.
        case draft
        /// It will be carried out on its day.
        case approved
        /// It was approved, and could not be carried out: see ``PlanEntry/problem``.
        case needsApproval
        /// It was carried out.
        case done
        /// Somebody decided that it is not carried out.
        case skipped
        /// Its day passed before it could be carried out.
        case missed

        /// Whether it can still take place without a change.
        var isWaiting: Bool { self == .approved || needsDecision }
        /// Whether somebody has to approve or skip it.
        var needsDecision: Bool { self == .draft || self == .needsApproval }
    }

    /// Why an approved entry was not carried out on its day.
    public enum Problem: String, Sendable, CaseIterable, ColumnValue {
        /// The member who approved it may no longer do it.
        case approver
        /// Its team does not exist any more, or is archived.
        case team
        /// Its course is not in the catalogue any more, or is retired.
        case course
        /// A rule does not allow it at this time, for example the number of messages of a day.
        case rule
    }

    /// What an entry does, for whom and when. A draft may be incomplete.
    public struct Content: Sendable, Equatable {
        /// What it does.
        public let kind: Kind
        /// The day, in the organization's time zone.
        public var day: Day
        /// The team that it is for; `nil` for everybody.
        public var team: TeamID?
        /// The subject of a message: one line of up to 200 characters.
        public var subject: String
        /// The text of a message, a banner or a review in the subset of Markdown that `AtriumMarkup` reads, up to 20,000
        /// characters; the note of a suggestion as plain text, up to 1,000 characters.
        public var text: String
        /// The course of a suggestion.
        public var course: CourseID?

        /// Makes a content. It is checked when it is stored.
        public init(
            _ kind: Kind, on day: Day, for team: TeamID? = nil, subject: String = "", text: String = "",
            course: CourseID? = nil
        ) {
            (self.kind, self.day, self.team) = (kind, day, team)
            (self.subject, self.text, self.course) = (subject, text, course)
        }
    }

    static let columns: SQL = """
        id, kind, day, team_id, subject, text, course_id, state, problem, revision, approved_by, carried_out_at,
        taken_down_at
        """

    init(_ row: Row) throws {
        var content = Content(try row[1], on: try row[2], for: try row[3])
        (content.subject, content.text, content.course) = (try row[4], try row[5], try row[6])
        (id, self.content, state, problem) = (try row[0], content, try row[7], try row[8])
        (revision, approvedBy, carriedOutAt, takenDownAt) = (try row[9], try row[10], try row[11], try row[12])
    }

    /// Reads an entry. Throws ``PlanError/unknown``.
    init(_ id: ID<PlanEntry>, in work: UnitOfWork) throws {
        let entry = try work.first(
            "SELECT \(Self.columns) FROM campaigns_entry WHERE id = \(id)", make: PlanEntry.init)
        guard let entry else { throw PlanError.unknown }
        self = entry
    }
}
