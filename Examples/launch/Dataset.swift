/// What `launch` needs of the OULAD files, of which all is read and checked: learners by region, courses, and their record.
struct Dataset: Sendable {
    /// A region of the country, and the students who live there.
    struct Region: Sendable {
        let name: String
        /// The students' ids, ascending; one who is enrolled several times stands here once.
        let students: [Int]
    }

    /// The regions by name, in the order of its UTF-8 bytes.
    let regions: [Region]
    /// The presentations by code, with their length in days.
    let courses: [(presentation: Presentation, length: Int)]
    let enrolmentCount: Int
    let assessmentCount: Int
    let submissionCount: Int
    /// How many of them the record leaves out: they are carried over from an earlier presentation.
    let bankedCount: Int
    let record: LearningRecord
    /// Identifies the content of the five files, so that a folder made from other data is recognised.
    let digest: String

    /// How many different students there are.
    var learnerCount: Int { regions.reduce(0) { $0 + $1.students.count } }

    /// Reads and checks the five files of a folder, and throws their first fault. Writes nothing.
    ///
    /// - Parameter hash: the text of a cryptographic hash, of which the digest is made.
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
            courses: references.courses.map { ($0.key, $0.value.length) }.sorted { $0.0.code < $1.0.code },
            enrolmentCount: enrolmentCount,
            assessmentCount: assessmentCount,
            submissionCount: submissions.count,
            bankedCount: submissions.banked,
            record: LearningRecord(files: files, references: references),
            digest: files.digest(hash: hash)
        )
    }
}
