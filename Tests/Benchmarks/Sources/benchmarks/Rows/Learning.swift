import Atrium
import AtriumAnalytics
import AtriumCourses
import Foundation

/// Measures work on a million activities of 1,000 people: the import with rollups, the dashboard of teams by month, and the
/// rebuild of the rollups.
func measureLearning(_ bench: Bench) async throws {
    try await withTemporaryFolder { folder in
        let (data, copy) = (folder + "/atrium", folder + "/raw.db")
        let (id, principal) = try await foundSchool(in: data)
        try FileManager.default.copyItem(atPath: "\(data)/tenants/\(id).db", toPath: copy)
        let platform = try await Platform.open(at: data, modules: try WholePlatform.modules())
        do {
            let tenant = try await platform.tenant(id)
            let activities = Activities(count: bench.scale(1_000_000, quick: 20_000))
            let raw = try RawEntries(path: copy)
            try await measureIngest(bench, activities, tenant, principal, raw)
            try await measureDashboard(bench, activities, tenant, principal, raw)
            try await measureRebuild(bench, activities, tenant, principal)
            await platform.close()
        } catch {
            await platform.close()
            throw error
        }
    }
}

/// Provisions an organization at the beginning of the two years. Its people are in teams and enrolled in its courses.
private func foundSchool(in folder: String) async throws -> (OrganizationID, Principal) {
    let tokens = Tokens()
    var configuration = PlatformConfiguration(folder: folder)
    configuration.now = { Date(timeIntervalSince1970: Double(Activities.start)) }
    let platform = try await Platform.open(configuration, modules: try WholePlatform.modules(tokens: tokens))
    let (tenant, principal) = try await platform.foundByInvitation("school", tokens)
    var teams: [TeamID] = []
    for number in 0..<Activities.teams {
        teams.append(try await tenant.teams.create("Team \(number)", as: principal))
    }
    _ = try await tenant[Items.self].admit(0..<Activities.people, teams: teams)
    let courses = try tenant[Courses.self]
    for number in 0..<Activities.courses {
        try await courses.add(Course(id: CourseID("course-\(number)"), title: "Course \(number)"), as: principal)
    }
    let report = try await courses.importRecord(.csv, from: OneChunk(Activities.enrolments()), as: principal).get()
    guard report[.accepted] == Activities.people * Activities.courses else {
        throw HarnessError("not all people are enrolled: \(report.remarks.first?.reason ?? "")")
    }
    await platform.close()
    return (tenant.id, principal)
}

/// Measures the import. Ours takes two parts in a round, one of them for the control. Raw C takes both at once, so that all
/// tables grow equally.
private func measureIngest(
    _ bench: Bench, _ activities: Activities, _ tenant: Tenant, _ principal: Principal, _ raw: RawEntries
) async throws {
    let rounds = bench.scale(9, quick: 3)
    let piece = activities.count / (2 * (rounds + 1))
    let courses = try tenant[Courses.self]
    var (oursDone, rawDone) = (0, 0)
    func ours() async throws -> Run<Bool> {
        let csv = activities.csv(oursDone..<oursDone + piece)
        oursDone += piece
        return try await durably(commits: piece / 1_000) {
            try await timed(per: piece) {
                let report = try await courses.importRecord(.csv, from: OneChunk(csv), as: principal).get()
                return report[.accepted] == piece
            }
        }
    }
    func rawSide() async throws -> Run<Bool> {
        let rows = (rawDone..<rawDone + 2 * piece).map { activities[$0] }
        rawDone += 2 * piece
        return try await durably(commits: 2 * piece / 1_000) {
            try await timed(per: rows.count) { try raw.add(rows) == rows.count }
        }
    }
    let name = "learning.ingest-with-rollups"
    if bench.wants(name) {
        try await bench.compare(
            name, in: .microseconds, target: Target(.timesRaw(3)), expecting: true, rounds: rounds, ours: ours,
            raw: rawSide)
    }
    // Imports the rest, which the following rows need.
    while oursDone < activities.count { _ = try await ours() }
    while rawDone < activities.count { _ = try await rawSide() }
}

/// The sums of activities, active people and minutes over all cells.
private func dashboard(_ tenant: Tenant, _ principal: Principal) async throws -> [Int] {
    var query = FigureQuery(.teams, days: Day(year: 2024, month: 1)..<Day(year: 2026, month: 1), each: .month)
    query.figures = [.activities, .active, .minutes]
    let table = try await tenant[Analytics.self].table(query, as: principal)
    return query.figures.map { figure in
        table.rows.reduce(0) { sum, row in
            if case .count(let count) = table.value(of: figure, in: row) { sum + count } else { sum }
        }
    }
}

private func measureDashboard(
    _ bench: Bench, _ activities: Activities, _ tenant: Tenant, _ principal: Principal, _ raw: RawEntries
) async throws {
    let expected = try raw.scan()
    guard expected.first == activities.count else { throw HarnessError("raw C finds \(expected) activities") }
    try await bench.compare(
        "learning.dashboard-of-teams-by-month", in: .milliseconds,
        target: Target(.fasterThanRaw(200)), expecting: expected, rounds: 15,
        ours: { try await timed { try await dashboard(tenant, principal) } },
        raw: {
            let run = try await timed { try raw.scan() }
            raw.settleHeap()
            return run
        })
}

/// Measures a rebuild of all rollups in one commit: another time zone has other days.
private func measureRebuild(
    _ bench: Bench, _ activities: Activities, _ tenant: Tenant, _ principal: Principal
) async throws {
    guard bench.wants("learning.rebuild") else { return }
    var settings = OrganizationSettings(name: "School")
    guard let zone = TimeZone(identifier: "Europe/Berlin") else { throw HarnessError("the system has no time zones") }
    settings.timeZone = zone
    let run = try await durably(commits: 1) {
        try await timed {
            try await tenant.settings.change(settings, as: principal)
            return true
        }
    }
    guard try await dashboard(tenant, principal).first == activities.count else {
        throw HarnessError("the dashboard has another count after the rebuild")
    }
    bench.state("learning.rebuild", run.seconds, in: .seconds)
}

/// A source of one chunk.
struct OneChunk: AsyncSequence, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    struct Iterator: AsyncIteratorProtocol {
        var bytes: [UInt8]?

        mutating func next() async -> [UInt8]? { bytes.take() }
    }

    func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes) }
}
