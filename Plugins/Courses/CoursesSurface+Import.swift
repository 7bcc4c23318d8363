internal import Atrium
internal import AtriumSurfaces

/// Imports a learning record from a file.
struct ImportLearning: Act {
    let file: Upload
    let format: Format

    /// The formats of files.
    enum Format: String, CaseIterable {
        case csv, xapi
    }

    typealias Provider = Courses
    static let name: SurfaceName = "import"
    static let title: Words = "Import a learning record"
    static let help: Words = "Each line is taken by itself. Importing the same file again changes nothing."
    static let needs = Need<Self>(.importLearning)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(HeldLearnersTable.self), .beside(CatalogueTable.self)]
    static let form = Form(
        Self.init,
        Field("file", \.file, .file, "File"),
        Field(
            "format", \.format, .cases { $0 == .csv ? "CSV" : "statements of xAPI" }, "Format", default: .csv))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        let result = try await service.importRecord(
            format == .csv ? .csv : .xapi, from: file.open(), as: caller.principal)
        return result.done.outcome(stop: result.stopWords, next: HeldLearnersTable())
    }
}

extension ImportReport {
    fileprivate func outcome(stop: Words = "", next: (any Surface)?) -> Outcome {
        let lines = remarks.map { remark in
            ReportLine(remark.line, remark.id ?? "", remark.verdict.tone, remark.reason)
        }
        return Outcome(
            "\(self[.accepted], "line was", "lines were") recorded, \(self[.repeated]) were known, \(self[.held]) are held, \(self[.skipped]) were skipped, \(self[.refused]) were refused.",
            lines: lines, stop: stop, next: next)
    }
}

extension ImportReport.Verdict {
    fileprivate var tone: Tone {
        switch self {
        case .accepted: .good
        case .repeated, .skipped: .neutral
        case .held: .warning
        case .refused: .bad
        }
    }
}

// MARK: - Holding list

/// People in imported lines who are not known as members.
struct HeldLearnersTable: Table {
    /// A person as a row.
    struct Row: Sendable, Identifiable {
        let learner: HeldLearner
        var id: String { learner.name }
    }

    typealias Provider = Courses
    static let name: SurfaceName = "held"
    static let title: Words = "Unknown learners"
    static let help: Words = "Imported lines wait until somebody says which member a name means."
    static let whenEmpty: Words = "Every imported line belongs to a member."
    static let needs = Need<Self>(.importLearning)
    static let places: [Place<Self>] = [.area(.administration, after: CatalogueTable.self)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Row>] = [
        Column("learner", "Name in the file", \.learner.name),
        Column("lines", "Lines", \.learner.lines),
        Column("since", "Since", \.learner.since),
    ]

    func page(_ request: PageRequest, in service: CourseService, for caller: Caller) async throws -> Page<Row> {
        let limit = min(request.limit, 100)
        let page = try await service.heldLearners(
            after: request.cursor.map { try .init($0) }, limit: limit, as: caller.principal)
        return Page(page.map(Row.init), next: page.count == limit ? page.last?.cursor.description : nil)
    }
}

/// Says which member a name in imported lines means.
struct ResolveLearner: Act {
    let learner: String
    let address: EmailAddress?

    typealias Provider = Courses
    static let name: SurfaceName = "resolve"
    static let title: Words = "Say who it is"
    static let help: Words = "The name means this member from now on, and the waiting lines are recorded."
    static let needs = Need<Self>(.importLearning)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: HeldLearnersTable.self) { Self(learner: $0.id, address: nil) }
    ]
    static let form = Form(
        Self.init, Field("learner", \.learner, .line, "Name in the file"),
        Field("address", \.address, .required(.email), "Address of the member"))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        guard let address else { throw InvalidFields.missing("address") }
        let result = try await service.resolve(
            [LearnerMapping(learner, to: .address(address))], as: caller.principal)
        let lines = result.done.refused.map { ReportLine($0.position + 1, learner, .bad, $0.reason) }
        return Outcome(
            "\(result.done.lines[.accepted], "line was", "lines were") recorded.", lines: lines, stop: result.stopWords,
            next: HeldLearnersTable())
    }
}

/// Deletes the lines that wait for a name.
struct DiscardHeldLines: Act {
    let learner: String

    typealias Provider = Courses
    static let name: SurfaceName = "discard-held"
    static let title: Words = "Delete the lines"
    static let isDestructive = true
    static let needs = Need<Self>(.importLearning)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: HeldLearnersTable.self) { Self(learner: $0.id) }]
    static let form = Form(Self.init, Field("learner", \.learner, .line, "Name in the file"))
    var question: Words { "The waiting lines of this name are deleted. Importing the file again brings them back." }

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        let count = try await service.discardHeldLines(of: learner, as: caller.principal)
        return Outcome("\(count, "line was", "lines were") deleted.", next: HeldLearnersTable())
    }
}

/// Imported lines whose date is in the future.
struct FutureLinesTable: Table {
    /// A line as a row.
    struct Row: Sendable, Identifiable {
        let line: FutureLine
        var id: String { line.id }
    }

    typealias Provider = Courses
    static let name: SurfaceName = "future"
    static let title: Words = "Lines from the future"
    static let help: Words =
        "Lines whose date has not come yet: often from a wrong clock or a wrong year. They are recorded when it comes."
    static let whenEmpty: Words = "No imported line waits for its day."
    static let needs = Need<Self>(.importLearning)
    static let places: [Place<Self>] = [.area(.administration, after: HeldLearnersTable.self)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Row>] = [
        Column("id", "Id in the file", \.line.id),
        Column("learner", "Name in the file", \.line.learner),
        Column("course", "Course", \.line.course),
        Column("date", "Date", \.line.effectiveAt),
    ]

    func page(_ request: PageRequest, in service: CourseService, for caller: Caller) async throws -> Page<Row> {
        let limit = min(request.limit, 100)
        let page = try await service.futureLines(
            after: request.cursor.map { try .init($0) }, limit: limit, as: caller.principal)
        return Page(page.map(Row.init), next: page.count == limit ? page.last?.cursor.description : nil)
    }
}

/// Records the lines whose date has come.
struct RecordFutureLines: Act {
    typealias Provider = Courses
    static let name: SurfaceName = "record-future"
    static let title: Words = "Record what is due"
    static let needs = Need<Self>(.importLearning)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(FutureLinesTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        let result = try await service.recordFutureLines(as: caller.principal)
        return result.done.outcome(stop: result.stopWords, next: FutureLinesTable())
    }
}

/// Deletes a line whose date is in the future.
struct DiscardFutureLine: Act {
    let line: String

    typealias Provider = Courses
    static let name: SurfaceName = "discard-future"
    static let title: Words = "Delete"
    static let isDestructive = true
    static let needs = Need<Self>(.importLearning)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: FutureLinesTable.self) { Self(line: $0.id) }]
    static let form = Form(Self.init, Field("line", \.line, .line, "Id in the file"))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        let isGone = try await service.discardFutureLine(line, as: caller.principal)
        return Outcome(isGone ? "The line is deleted." : "The line is no longer there.", next: FutureLinesTable())
    }
}
