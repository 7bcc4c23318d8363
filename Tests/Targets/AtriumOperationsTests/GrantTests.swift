import Atrium
import AtriumOperations
import AtriumTesting
import Testing

/// A shop window, which the organization lets more people change.
private struct Windows: Module {
    static let id: ModuleID = "windows"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.decorate, .close]
    static let schema = Schema(Migration("create window", "CREATE TABLE windows_window (text TEXT NOT NULL) STRICT"))

    func start(in tenant: TenantContext) -> WindowService { WindowService(store: tenant.store) }
}

extension Permission {
    fileprivate static let decorate = Permission(
        "windows.decorate", grantedTo: .administrator, .supervisor, adjustable: [.supervisor, .manager, .everyMember])
    fileprivate static let close = Permission("windows.close", grantedTo: .administrator)
}

private struct WindowService: Sendable {
    let store: Store

    func decorate(as principal: Principal, in scope: Scope = .organization) async throws {
        try await store.write(as: principal, .decorate, in: scope) {
            _ = try $0.run("INSERT INTO windows_window VALUES ('stars')")
        }
    }
}

private struct World: Sendable {
    let test: TemporaryPlatform
    let acme: Tenant
    let ada, max, sue, bob: Principal
    let north: TeamID

    var windows: WindowService { get throws { try acme[Windows.self] } }

    func isRefused(_ principal: Principal, in scope: Scope = .organization) async throws -> Bool {
        do { try await windows.decorate(as: principal, in: scope) } catch is AccessError { return true }
        return false
    }
}

private func withWorld(_ body: (World) async throws -> Void) async throws {
    try await withTemporaryPlatform([Windows()]) { test in
        let acme = try await test.organization()
        let ada = try await test.member("ada@acme.example", roles: [Assignment(.administrator)], in: acme)
        let north = try await acme.teams.create("North", as: ada)
        try await body(
            World(
                test: test, acme: acme, ada: ada,
                max: test.member("max@acme.example", roles: [Assignment(.manager)], in: acme),
                sue: test.member("sue@acme.example", roles: [Assignment(.supervisor, team: north)], in: acme),
                bob: test.member("bob@acme.example", in: acme), north: north))
    }
}

struct GrantTests {
    @Test func `an organization grants a permission to another role, and takes it from one`() async throws {
        try await withWorld { world in
            #expect(try await world.isRefused(world.max))
            #expect(try await !world.isRefused(world.sue, in: .team(world.north)))
            try await world.acme.grants.set(.manager, of: .decorate, to: true, as: world.ada)
            try await world.acme.grants.set(.supervisor, of: .decorate, to: false, as: world.ada)
            #expect(try await !world.isRefused(world.max))
            #expect(try await world.isRefused(world.sue, in: .team(world.north)))
            #expect(try await world.isRefused(world.bob))
            try await world.acme.grants.set(.everyMember, of: .decorate, to: true, as: world.ada)
            #expect(try await !world.isRefused(world.bob))
        }
    }

    @Test func `what an organization decided survives a restart, and is its own`() async throws {
        try await withWorld { world in
            try await world.acme.grants.set(.manager, of: .decorate, to: true, as: world.ada)
            let beta = try await world.test.organization("beta", founder: "boss@beta.example")
            let boss = try await world.test.member("eve@beta.example", roles: [Assignment(.manager)], in: beta)
            await #expect(throws: AccessError.self) { try await beta[Windows.self].decorate(as: boss) }
            let again = try await world.test.reopened()
            let acme = try await again.platform.tenant("acme")
            try await acme[Windows.self].decorate(as: world.max)
            let changed = try await acme.grants.list(as: world.ada).filter { $0.isGranted != $0.isDefault }
            #expect(changed.map(\.grant) == [.manager])
            await again.platform.close()
        }
    }

    @Test func `only administrators and operators decide, and only what a module leaves to them`() async throws {
        try await withWorld { world in
            let grants = world.acme.grants
            for other in [world.max, world.sue, world.bob] {
                await #expect(throws: AccessError.self) {
                    try await grants.set(.manager, of: .decorate, to: true, as: other)
                }
            }
            try await grants.set(.manager, of: .decorate, to: true, as: world.test.platform.operator("Root"))
            for (grant, permission) in [(Permission.Grant.administrator, Permission.decorate), (.manager, .close)] {
                await #expect(throws: GrantError.fixed(permission)) {
                    try await grants.set(grant, of: permission, to: false, as: world.ada)
                }
            }
            // A key that does not have the permission cannot hand it out.
            let key = world.ada.limited(to: [Permission.adjustGrants.id], by: "key")
            await #expect(throws: AccessError.self) {
                try await grants.set(.everyMember, of: .decorate, to: true, as: key)
            }
        }
    }

    @Test func `the audit chain names who decided, and a choice that changes nothing is no entry`() async throws {
        try await withWorld { world in
            try await world.acme.grants.set(.manager, of: .decorate, to: true, as: world.ada)
            let entry = try #require(try await world.acme.audit.list(as: world.ada).entries.first)
            #expect(entry.content?.permission == "kernel.adjust grants")
            #expect(entry.content?.subject == "grant:windows.decorate:role-manager:granted")
            try await world.acme.grants.set(.manager, of: .decorate, to: true, as: world.ada)
            #expect(try await world.acme.audit.list(as: world.ada).entries.first?.id == entry.id)
        }
    }

    @Test func `a permission that a module adjusts for others than roles and members is a fault`() async throws {
        struct Broken: Module {
            static let id: ModuleID = "broken"
            static let dependencies: [any Module.Type] = []
            static let permissions = [Permission("broken.see", grantedTo: .administrator, adjustable: [.anyone])]
            static let schema = Schema()
            func start(in tenant: TenantContext) {}
        }
        await #expect { try await withTemporaryPlatform([Broken()]) { _ in } } throws: { error in
            (error as? ConfigurationError)?.faults.contains { $0.contains("adjustable") } == true
        }
    }

    @Test func `a role that an organization could add, and that does not exist, is a fault at once`() async throws {
        struct Broken: Module {
            static let id: ModuleID = "broken"
            static let dependencies: [any Module.Type] = []
            static let permissions = [
                Permission("broken.see", grantedTo: .administrator, adjustable: [.role("ghost")])
            ]
            static let schema = Schema()
            func start(in tenant: TenantContext) {}
        }
        try await withTemporaryPlatform([Broken()]) { test in
            let error = await #expect(throws: ConfigurationError.self) { _ = try await test.organization() }
            #expect(error?.faults.contains { $0.contains("'ghost', which is missing") } == true)
        }
    }
}
