import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Recurring work. Each organization has a different amount of it. Records whose work ran.
private struct Chores: Module {
    static let id: ModuleID = "chores"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("chores.wake", grantedTo: .everyMember)]
    static let schema = Schema()

    /// The organizations whose work ran, in the order of the runs.
    let ran = Locked<[OrganizationID]>([])
    /// How often the work "stuck" began. It never ends by itself.
    let stuck = Locked(0)
    let release = Locked<[CheckedContinuation<Void, Never>]>([])

    struct Service: Sendable {
        let store: Store

        func wake(_ name: StaticString, times: Int = 1, as principal: Principal) async throws {
            try await store.write(as: principal, Chores.permissions[0]) { work in try work.wake(name) }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        let left = Locked(1000)
        let store = tenant.store
        let system = tenant.system("wake")
        // A thousand runs, one after another.
        try tenant.every(.seconds(3600), "many") {
            ran.withLock { $0.append(tenant.organization) }
            let more = left.withLock { left in
                left -= 1
                return left > 0
            }
            if more { try await store.write(as: system) { try $0.wake("many") } }
        }
        try tenant.every(.seconds(3600), "single") { ran.withLock { $0.append(tenant.organization) } }
        try tenant.every(.seconds(3600), "stuck") {
            stuck.withLock { $0 += 1 }
            await withCheckedContinuation { continuation in release.withLock { $0.append(continuation) } }
        }
        return Service(store: tenant.store)
    }
}

struct FairnessTests {
    @Test func `an organization with a thousand pieces of work does not delay another's single piece`() async throws {
        let chores = Chores()
        try await withTemporaryPlatform([chores], configure: { $0.workers = 1 }) { test in
            let busy = try await test.organization("busy")
            let quiet = try await test.organization("quiet", founder: "boss@quiet.example")
            let one = try await test.member("a@acme.example", in: busy)
            let other = try await test.member("b@acme.example", in: quiet)
            try await busy[Chores.self].wake("many", as: one)
            try await quiet[Chores.self].wake("single", as: other)
            try await test.platform.runDue()
            let ran = chores.ran.withLock { $0 }
            #expect(ran.count == 1001)
            #expect(try #require(ran.firstIndex(of: quiet.id)) <= 2)
        }
    }

    @Test func `work that hangs in one organization does not stop the running platform's work in another`() async throws
    {
        let chores = Chores()
        try await withTemporaryPlatform([chores]) { test async throws in
            let hung = try await test.organization("hung")
            let quiet = try await test.organization("quiet", founder: "boss@quiet.example")
            let one = try await test.member("a@acme.example", in: hung)
            let other = try await test.member("b@acme.example", in: quiet)
            try await test.platform.runDue()
            try await hung[Chores.self].wake("stuck", as: one)
            let running = Task { try await test.platform.run() }
            while chores.release.withLock({ $0.isEmpty }) { await Task.yield() }
            // All other workers are idle when the next work comes.
            for _ in 1...200 { _ = try await quiet.settings.organization(as: other) }
            try await quiet[Chores.self].wake("single", as: other)
            while chores.ran.withLock({ $0.isEmpty }) { await Task.yield() }
            for continuation in chores.release.withLock({ $0 }) { continuation.resume() }
            running.cancel()
            _ = await running.result
        }
    }

    @Test func `work that exceeds its deadline is reported and abandoned, and does not begin twice`() async throws {
        let chores = Chores()
        let recorder = Recorder()
        try await withTemporaryPlatform(
            [chores],
            configure: { configuration in
                configuration.workTimeout = .milliseconds(20)
                configuration.observer = recorder
            }
        ) { test async throws in
            let tenant = try await test.organization()
            let member = try await test.member("a@acme.example", in: tenant)
            try await tenant[Chores.self].wake("stuck", as: member)
            try await test.platform.runDue()
            #expect(recorder.failures == ["stuck"])
            test.clock.advance(by: .seconds(60))
            try await tenant[Chores.self].wake("single", as: member)
            try await test.platform.runDue()
            #expect(chores.stuck.withLock { $0 } == 1)
            #expect(chores.ran.withLock { $0 } == [tenant.id])
            for continuation in chores.release.withLock({ $0 }) { continuation.resume() }
        }
    }
}
