/// What `launch` needs from the OULAD files: learners by region, courses, and the learning record. All of the files is read and
/// checked.
struct Dataset: Sendable {
    /// A region of the country, and the students who live there.
    struct Region: Sendable {
        let name: String
        /// The students' ids in ascending order. A student with several enrolments is in it once.
        let students: [Int]
    }

    /// The regions, in the order of the UTF-8 bytes of their names.
    let regions: [Region]
    /// The presentations in the order of their codes, with their length in days.
    let courses: [(presentation: Presentation, length: Int)]
    let enrolmentCount: Int
    let assessmentCount: Int
    let submissionCount: Int
    /// The number of submissions that the record leaves out, because they are carried over from an earlier presentation.
    let bankedCount: Int
    let record: LearningRecord
    /// Identifies the content of the five files, so that a folder made from other data is recognised.
    let digest: String

    /// The number of different students.
    var learnerCount: Int { regions.reduce(0) { $0 + $1.students.count } }

    /// Reads and checks the five files of a folder. Throws their first fault. Writes nothing.
    ///
    /// - Parameter hash: gives the text of a cryptographic hash of some bytes. The digest is made with it.
    static func read(_ folder: String, hash: ([UInt8]) -> String) throws(DatasetFault) -> Dataset {
        let files = try DataFolder(folder)
        var references = References()
        try references.readCourses(files.courses)
        let enrolmentCount = try references.readEnrolments(
            info: files.studentInfo,
            registration: files.studentRegistration
        )
        let assessmentCount = try references.readAssessments(files.assessments)
        let submissions = try references.readSubmissions(files.submissions)
        let regions = references.students.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return Dataset(
            regions: regions.map { name, students in
                Region(name: String(decoding: name, as: UTF8.self), students: students.sorted())
            },
            courses: references.courses.map { (presentation: $0.key, length: $0.value.length) }
                .sorted { $0.presentation.code < $1.presentation.code },
            enrolmentCount: enrolmentCount,
            assessmentCount: assessmentCount,
            submissionCount: submissions.count,
            bankedCount: submissions.banked,
            record: LearningRecord(files: files, references: references),
            digest: files.digest(hash: hash)
        )
    }
}
