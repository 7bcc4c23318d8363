internal import Atrium

internal import struct Foundation.Date

/// A line in the holding list.
struct HeldLine {
    /// What it waits for.
    enum Reason: String, ColumnValue {
        /// Somebody has to say who it is about.
        case unknownLearner
        /// Its time has to come, or somebody has to say that its date is right.
        case future

        var words: Words {
            switch self {
            case .unknownLearner:
                "no member is known by this name; say in the holding list who it is, or discard its lines there"
            case .future:
                """
                its date is in the future; it is recorded on that date; if the date is right, record the line now from the \
                holding list, otherwise discard it there
                """
            }
        }
    }

    static let columns: SQL = """
        external_id, learner, course_id, kind, minutes, percent, effective_at, day, received_at, may_enrol, digest, reason,
        registration
        """
    static let columnCount = 13

    /// The report as it was imported, with the course that it named then.
    let report: ImportedReport
    let course: CourseID
    /// The date of the entry if the source gave no time.
    let receivedAt: Date
    let reason: Reason

    init(_ row: Row) throws {
        course = try row[2]
        report = try ImportedReport(
            id: try row[0], learner: Learner(identity: try row[1]), course: course.description,
            Learning(try row[3], minutes: try row[4], percent: try row[5]), effectiveAt: try row[6], day: try row[7],
            mayEnrol: try row[9], digest: try row[10], registration: try row[12])
        (receivedAt, reason) = (try row[8], try row[11])
    }

    /// Whether another line repeats this one. Two statements are compared by what they say. Otherwise `otherCourse` is the
    /// course that the other line's name means today.
    func matches(_ other: ImportedReport, in otherCourse: () throws -> CourseID?) throws -> Bool {
        if let digest = report.digest, let wanted = other.digest {
            guard let date = report.effectiveAt, let otherDate = other.effectiveAt else { return digest == wanted }
            return digest == wanted && date.isSameTimestamp(as: otherDate)
        }
        guard let otherCourse = try otherCourse() else { throw CourseError.unknown }
        return report.learner.identity == other.learner.identity && course == otherCourse
            && report.learning == other.learning && report.day == other.day
            && (report.day != nil || report.effectiveAt?.sqlValue == other.effectiveAt?.sqlValue)
    }

    /// What is recorded after somebody says whose line it is.
    var resolved: ImportedReport {
        get throws {
            try ImportedReport(
                id: report.id, learner: report.learner, course: report.course, report.learning,
                effectiveAt: report.effectiveAt ?? receivedAt, day: report.day, mayEnrol: report.mayEnrol,
                digest: report.digest, registration: report.registration)
        }
    }
}
