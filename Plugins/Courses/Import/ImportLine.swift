internal import Atrium

internal import struct Foundation.Date

/// One line of an import as its format gives it. The people and courses that it names are looked up later.
struct ImportLine: Sendable {
    /// The number of the line on which it begins in the source, from 1.
    let number: Int
    /// The id that the source gives it; `nil` if that is not a valid id.
    let id: String?
    let content: Content

    init(number: Int, id: String?, content: Content) {
        self.number = number
        self.id = id.flatMap { TextRule.isLine($0, upTo: LearningReport.idLimit) ? $0 : nil }
        self.content = content
    }

    enum Content: Sendable {
        case statement(ImportedStatement)
        /// The outcome was decided without a lookup.
        case decided(ImportOutcome)
    }
}

enum ImportedStatement: Sendable {
    case report(ImportedReport)
    /// Voids the entry with the id `target`.
    case void(id: String, target: String, digest: [UInt8])
}

/// A report whose learner and course are still names.
struct ImportedReport: Sendable {
    let id: String
    let learner: Learner
    /// The course's id, or its link if the source knows only the link.
    let course: String
    let learning: Learning
    /// `nil` means the time of the import.
    let effectiveAt: Date?
    let day: Day?
    let mayEnrol: Bool
    let digest: [UInt8]?
    let registration: String?
    /// Which part of the line is not recorded: a sentence with the rule and the remedy. `nil` if everything is recorded.
    var omitted: Words?

    /// Throws if the id or the course is too long. This is checked early, because up to 1,000 lines wait in memory.
    init(
        id: String, learner: Learner, course: String, _ learning: Learning, effectiveAt: Date?, day: Day?,
        mayEnrol: Bool, digest: [UInt8]?, registration: String? = nil
    ) throws {
        guard course.utf8.count <= 2_000 else { throw CourseError.unknown }
        guard id.utf8.count <= LearningReport.idLimit else { throw LearningError.invalidID }
        (self.id, self.learner, self.course, self.learning) = (id, learner, course, learning)
        (self.effectiveAt, self.day, self.mayEnrol) = (effectiveAt, day, mayEnrol)
        (self.digest, self.registration) = (digest, registration)
    }

    func report(in course: CourseID) throws(LearningError) -> LearningReport {
        try LearningReport(
            id: id, course: course, learning, effectiveAt: effectiveAt, day: day, mayEnrol: mayEnrol, digest: digest,
            registration: registration)
    }
}
