import AtriumCourses

/// A student in a presentation.
struct Enrolment: Hashable {
    let course: Presentation
    let student: Int
}

/// The things that the files name, and the references between them. Each file is checked against the files that were read
/// before it, in this order: courses, enrolments, assessments, submissions. The functions for the last three return how many
/// rows they read.
struct References {
    private struct Submission: Hashable {
        let assessment: Int
        let student: Int
    }

    private struct Assessment {
        let course: Presentation
        let line: Int
    }

    /// Where a student lives, and the first line that says so. Regions are told apart by their bytes, as in the reports.
    private struct Home {
        let region: [UInt8]
        let line: Int
    }

    /// Each presentation, with its line and its length in days.
    private(set) var courses: [Presentation: (line: Int, length: Int)] = [:]
    /// The line of each enrolment in studentInfo.csv.
    private var enrolments: [Enrolment: Int] = [:]
    private var assessments: [Int: Assessment] = [:]
    /// The presentation of each assessment.
    var coursesOfAssessments: [Int: Presentation] { assessments.mapValues(\.course) }
    private var homes: [Int: Home] = [:]
    /// The bytes of each region's name, by the name in small letters. People do not tell names apart by capitals.
    private var regionNames: [String: [UInt8]] = [:]

    /// The students of each region, by its name in UTF-8.
    var students: [[UInt8]: [Int]] {
        homes.reduce(into: [:]) { students, home in students[home.value.region, default: []].append(home.key) }
    }

    mutating func readCourses(_ file: DataFolder.File) throws(DatasetFault) {
        var table = try CSVTable(file)
        let code = try Presentation.Columns(table)
        let length = try table.column("module_presentation_length")
        while try table.next() {
            let course = try code.course(in: table)
            guard course.start != nil else {
                throw table.fault(
                    in: code.presentation,
                    "is not a year from 2000 to 9899 followed by B or J, such as 2013J; correct it")
            }
            // The id of an entry has the code, a word for its kind and the student. So the code must be short enough.
            guard course.code.utf8.count <= 100, (try? CourseID(course.code)) != nil else {
                throw table.fault(in: code.module, "is not a code of up to 94 visible ASCII characters; correct it")
            }
            let row = (line: table.line(of: code.presentation), length: try table.days(length))
            if let first = courses.updateValue(row, forKey: course) {
                let problem = "makes \(course) a course again, as on line \(first.line); keep one row"
                throw table.fault(in: code.presentation, problem)
            }
        }
    }

    /// Reads who is enrolled in what, and when. A student of a presentation has one row in each of the two files.
    mutating func readEnrolments(
        info: DataFolder.File,
        registration: DataFolder.File
    ) throws(DatasetFault) -> Int {
        var infos = try CSVTable(info)
        let student = try infos.column("id_student")
        try readInfo(&infos, student: student)
        let registered = try readRegistrations(registration)
        let missing = enrolments.filter { registered[$0.key] == nil }.min { $0.value < $1.value }
        if let (enrolment, line) = missing {
            throw DatasetFault(
                file: info.name,
                line: line,
                column: student.index + 1,
                named: student.name,
                "'\(enrolment.student)' has no row for \(enrolment.course) in \(registration.name); add it there"
            )
        }
        return enrolments.count
    }

    private mutating func readInfo(_ table: inout CSVTable, student: CSVTable.Column) throws(DatasetFault) {
        let code = try Presentation.Columns(table)
        let region = try table.column("region")
        let result = try table.column("final_result")
        while try table.next() {
            let course = try known(code, in: table)
            let id = try table.identifier(student)
            let enrolment = Enrolment(course: course, student: id)
            if let line = enrolments.updateValue(table.line(of: student), forKey: enrolment) {
                throw table.fault(in: student, "is enrolled in \(course) again, as on line \(line); keep one row")
            }
            let home = Home(region: try self.region(region, in: table), line: table.line(of: region))
            if let first = homes[id], first.region != home.region {
                let name = excerpt(String(decoding: first.region, as: UTF8.self))
                let problem = "is not '\(name)', where line \(first.line) has student \(id); give a student one region"
                throw table.fault(in: region, problem)
            }
            if homes[id] == nil { homes[id] = home }
            try table.check(result, isOneOf: ["Pass", "Distinction", "Fail", "Withdrawn"])
        }
    }

