import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Gives out its context. It closes when `closing` returns.
private struct Keeper: Module {
    static let id: ModuleID = "keeper"
    static let dependencies: [any Module.Type] = [Greetings.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    var closing: @Sendable () async -> Void = {}
    var work: @Sendable (OrganizationID) async throws -> Void = { _ in }

    func start(in tenant: TenantContext) throws -> TenantContext {
        try tenant.onClose(closing)
        try tenant.every(.seconds(3600), "work") { try await work(tenant.organization) }
        return tenant
    }
}

/// Everything that a caller can take from an organization. Each is used once.
private struct Handles: Sendable {
    let tenant: Tenant
    let greetings: GreetingService
    let context: TenantContext
    let account: AccountID
    let founder: Principal

    init(_ acme: Acme) async throws {
        (tenant, founder) = (acme.tenant, acme.founder)
        greetings = try tenant[Greetings.self]
        context = try tenant[Keeper.self]
        account = try #require(try await acme.test.platform.account(EmailAddress("founder@acme.example")))
    }

    /// The error of each use, or "fine" if there is none.
    func answers() async -> [String] {
        let uses: [@Sendable () async throws -> Void] = [
            { _ = try tenant[Greetings.self] }, { _ = try await tenant.principal(for: account) },
            { _ = try await tenant.members.list(as: founder) },
            { _ = try await tenant.teams.create("North", as: founder) },
            { try await tenant.roles.grant(Assignment(.member), to: founder.member!, as: founder) },
            { _ = try await tenant.settings.organization(as: founder) },
            { try await tenant.settings.change(OrganizationSettings(name: "X"), as: founder) },
            { _ = try await tenant.audit.verify(as: founder) },
            { _ = try await tenant.failedJobs.list(as: founder) },
            { _ = try await greetings.count(as: founder) }, { try await greetings.greet("Ada", as: founder) },
            { _ = try context.service(of: Greetings.self) },
            { try await context.store.read(as: context.system("x")) { _ in } },
            { try await context.store.write(as: context.system("x")) { _ in } },
            { _ = try await context.account(account) }, { _ = try context.contributions(to: .roles) },
            {
                _ = try await context.createAccount(
                    provenAddress: EmailAddress("new@x.example"), mailedAt: .now, name: "New")
            },
        ]
        var answers: [String] = []
        for use in uses {
            do {
                try await use()
                answers.append("fine")
            } catch {
                answers.append("\(error)")
            }
        }
        return answers
    }
}

struct HandleTests {
    @Test
    func `everything that was taken from an organization gives the current reason why it no longer works`()
        async throws
    {
        try await withAcme([Greetings(), Keeper()]) { acme async throws in
            let platform = acme.test.platform
            let first = try await Handles(acme)
            #expect(Set(await first.answers()) == ["fine"])
            try await platform.suspend(acme.tenant.id)
            #expect(Set(await first.answers()) == [OrganizationError.suspended.description])

            try await platform.resume(acme.tenant.id)
            let outdated =
                "the organization was suspended after this object was taken; look it up again with platform.tenant(_:)"
            #expect(Set(await first.answers()) == [outdated])
            let tenant = try await platform.tenant(acme.tenant.id)
            #expect(try await tenant[Greetings.self].greet("Ada", as: acme.founder) == 2)
            #expect(Set(await first.answers()) == [outdated])

            let second = try await Handles(Acme(test: acme.test, tenant: tenant, founder: acme.founder))
            try await platform.suspend(acme.tenant.id)
            #expect(Set(await first.answers() + second.answers()) == [OrganizationError.suspended.description])
            try await platform.delete(acme.tenant.id)
            #expect(Set(await first.answers() + second.answers()) == [OrganizationError.deleted.description])
            await platform.close()
            #expect(Set(await first.answers() + second.answers()) == [DatabaseError.closed.description])
        }
    }

