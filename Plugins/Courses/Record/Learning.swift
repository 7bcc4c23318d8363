public import Atrium

public import struct Foundation.Date

/// What happened between a member and a course.
public enum Learning: Sendable, Hashable {
    case enrolled
    /// The course was opened for the first time, or again.
    case initialized
    /// Work on the course; minutes only where they were measured.
    case activity(minutes: Int? = nil)
    /// Work on the course that reports how far it is done, from 0 to 100.
    case progressed(percent: Int, minutes: Int? = nil)
    case completed, failed, withdrawn

    /// The name of each case: in columns and in files that are imported.
    public enum Kind: String, Sendable, ColumnValue, CaseIterable {
        case enrolled, initialized, activity, progressed, completed, failed, withdrawn

        /// The state in which this ends an enrolment, if it does.
        var end: ParticipationState? {
            switch self {
            case .completed: .completed
            case .failed: .failed
            case .withdrawn: .withdrawn
            case .enrolled, .initialized, .activity, .progressed: nil
            }
        }
    }

    public var kind: Kind {
        switch self {
        case .enrolled: .enrolled
        case .initialized: .initialized
        case .activity: .activity
        case .progressed: .progressed
        case .completed: .completed
        case .failed: .failed
        case .withdrawn: .withdrawn
        }
    }

    /// The time spent, where it was reported.
    public var minutes: Int? {
        switch self {
        case .activity(let minutes), .progressed(_, let minutes): minutes
        default: nil
        }
    }

    public var percent: Int? { if case .progressed(let percent, _) = self { percent } else { nil } }

    /// The value with this kind; what the kind has no use for is an error.
    init(_ kind: Kind, minutes: Int?, percent: Int?) throws(LearningError) {
        switch kind {
        case .activity: self = .activity(minutes: minutes)
        case .progressed:
            guard let percent else { throw .invalidProgress }
            self = .progressed(percent: percent, minutes: minutes)
        case .enrolled: self = .enrolled
        case .initialized: self = .initialized
        case .completed: self = .completed
        case .failed: self = .failed
        case .withdrawn: self = .withdrawn
        }
        if kind != .progressed, percent != nil { throw .invalidProgress }
        if self.minutes != minutes { throw .minutesWithoutActivity }
        if let minutes, !(0...10_000_000).contains(minutes) { throw .invalidMinutes }
        if let percent, !(0...100).contains(percent) { throw .invalidProgress }
    }
}

/// One line of the learning record.
public struct LearningEntry: Sendable, Equatable {
    /// The id that its source gave it, unique in the organization.
    public let id: String
    public let member: MemberID
    public let course: CourseID
    public let learning: Learning
    /// When it happened; entries arrive in any order, also long after.
    public let effectiveAt: Date
    /// The day on which it happened, where the source gave no more: of no time zone, whatever the organization's is.
    public let day: Day?
    /// When it was recorded here.
    public let recordedAt: Date
    /// Whether it enrolled the member as well, who was not: xAPI has no statement for that.
    public let enrols: Bool

    static let columns: SQL = """
        e.external_id, p.member_id, p.course_id, e.kind, e.minutes, e.percent, e.effective_at, e.day, e.recorded_at, e.enrols
        """
    static let columnCount = 10

    init(_ row: Row) throws {
        (id, member, course) = (try row[0], try row[1], try row[2])
        learning = try Learning(try row[3], minutes: try row[4], percent: try row[5])
        (effectiveAt, day, recordedAt, enrols) = (try row[6], try row[7], try row[8], try row[9])
    }

    init(_ report: LearningReport, of member: MemberID, recordedAt now: Date, enrols: Bool) {
        (id, self.member, course, learning) = (report.id, member, report.course, report.learning)
        (effectiveAt, day, recordedAt, self.enrols) = (report.effectiveAt ?? now, report.day, now, enrols)
    }

    /// The same entry, enrolling or not.
    init(_ entry: LearningEntry, enrols: Bool) {
        (id, member, course, learning) = (entry.id, entry.member, entry.course, entry.learning)
        (effectiveAt, day, recordedAt, self.enrols) = (entry.effectiveAt, entry.day, entry.recordedAt, enrols)
    }
}

/// An entry was recorded and counts. What happened in one unit is published in its order.
public struct LearningRecorded: Event { public let entry: LearningEntry }

/// An entry that counted does so no more: it was voided, or another takes its place.
public struct LearningVoided: Event { public let entry: LearningEntry }

/// A completion counts from now on, or no longer counts; ``CourseService/lastCompletion(of:in:in:)`` says what counts now. For
/// what follows after the commit: few of all entries are completions.
public struct CompletionChanged: Event, Codable {
    public let member: MemberID
    public let course: CourseID
}

/// An entry, what it corrects, and what corrects it: one line of the record in all its readings.
public struct EntryHistory: Sendable, Equatable {
    /// The ids of the entries, the oldest first; none where the record has no such entry.
    public let ids: [String]
    /// The one that counts; `nil` where none does.
    public let counting: LearningEntry?
    /// Whether all of them were voided: one that says nothing new was not.
    public let isVoided: Bool

    /// The one that counts, if it is a completion.
    public var completion: LearningEntry? { counting?.learning == .completed ? counting : nil }
}

public enum LearningError: Error, Equatable, CustomStringConvertible {
    case notEnrolled
    case alreadyEnrolled
    /// The enrolment ended otherwise.
    case alreadyEnded(ParticipationState)
    /// The id stands for something else already.
    case conflict
    /// The id is recorded, and the address or the course that the line names means nobody or nothing now.
    case namesChanged
    case unknownEntry
    /// Where it would stand, the state does not let it count.
    case withoutEffect
    case voidOfVoid
    case nobodyHeld
    case invalidLearner
    case invalidID
    case invalidMinutes
    case minutesWithoutActivity
    case invalidProgress
    case invalidDate

    public var description: String {
        switch self {
        case .notEnrolled: "the member is not enrolled in the course; enrol them first"
        case .alreadyEnrolled: "the member is enrolled in the course already; nothing is to be done"
        case .alreadyEnded(let state):
            "the enrolment ended as \(state.rawValue), and ends once; correct that end, or enrol the member again"
        case .conflict: "the id stands for another entry; correct that entry, or give this one an id of its own"
        case .namesChanged:
            """
            an entry with this id is recorded, and whether this line repeats it cannot be told any more: no member has its \
            address now, or no course its name; leave the line out, or write the address and the course's id as they are now
            """
        case .unknownEntry:
            "there is no such entry in the learning record, or it does not count any more; look it up again"
        case .withoutEffect:
            "corrected like this, the entry would not count where it stands; look at the entries before it first"
        case .nobodyHeld: "nothing waits for this name in the holding list; look it up again"
        case .invalidLearner: "the name of a learner has at most 1,000 bytes; look it up again"
        case .voidOfVoid: "what voids cannot be voided; record again what it voided, under an id of its own"
        case .invalidID:
            """
            the id of an entry has 1 to 200 bytes in one line, no control or direction character, and something that shows; \
            give it another
            """
        case .invalidMinutes: "minutes are a whole number from 0 to 10,000,000; correct it or leave it out"
        case .minutesWithoutActivity: "minutes belong to activity and progress; leave them out elsewhere"
        case .invalidProgress:
            "progress is a whole number from 0 to 100, of a 'progressed' entry; correct it or leave it out"
        case .invalidDate: "the date lies outside the years 1900 to 9999; correct it"
        }
    }
}
