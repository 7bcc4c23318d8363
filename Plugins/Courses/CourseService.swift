public import Atrium

/// The courses of one organization, and what its members learn in them.
///
/// It manages the catalogue. Extensions manage the learning record, its import and the holding list.
public struct CourseService: Sendable {
    let tenant: TenantContext
    /// The number of lines in one commit of an import, and of entries in one page.
    let pageSize: Int
    /// How far in the future an imported date may be, in seconds.
    let futureTolerance: Double
    let retakes: RetakeRule
    let completionRule: CompletionRule

    var store: Store { tenant.store }

    /// A page of the catalogue, ordered by title.
    public func list(_ query: CourseQuery = CourseQuery(), as principal: Principal) async throws -> CoursePage {
        try await store.read(as: principal, .viewCatalogue) { try query.page(in: $0) }
    }

    /// One course, retired or not.
    public func course(_ id: CourseID, as principal: Principal) async throws -> Course {
        try await store.read(as: principal, .viewCatalogue) { try $0.requireCourse(id) }
    }

    /// Adds a course. A taken id throws ``CourseError/idTaken``. A value that breaks a rule of ``Course`` throws the
    /// ``CourseError`` of that rule.
    public func add(_ course: Course, as principal: Principal) async throws {
        try await store.write(as: principal, .manageCatalogue) { work in
            try course.check()
            let count = try work.run(
                """
                INSERT INTO courses_course (id, title, title_key, description, language, minutes, link, search_key)
                VALUES (\(course.id), \(course.title), \(TextRule.folded(course.title)), \(course.description),
                    \(course.language), \(course.minutes), \(course.link), \(course.searchKey))
                ON CONFLICT DO NOTHING
                """)
            guard count == 1 else { throw CourseError.idTaken }
        }
    }

    /// Changes everything except the id and the retirement.
    public func change(_ course: Course, as principal: Principal) async throws {
        try await store.write(as: principal, .manageCatalogue) { work in
            try course.check()
            let count = try work.run(
                """
                UPDATE courses_course SET title = \(course.title), title_key = \(TextRule.folded(course.title)),
                    description = \(course.description), language = \(course.language), minutes = \(course.minutes),
                    link = \(course.link), search_key = \(course.searchKey)
                WHERE id = \(course.id)
                """)
            guard count == 1 else { throw CourseError.unknown }
        }
    }

    /// Takes a course out of the catalogue. Nobody else can enrol. Its learning record stays.
    public func retire(_ id: CourseID, as principal: Principal) async throws {
        try await store.write(as: principal, .manageCatalogue) { work in
            _ = try work.requireCourse(id)
            try work.run("UPDATE courses_course SET retired_at = coalesce(retired_at, \(work.now)) WHERE id = \(id)")
        }
    }

    /// Puts a retired course back into the catalogue.
    public func restore(_ id: CourseID, as principal: Principal) async throws {
        try await store.write(as: principal, .manageCatalogue) { work in
            _ = try work.requireCourse(id)
            try work.run("UPDATE courses_course SET retired_at = NULL WHERE id = \(id)")
        }
    }

    // MARK: - Inside another module's unit

    /// One course, retired or not. Checks no permission, because the caller's unit already did.
    public func course(_ id: CourseID, in work: UnitOfWork) throws -> Course? {
        try store.within(work) { try $0.course(id) }
    }

    /// All courses, including retired ones, ordered by id. Checks no permission, because the caller's unit already did.
    public func courses(in work: UnitOfWork) throws -> [Course] {
        try store.within(work) { own in
            try own.rows("SELECT \(Course.columns) FROM courses_course c ORDER BY c.id", make: Course.init)
        }
    }
}

extension Course {
    fileprivate var searchKey: String { TextRule.folded("\(id)\n\(title)\n\(description)") }
}

extension UnitOfWork {
    fileprivate func course(_ id: CourseID) throws -> Course? {
        try first("SELECT \(Course.columns) FROM courses_course c WHERE c.id = \(id)", make: Course.init)
    }

    func requireCourse(_ id: CourseID) throws -> Course {
        guard let course = try course(id) else { throw CourseError.unknown }
        return course
    }
}
