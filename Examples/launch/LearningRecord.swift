import Atrium
import AtriumCSV

/// The learning record of the data, in the form in which it is imported: who was enrolled when, what was submitted, and how
/// each enrolment ended. It is written piece by piece while it is read.
///
/// Banked submissions are carried over from an earlier presentation. They are not activity, and are left out.
struct LearningRecord: AsyncSequence, Sendable {
    private let files: DataFolder
    private let lengths: [Presentation: Int]
    private let coursesOfAssessments: [Int: Presentation]

    init(files: DataFolder, references: References) {
        self.files = files
        lengths = references.courses.mapValues(\.length)
        coursesOfAssessments = references.coursesOfAssessments
    }

    func makeAsyncIterator() -> Iterator { Iterator(record: self) }

    /// Pieces of about 64 KiB.
    struct Iterator: AsyncIteratorProtocol {
        private static let pieceSize = 65_536

        private let record: LearningRecord
        private var makers: ArraySlice = [registrations, submissions, results]
        private var pass: Pass?
        private var header: String? = CSVLine.text(["id", "email", "course", "event", "date"])
        /// The day on which each former registration ended, counted from the start of its presentation.
        private var ends: [Enrolment: Int] = [:]

        init(record: LearningRecord) { self.record = record }

        mutating func next() async throws -> [UInt8]? {
            var text = header.take() ?? ""
            while text.utf8.count < Self.pieceSize {
                if pass == nil {
                    guard let make = makers.popFirst() else { break }
                    pass = try make(record)()
                }
                if try pass?.table.next() == true {
                    text += try pass?.line(&ends) ?? ""
                } else {
                    pass = nil
                }
            }
            return text.isEmpty ? nil : Array(text.utf8)
        }
    }

    // MARK: - Passes

    /// A pass over one file. For the current row, it gives the line of the record; `nil` if the row has none.
    private struct Pass {
        var table: CSVTable
        let read: (CSVTable, inout [Enrolment: Int]) throws(DatasetFault) -> String?

        func line(_ ends: inout [Enrolment: Int]) throws(DatasetFault) -> String? { try read(table, &ends) }
    }

    private func registrations() throws(DatasetFault) -> Pass {
        let table = try CSVTable(files.studentRegistration)
        let code = try Presentation.Columns(table)
        let student = try table.column("id_student")
        let (first, last) = (try table.column("date_registration"), try table.column("date_unregistration"))
        return Pass(table: table) { (table, ends) throws(DatasetFault) in
            let enrolment = Enrolment(course: try code.course(in: table), student: try table.identifier(student))
            if !table[last].isEmpty { ends[enrolment] = try table.days(last) }
            let day = table[first].isEmpty ? 0 : try table.days(first)
            return line("registration:\(enrolment.course.code):\(enrolment.student)", enrolment, "enrolled", day)
        }
    }

    private func submissions() throws(DatasetFault) -> Pass {
        let table = try CSVTable(files.submissions)
        let (assessment, student) = (try table.column("id_assessment"), try table.column("id_student"))
        let (day, banked) = (try table.column("date_submitted"), try table.column("is_banked"))
        return Pass(table: table) { (table, _) throws(DatasetFault) in
            let (work, person) = (try table.identifier(assessment), try table.identifier(student))
            guard !table[banked].elementsEqual("1".utf8), let course = coursesOfAssessments[work] else { return nil }
            let enrolment = Enrolment(course: course, student: person)
            return line("submission:\(work):\(person)", enrolment, "activity", try table.days(day))
        }
    }

    private func results() throws(DatasetFault) -> Pass {
        let table = try CSVTable(files.studentInfo)
        let code = try Presentation.Columns(table)
        let (student, result) = (try table.column("id_student"), try table.column("final_result"))
        return Pass(table: table) { (table, ends) throws(DatasetFault) in
            let enrolment = Enrolment(course: try code.course(in: table), student: try table.identifier(student))
            let id = "result:\(enrolment.course.code):\(enrolment.student)"
            let length = lengths[enrolment.course, default: 0]
            switch try table.text(result) {
            case "Withdrawn": return line(id, enrolment, "withdrawn", ends[enrolment, default: 0])
            case "Fail": return line(id, enrolment, "failed", length)
            default: return line(id, enrolment, "completed", length)
            }
        }
    }

    private func line(_ id: String, _ enrolment: Enrolment, _ event: String, _ day: Int) -> String {
        let start = enrolment.course.start ?? Day(number: 0)
        let date = start.advanced(by: day).description
        return CSVLine.text([id, "student-\(enrolment.student)@ou.example", enrolment.course.code, event, date])
    }
}