    /// The bytes of a region's name, which becomes the name of a team. Two names that people cannot tell apart are a fault.
    private mutating func region(_ column: CSVTable.Column, in table: CSVTable) throws(DatasetFault) -> [UInt8] {
        let name = try table.text(column)
        guard name.count <= 200, name.utf8.count <= 2000 else {
            throw table.fault(in: column, "is longer than 200 characters; shorten it")
        }
        let bytes = Array(name.utf8)
        // A dictionary compares its keys by Unicode's canonical equivalence.
        guard regionNames.updateValue(bytes, forKey: name.lowercased()) ?? bytes == bytes else {
            throw table.fault(in: column, "is written in two ways that read the same; use one of them")
        }
        return bytes
    }

    private func readRegistrations(_ file: DataFolder.File) throws(DatasetFault) -> [Enrolment: Int] {
        var table = try CSVTable(file)
        let code = try Presentation.Columns(table)
        let student = try table.column("id_student")
        let days = [try table.column("date_registration"), try table.column("date_unregistration")]
        var registered: [Enrolment: Int] = [:]
        while try table.next() {
            let enrolment = Enrolment(course: try known(code, in: table), student: try table.identifier(student))
            try checkEnrolled(enrolment, by: student, in: table)
            if let line = registered.updateValue(table.line(of: student), forKey: enrolment) {
                let problem = "is registered for \(enrolment.course) again, as on line \(line); keep one row"
                throw table.fault(in: student, problem)
            }
            for day in days where !table[day].isEmpty { _ = try table.days(day) }
        }
        return registered
    }

    mutating func readAssessments(_ file: DataFolder.File) throws(DatasetFault) -> Int {
        var table = try CSVTable(file)
        let code = try Presentation.Columns(table)
        let id = try table.column("id_assessment")
        while try table.next() {
            let assessment = Assessment(course: try known(code, in: table), line: table.line(of: id))
            if let first = assessments.updateValue(assessment, forKey: try table.identifier(id)) {
                throw table.fault(in: id, "is an assessment again, as on line \(first.line); keep one row")
            }
        }
        return assessments.count
    }

    /// Reads the submissions. A student submits an assessment once, and must be enrolled in its presentation. Returns how many
    /// submissions there are, and how many of them are banked: carried over from an earlier presentation.
    func readSubmissions(_ file: DataFolder.File) throws(DatasetFault) -> (count: Int, banked: Int) {
        var table = try CSVTable(file)
        let assessment = try table.column("id_assessment")
        let student = try table.column("id_student")
        let day = try table.column("date_submitted")
        let banked = try table.column("is_banked")
        var submissions: [Submission: Int] = [:]
        var bankedCount = 0
        while try table.next() {
            let submission = Submission(
                assessment: try table.identifier(assessment),
                student: try table.identifier(student)
            )
            guard let course = assessments[submission.assessment]?.course else {
                throw table.fault(in: assessment, "is not in assessments.csv; correct it or add the assessment there")
            }
            try checkEnrolled(Enrolment(course: course, student: submission.student), by: student, in: table)
            if let line = submissions.updateValue(table.line(of: student), forKey: submission) {
                let problem = "submitted assessment \(submission.assessment) already on line \(line); keep one row"
                throw table.fault(in: student, problem)
            }
            _ = try table.days(day)
            try table.check(banked, isOneOf: ["0", "1"])
            if table[banked].elementsEqual("1".utf8) { bankedCount += 1 }
        }
        return (submissions.count, bankedCount)
    }

    private func known(_ code: Presentation.Columns, in table: CSVTable) throws(DatasetFault) -> Presentation {
        let course = try code.course(in: table)
        guard courses[course] != nil else {
            let problem = "makes \(course), which is not in courses.csv; correct it or add the course there"
            throw table.fault(in: code.presentation, problem)
        }
        return course
    }

    private func checkEnrolled(
        _ enrolment: Enrolment,
        by student: CSVTable.Column,
        in table: CSVTable
    ) throws(DatasetFault) {
        guard enrolments[enrolment] == nil else { return }
        let problem = "is not enrolled in \(enrolment.course) by studentInfo.csv; correct it or add the row there"
        throw table.fault(in: student, problem)
    }
}
