internal import Atrium

internal import struct Foundation.Date

/// What is to be recorded: a ``LearningEntry`` before its time.
struct LearningReport: Sendable, Equatable {
    /// How many bytes an id has at most.
    static let idLimit = 200

    let id: String
    let course: CourseID
    let learning: Learning
    /// `nil` is the time at which it is recorded.
    let effectiveAt: Date?
    /// The day, where the source gave no more.
    let day: Day?
    /// Whether it enrols a member who is not: xAPI has no statement for that.
    let mayEnrol: Bool
    /// Tells the whole of an xAPI statement from another with the same id.
    let digest: [UInt8]?
    /// The attempt that the source counts it to.
    let registration: String?

    init(
        id: String, course: CourseID, _ learning: Learning, effectiveAt: Date?, day: Day? = nil, mayEnrol: Bool = false,
        digest: [UInt8]? = nil, registration: String? = nil
    ) throws(LearningError) {
        guard id.utf8.count <= Self.idLimit, TextRule.isLine(id, upTo: Self.idLimit) else { throw .invalidID }
        if let effectiveAt, !Date.recordable.contains(effectiveAt) { throw .invalidDate }
        (self.id, self.course, self.effectiveAt, self.day) = (id, course, effectiveAt, day)
        (self.mayEnrol, self.digest, self.registration) = (mayEnrol, digest, registration)
        self.learning = try Learning(learning.kind, minutes: learning.minutes, percent: learning.percent)
    }
}

extension Date {
    /// The years 1900 to 9999 in UTC: beyond them calendars and columns differ.
    static let recordable = Date(timeIntervalSince1970: -2_208_988_800)..<Date(timeIntervalSince1970: 253_402_300_800)
}

/// What became of a report.
public enum RecordingOutcome: Sendable, Equatable {
    /// It is in the record and counts.
    case recorded
    /// It says nothing new and counts for nothing: the same id was recorded before (and may be voided by now), or the
    /// enrolment has this end already. A new id is kept all the same, and counts when that end is voided.
    case repeated
}
