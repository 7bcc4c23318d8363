internal import Atrium
internal import AtriumOperations

/// Work that failed: it is tried again, or waits until somebody restarts it.
struct FailedJobsTable: Table {
    /// The table.
    init() {}

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "failed-jobs"
    static let title: Words = "Failed work"
    static let help: Words = "After ten failures in a row, work waits until it is restarted."
    static let whenEmpty: Words = "No work has failed."
    static let needs = Need<Self>(.manageFailedJobs)
    static let places: [Place<Self>] = [.area(.administration, after: AuditTable.self)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<FailedJob>] = [
        Column("module", "Module", \.module),
        Column("name", "Work", \.name),
        Column("attempts", "Failures in a row", \.attempts),
        Column("error", "Last error", \.error),
        Column("due", "Next attempt", \.nextAttempt),
    ]

    func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<FailedJob> {
        try page(of: await tenant.failedJobs.list(as: caller.principal), request)
    }
}

extension FailedJob: Identifiable {
    /// The module, the name and the number of the event, by which it is found again.
    var id: String { "\(module) \(name) \(event.map(String.init) ?? "")" }
}

/// Makes failed work due now.
struct RestartJob: Act {
    let job: String

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "restart-job"
    static let title: Words = "Restart"
    static let needs = Need<Self>(.manageFailedJobs)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: FailedJobsTable.self) { Self(job: $0.id) }]
    static let form = Form(Self.init, Field("job", \.job, .line, "Work"))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        let jobs = try await tenant.failedJobs.list(as: caller.principal)
        guard let failed = jobs.first(where: { $0.id == job }),
            try await tenant.failedJobs.restart(failed, as: caller.principal)
        else { throw NoFailedJob() }
        return Outcome("The work is due now.", next: FailedJobsTable())
    }
}

/// No failed work has this name now.
struct NoFailedJob: ExplainedError {
    var words: Words { "no such work has failed, or it was done meanwhile; look at the list again" }
}
