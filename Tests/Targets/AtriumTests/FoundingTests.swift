import AtriumTesting
import Foundation
import Synchronization
import Testing

@testable import Atrium

struct FoundingTests {
    @Test func `many organizations can be created concurrently, a few of them at a time`() async throws {
        let guests = Guests()
        try await withTemporaryPlatform([guests], configure: { $0.workers = 3 }) { test in
            let founder = try EmailAddress("founder@x.example")
            _ = try await test.platform.createAccount(provenAddress: founder, name: "Founder")
            let ids = try await withThrowingTaskGroup { group in
                for number in 0..<40 {
                    group.addTask {
                        try await test.platform.createOrganization(
                            OrganizationSettings(name: "Number \(number)"), slug: "number-\(number)", founder: founder
                        ).id
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 40)
            #expect(guests.most.load(ordering: .relaxed) <= 3)
            let again = try await test.reopened()
            for number in 0..<40 {
                let tenant = try await again.platform.tenant("number-\(number)")
                #expect(ids.contains(tenant.id))
                #expect(try await tenant[Guests.self].names() == ["at the founding", "at the start"])
            }
            await again.platform.close()
        }
    }

    @Test func `a caller that looks up an organization during its creation waits for it`() async throws {
        let doorkeeper = Doorkeeper()
        try await withTemporaryPlatform([doorkeeper]) { test in
            async let created = test.organization()
            await doorkeeper.isReached()
            async let found = test.platform.tenant("acme")
            doorkeeper.open()
            let (tenant, same) = (try await created, try await found)
            #expect(tenant === same)
        }
    }

    @Test func `closing the platform waits for an organization in creation, and none can be created afterwards`()
        async throws
    {
        let doorkeeper = Doorkeeper()
        try await withTemporaryPlatform([doorkeeper]) { test in
            async let created = test.organization()
            await doorkeeper.isReached()
            async let closed: Void = test.platform.close()
            doorkeeper.open()
            let id = try await created.id
            await closed
            let error = await #expect(throws: DatabaseError.self) {
                try await test.platform.createOrganization(
                    OrganizationSettings(name: "Late"), slug: "late", founder: EmailAddress("founder@acme.example"))
            }
            #expect(error?.kind == .unavailable)
            let again = try await test.reopened()
            #expect(try await again.platform.tenant("acme").id == id)
            await again.platform.close()
        }
    }

    @Test func `the creation of an organization continues when its caller is cancelled`() async throws {
        let doorkeeper = Doorkeeper()
        try await withTemporaryPlatform([doorkeeper]) { test in
            let creating = Task { try await test.organization() }
            await doorkeeper.isReached()
            creating.cancel()
            doorkeeper.open()
            let tenant = try await creating.value
            #expect(try await test.platform.tenant("acme") === tenant)
        }
    }

    @Test
    func `an organization whose file cannot be saved does not exist, and its slug is free after the next opening`()
        async throws
    {
        try await withTemporaryPlatform { test in
            let (tenants, away) = ("\(test.folder)/tenants", "\(test.folder)/away")
            try FileManager.default.moveItem(atPath: tenants, toPath: away)
            let error = await #expect(throws: DatabaseError.self) { try await test.organization() }
            #expect(error?.kind == .unavailable)
            try FileManager.default.moveItem(atPath: away, toPath: tenants)
            await #expect(throws: OrganizationError.unknown) { try await test.platform.tenant("acme") }
            let again = try await test.reopened()
            let account = try #require(try await again.platform.account(EmailAddress("founder@acme.example")))
            #expect(try await again.platform.organizations(of: account).isEmpty)
            let tenant = try await again.organization()
            #expect(try await again.platform.organizations(of: account).map(\.organization) == [tenant.id])
            await again.platform.close()
        }
    }
}

/// Reads and writes at its first start, and writes when the organization is created. Records how many starts run at the same
/// time.
private final class Guests: Module {
    static let id: ModuleID = "guests"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create guest", "CREATE TABLE guests_guest (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID"))

    struct Service: Sendable {
        let store: Store
        let system: SystemPrincipal

        func names() async throws -> [String] {
            try await store.read(as: system) {
                try $0.rows("SELECT name FROM guests_guest ORDER BY name", as: String.self)
            }
        }
    }

    private let starting = Atomic(0)
    let most = Atomic(0)

    func start(in tenant: TenantContext) async throws -> Service {
        let now = starting.add(1, ordering: .relaxed).newValue
        _ = most.max(now, ordering: .relaxed)
        defer { starting.subtract(1, ordering: .relaxed) }
        let service = Service(store: tenant.store, system: tenant.system("greet"))
        let isHere = try await service.names().contains("at the start")
        await Task.yield()
        if !isHere {
            try await service.store.write(as: service.system) { work in
                try work.run("INSERT INTO guests_guest VALUES ('at the start')")
            }
        }
        try tenant.on(OrganizationCreated.self) { _, work in
            try work.run("INSERT INTO guests_guest VALUES ('at the founding')")
        }
        return service
    }
}

/// Lets an organization start once `open` is called.
private final class Doorkeeper: Module {
    static let id: ModuleID = "doorkeeper"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    private let arrivals = AsyncStream<Void>.makeStream()
    private let opening = AsyncStream<Void>.makeStream()

    func start(in tenant: TenantContext) async {
        arrivals.continuation.yield()
        for await _ in opening.stream {}
    }

    func isReached() async { for await _ in arrivals.stream { return } }

    func open() { opening.continuation.finish() }
}
