/// What `launch` needs of the OULAD files, of which all is read and checked: learners by region, and how much there is.
struct Dataset: Sendable {
    /// A region of the country, and the students who live there.
    struct Region: Sendable {
        let name: String
        /// The students' ids, ascending; one who is enrolled several times stands here once.
        let students: [Int]
    }

    /// The regions by name, in the order of its UTF-8 bytes.
    let regions: [Region]
    let courseCount: Int
    let enrolmentCount: Int
    let assessmentCount: Int
    let submissionCount: Int
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
        let courseCount = try references.readCourses(files.courses)
        let enrolmentCount = try references.readEnrolments(
            info: files.studentInfo,
            registration: files.studentRegistration
        )
        let assessmentCount = try references.readAssessments(files.assessments)
        let submissionCount = try references.readSubmissions(files.submissions)
        let regions = references.students.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return Dataset(
            regions: regions.map { name, students in
                Region(name: String(decoding: name, as: UTF8.self), students: students.sorted())
            },
            courseCount: courseCount,
            enrolmentCount: enrolmentCount,
            assessmentCount: assessmentCount,
            submissionCount: submissionCount,
            digest: files.digest(hash: hash)
        )
    }
}
