public import Atrium

public import struct Foundation.Date

/// What happened between a member and a course.
public enum Learning: Sendable, Hashable {
    /// The member was enrolled, which begins an attempt.
    case enrolled
    /// The course was opened for the first time, or again.
    case initialized
    /// Work on the course. The minutes are `nil` if they were not measured.
    case activity(minutes: Int? = nil)
    /// Work on the course that reports how much of it is done, from 0 to 100.
    case progressed(percent: Int, minutes: Int? = nil)
    /// The attempt ended, and the course is done.
    case completed
    /// The attempt ended without success.
    case failed
    /// The enrolment was ended before the attempt had a result.
    case withdrawn

    /// The name of each case, in columns and in imported files.
    public enum Kind: String, Sendable, ColumnValue, CaseIterable {
        /// The name of ``Learning/enrolled``.
        case enrolled
        /// The name of ``Learning/initialized``.
        case initialized
        /// The name of ``Learning/activity(minutes:)``.
        case activity
        /// The name of ``Learning/progressed(percent:minutes:)``.
        case progressed
        /// The name of ``Learning/completed``.
        case completed
        /// The name of ``Learning/failed``.
        case failed
        /// The name of ``Learning/withdrawn``.
        case withdrawn

        /// The state in which this ends an enrolment; `nil` if it ends none.
        var end: ParticipationState? {
            switch self {
            case .completed: .completed
            case .failed: .failed
            case .withdrawn: .withdrawn
            case .enrolled, .initialized, .activity, .progressed: nil
            }
        }
    }

    /// What happened, without minutes and percent.
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

    /// The minutes spent; `nil` if they were not reported.
    public var minutes: Int? {
        switch self {
        case .activity(let minutes), .progressed(_, let minutes): minutes
        default: nil
        }
    }

    /// How much of the course is done, from 0 to 100; `nil` unless this is ``progressed(percent:minutes:)``.
    public var percent: Int? { if case .progressed(let percent, _) = self { percent } else { nil } }

    /// The value of this kind. Minutes or a percentage that the kind does not use throw an error.
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
    /// The member who learned.
    public let member: MemberID
    /// The course in which it happened.
    public let course: CourseID
    /// What happened.
    public let learning: Learning
    /// When it happened. Entries arrive in any order, some of them long afterwards.
    public let effectiveAt: Date
    /// The day on which it happened, if the source gave only a day. It has no time zone, not even the organization's.
    public let day: Day?
    /// When it was recorded here.
    public let recordedAt: Date
    /// Whether it also enrolled the member, who was not enrolled before: xAPI has no statement for enrolments.
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

/// An entry was recorded and counts. The events of one unit are published in the order of its changes.
public struct LearningRecorded: Event {
    /// The entry as it counts now.
    public let entry: LearningEntry
}

/// An entry no longer counts: it was voided, or another entry takes its place.
public struct LearningVoided: Event {
    /// The entry as it counted before.
    public let entry: LearningEntry
}

/// A completion counts from now on, or no longer counts. ``CourseService/lastCompletion(of:in:in:)`` says which one counts now.
/// This event is for work after the commit: only few entries are completions.
public struct CompletionChanged: Event, Codable {
    /// The member whose completion changed.
    public let member: MemberID
    /// The course of the completion.
    public let course: CourseID
}

/// An entry, what it corrects, and what corrects it: all versions of one line of the record.
public struct EntryHistory: Sendable, Equatable {
    /// The ids of the entries, the oldest first; empty if the record has no such entry.
    public let ids: [String]
    /// The entry that counts; `nil` if none counts.
    public let counting: LearningEntry?
    /// Whether all of them were voided. An entry that does not count because it says nothing new is not voided.
    public let isVoided: Bool

    /// The entry that counts, if it is a completion.
    public var completion: LearningEntry? { counting?.learning == .completed ? counting : nil }
}

/// Why an entry or an imported line is not recorded, voided or corrected.
public enum LearningError: ExplainedError, Equatable {
    /// An end needs an enrolment.
    case notEnrolled
    /// The last enrolment has not ended yet.
    case alreadyEnrolled
    /// The enrolment already has a different end, which is the value.
    case alreadyEnded(ParticipationState)
    /// The id already belongs to something else.
    case conflict
    /// The id is recorded, but the address or the course in the line no longer names anybody or anything.
    case namesChanged
    /// The record has no entry with this id for this member, or the entry was voided.
    case unknownEntry
    /// The state in that place does not allow the corrected entry to count.
    case withoutEffect
    /// The target of a voiding statement is a voiding statement itself.
    case voidOfVoid
    /// No line in the holding list has this name.
    case nobodyHeld
    /// The name of a learner is too long.
    case invalidLearner
    /// The id of an entry is empty, too long, or not one line that shows.
    case invalidID
    /// Minutes are outside 0 to 10,000,000.
    case invalidMinutes
    /// An entry has minutes, but is neither activity nor progress.
    case minutesWithoutActivity
    /// Progress is outside 0 to 100, is missing from a `progressed` entry, or is given for another kind.
    case invalidProgress
    /// A date is outside the years 1900 to 9999 in UTC.
    case invalidDate

    public var words: Words {
        switch self {
        case .notEnrolled: "the member is not enrolled in the course; enrol them first"
        case .alreadyEnrolled: "the member is already enrolled in the course; there is nothing to do"
        case .alreadyEnded(let state):
            """
            the enrolment has ended as \(state.words), and an enrolment ends only once; correct that end, or enrol the \
            member again
            """
        case .conflict: "another entry has this id; correct that entry, or give this one its own id"
        case .namesChanged:
            """
            an entry with this id is recorded, but it is not certain whether this line repeats it: no member has the line's \
            address now, or no course has its name; leave the line out, or write the address and the course's id as they are now
            """
        case .unknownEntry:
            "there is no such entry in the learning record, or it no longer counts; look it up again"
        case .withoutEffect:
            "after this correction the entry would not count in its place; look at the entries before it first"
        case .nobodyHeld: "no line in the holding list waits for this name; look it up again"
        case .invalidLearner: "the name of a learner has at most 1,000 bytes; look it up again"
        case .voidOfVoid: "a voiding statement cannot be voided; record the voided entry again with its own new id"
        case .invalidID:
            """
            the id of an entry has 1 to 200 bytes in one line, at least one character that shows, and no control or direction \
            character; give it another id
            """
        case .invalidMinutes: "minutes are a whole number from 0 to 10,000,000; correct it or leave it out"
        case .minutesWithoutActivity: "minutes belong to activity and progress; leave them out elsewhere"
        case .invalidProgress:
            "progress is a whole number from 0 to 100 and belongs to a 'progressed' entry; correct it or leave it out"
        case .invalidDate: "the date is outside the years 1900 to 9999; correct it"
        }
    }
}
