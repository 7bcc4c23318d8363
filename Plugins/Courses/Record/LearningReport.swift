internal import Atrium

internal import struct Foundation.Date

/// The data of a ``LearningEntry`` before it is recorded.
struct LearningReport: Sendable, Equatable {
    /// How many bytes an id has at most.
    static let idLimit = 200

    let id: String
    let course: CourseID
    let learning: Learning
    /// `nil` means the time at which it is recorded.
    let effectiveAt: Date?
    /// The day, if the source gave only a day.
    let day: Day?
    /// Whether it enrols a member who is not enrolled: xAPI has no statement for enrolments.
    let mayEnrol: Bool
    /// The digest of a whole xAPI statement. It distinguishes the statement from another one with the same id.
    let digest: [UInt8]?
    /// The attempt to which the source assigns it.
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
    /// The years 1900 to 9999 in UTC. Outside them, calendars and columns differ.
    static let recordable = Date(timeIntervalSince1970: -2_208_988_800)..<Date(timeIntervalSince1970: 253_402_300_800)
}

/// Whether a recorded entry says something new.
public enum RecordingOutcome: Sendable, Equatable {
    /// The entry is in the record and counts.
    case recorded
    /// The entry says nothing new and does not count. Either the same id was recorded before (and may be voided by now), or the
    /// enrolment already has this end. In the second case, the new id is kept, and its entry counts when that end is voided.
    case repeated
}
