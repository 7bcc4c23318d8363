import Atrium
import AtriumCourses
import AtriumPrivacy
import Foundation
import Synchronization

/// Measures the erasure of 1,000 people among 28,785: the units one after the other, the cleaning of the files that follows,
/// and how long somebody else waits for a read before and meanwhile.
func measureErasing(_ bench: Bench) async throws {
    guard bench.wants("erase") else { return }
    let (people, erased) = (bench.scale(28_785, quick: 300), bench.scale(1_000, quick: 20))
    try await withTemporaryFolder { folder in
        let (tokens, clock) = (Tokens(), MovingClock())
        var configuration = PlatformConfiguration(folder: folder + "/atrium")
        configuration.now = { clock.now }
        let platform = try await Platform.open(configuration, modules: try WholePlatform.modules(tokens: tokens))
        do {
            let (tenant, principal) = try await platform.foundByInvitation("school", tokens)
            let members = try await enrol(people, withAccounts: erased, in: tenant, on: platform, as: principal)
            let reader = ReadingProbe(tenant, principal)
            let before = try await reader.delays(while: { try await Task.sleep(for: .seconds(2)) })
            let (privacy, chosen) = (try tenant[Privacy.self], members.prefix(erased))
            let clean = { @Sendable () async throws -> Run<Bool> in
                clock.advance(by: 61)
                return try await timed {
                    try await platform.runDue()
                    return true
                }
            }
            var (units, files) = (0.0, 0.0)
            let meanwhile = try await reader.delays(while: {
                units = try await timed {
                    for member in chosen { try await privacy.erase(member, as: principal) }
                    return true
                }.seconds
                files = try await clean().seconds
            })
            let finished = try await privacy.erasures(as: principal).entries
            guard finished.count == min(erased, 100), finished.allSatisfy(\.isFinished) else {
                throw HarnessError("not all erasures are finished")
            }
            bench.state("erase.units", units, in: .seconds)
            bench.state("erase.cleaning-the-files", files, in: .seconds)
            bench.state("erase.p99-of-reads-before", Figures.quantile(0.99, of: before) * 1_000, in: .milliseconds)
            bench.state(
                "erase.p99-of-reads-meanwhile", Figures.quantile(0.99, of: meanwhile) * 1_000, in: .milliseconds)
            bench.state("erase.longest-read-meanwhile", (meanwhile.max() ?? .nan) * 1_000, in: .milliseconds)
            await platform.close()
        } catch {
            await platform.close()
            throw error
        }
    }
}

/// Admits people, the first of whom have accounts, and imports ten enrolments for each.
private func enrol(
    _ count: Int, withAccounts accountCount: Int, in tenant: Tenant, on platform: Platform, as principal: Principal
) async throws -> [MemberID] {
    var accounts: [AccountID] = []
    for number in 0..<accountCount {
        let address = try EmailAddress(Activities.email(of: number))
        accounts.append(try await platform.createAccount(provenAddress: address, name: "Person \(number)"))
    }
    let members = try await tenant[Items.self].admit(0..<count, accounts: accounts)
    let courses = try tenant[Courses.self]
    for number in 0..<Activities.courses {
        try await courses.add(Course(id: CourseID("course-\(number)"), title: "Course \(number)"), as: principal)
    }
    let report = try await courses.importRecord(
        .csv, from: OneChunk(Activities.enrolments(of: count)), as: principal
    ).get()
    guard report[.accepted] == count * Activities.courses else { throw HarnessError("not all people are enrolled") }
    return members
}

/// A clock that a benchmark moves.
private final class MovingClock: Sendable {
    private let moment = Mutex(Date(timeIntervalSince1970: Double(Activities.start)))

    var now: Date { moment.withLock { $0 } }

    func advance(by seconds: TimeInterval) { moment.withLock { $0 += seconds } }
}

/// Reads again and again, as somebody who opens pages, and keeps how long each read takes.
private struct ReadingProbe {
    let tenant: Tenant
    let principal: Principal

    init(_ tenant: Tenant, _ principal: Principal) { (self.tenant, self.principal) = (tenant, principal) }

    func delays(while work: () async throws -> Void) async throws -> [Double] {
        let isOver = Atomic(false)
        let (items, principal) = (try tenant[Items.self], principal)
        async let delays = Self.read(items, principal, until: { isOver.load(ordering: .relaxed) })
        defer { isOver.store(true, ordering: .relaxed) }
        try await work()
        isOver.store(true, ordering: .relaxed)
        return try await delays
    }

    private static func read(
        _ items: ItemService, _ principal: Principal, until isOver: @Sendable () -> Bool
    ) async throws -> [Double] {
        var delays: [Double] = []
        while !isOver() {
            delays.append(try await timed { try await items.count(from: 0, as: principal) }.seconds)
            try await Task.sleep(for: .milliseconds(1))
        }
        return delays
    }
}
