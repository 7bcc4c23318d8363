internal import Atrium

internal import struct Foundation.Date

/// One line of an import as its format gives it: whoever and whatever it names is looked up later.
struct ImportLine: Sendable {
    /// Where it begins in the source, from 1.
    let number: Int
    let content: Content

    enum Content: Sendable {
        case report(ImportedReport)
        /// Takes the entry with the id `target` out of the count.
        case void(id: String, target: String)
        /// Decided without looking anything up.
        case settled(ImportOutcome)
    }
}

/// A report whose learner and course are still names.
struct ImportedReport: Sendable {
    let id: String
    let learner: Learner
    /// The course's id, or its link where a source knows only that.
    let course: String
    let learning: Learning
    /// `nil` is the time of the import.
    let effectiveAt: Date?
    let enrols: Bool
    let digest: [UInt8]?

    func report(in course: CourseID) throws(LearningError) -> LearningReport {
        try LearningReport(
            id: id, course: course, learning, effectiveAt: effectiveAt, enrols: enrols, digest: digest)
    }
}
