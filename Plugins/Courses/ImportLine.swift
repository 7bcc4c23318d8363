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

/// Who learnt, as a source names them: `mailto:<address>` or another identifier.
struct Learner: Sendable, Equatable {
    let name: String
    let address: EmailAddress?

    init(_ address: EmailAddress) { (name, self.address) = ("mailto:\(address)", address) }

    /// Any other name, and one that was stored.
    init(named name: String) {
        self.name = name
        address = name.hasPrefix("mailto:") ? try? EmailAddress(String(name.dropFirst(7))) : nil
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