    @Test func `a closed platform, and everything that was taken from it, says that it is closed`() async throws {
        try await withAcme([Greetings(), Keeper()]) { acme async throws in
            let handles = try await Handles(acme)
            let (platform, id) = (acme.test.platform, acme.tenant.id)
            await platform.close()
            #expect(Set(await handles.answers()) == [DatabaseError.closed.description])
            await #expect(throws: DatabaseError.closed) { try await platform.tenant(id) }
            await #expect(throws: DatabaseError.closed) { try await platform.runDue() }
            await #expect(throws: DatabaseError.closed) { try await platform.run() }
            await #expect(throws: DatabaseError.closed) { try await platform.suspend(id) }
        }
    }

    @Test(arguments: [false, true])
    func `units that run while an organization is suspended or deleted take place, or say that it is`(
        _ isDeleted: Bool
    ) async throws {
        try await withAcme([Greetings(), Keeper()]) { acme async throws in
            let (platform, greetings) = (acme.test.platform, try acme.tenant[Greetings.self])
            let begun = Locked(0)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        var count = 0
                        while true {
                            begun.withLock { $0 += 1 }
                            do {
                                if number.isMultiple(of: 2) {
                                    try await greetings.greet("Ada", as: acme.founder)
                                    count += 1
                                } else {
                                    _ = try await greetings.count(as: acme.founder)
                                }
                            } catch OrganizationError.suspended where !isDeleted {
                                return count
                            } catch OrganizationError.deleted where isDeleted {
                                return count
                            }
                        }
                    }
                }
                while begun.withLock({ $0 }) < 200 { await Task.yield() }
                if isDeleted {
                    try await platform.delete(acme.tenant.id)
                } else {
                    try await platform.suspend(acme.tenant.id)
                }
                let written = try await group.reduce(0, +)
                if isDeleted { return }
                try await platform.resume(acme.tenant.id)
                let again = try await platform.tenant(acme.tenant.id)
                #expect(try await again[Greetings.self].count(as: acme.founder) == written)
            }
        }
    }

    @Test func `resuming waits until the organization is closed, and then the organization is available`() async throws
    {
        let (closing, letting) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
        let keeper = Keeper(closing: {
            closing.continuation.yield()
            for await _ in letting.stream {}
        })
        try await withAcme([Greetings(), keeper]) { acme async throws in
            let (platform, id) = (acme.test.platform, acme.tenant.id)
            async let suspended: Void = platform.suspend(id)
            for await _ in closing.stream { break }
            async let resumed: Void = platform.resume(id)
            let greetings = try await platform.tenant(id).store
            await #expect(throws: OrganizationError.suspended) {
                try await greetings.read(as: acme.founder, .enter) { _ in }
            }
            letting.continuation.finish()
            try await suspended
            try await resumed
            let tenant = try await platform.tenant(id)
            #expect(try await tenant[Greetings.self].greet("Ada", as: acme.founder) == 1)
        }
    }

    @Test func `work that a suspension interrupts is not a failure, and is due again when the organization is resumed`()
        async throws
    {
        let (observer, platforms, runs) = (Recorder(), Locked<Platform?>(nil), Locked(0))
        let keeper = Keeper(work: { id in
            let count = runs.withLock { runs in
                runs += 1
                return runs
            }
            if count == 1, let platform = platforms.withLock({ $0 }) { try await platform.suspend(id) }
        })
        try await withAcme([Greetings(), keeper], configure: { $0.observer = observer }) { acme async throws in
            let platform = acme.test.platform
            platforms.withLock { $0 = platform }
            acme.test.clock.advance(by: .seconds(3600))
            #expect(try await platform.runDue() == 0)
            #expect(runs.withLock { $0 } == 1)
            #expect(try await platform.runDue() == 0)
            try await platform.resume(acme.tenant.id)
            #expect(try await platform.runDue() == 1)
            #expect(runs.withLock { $0 } == 2)
            #expect(observer.failures == [])
            let tenant = try await platform.tenant(acme.tenant.id)
            #expect(try await tenant.failedJobs.list(as: acme.founder) == [])
            // The platform holds the module, and the module's work holds this value. This line breaks the cycle.
            platforms.withLock { $0 = nil }
        }
    }
}
