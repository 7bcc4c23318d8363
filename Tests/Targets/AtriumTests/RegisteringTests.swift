import AtriumTesting
import Testing

@testable import Atrium

/// Registers something while it starts, and gives out its context.
private struct Registrant: Module {
    static let id: ModuleID = "registrant"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    var registering: @Sendable (TenantContext) throws -> Void = { _ in }

    func start(in tenant: TenantContext) throws -> TenantContext {
        try registering(tenant)
        return tenant
    }
}

private struct Bystander: Module {
    static let id: ModuleID = "bystander"
    static let dependencies: [any Module.Type] = [Registrant.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) throws {
        try RegisteringTests.registerAll(tenant.service(of: Registrant.self))
    }
}

private struct Rung: Event, Codable {}
private struct Broken: Error {}

struct RegisteringTests {
    /// Registers one thing of each kind, and returns the errors.
    fileprivate static func refusals(of tenant: TenantContext) -> [String] {
        let registrations: [() throws -> Void] = [
            { try tenant.on(Greeted.self) { _, _ in } }, { try tenant.onBatch(of: Greeted.self) { _, _ in } },
            { try tenant.after(TeamCreated.self) { _, _ in } }, { try tenant.every(.seconds(60), "late") {} },
            { try tenant.contribute("late", to: ExtensionPoint("registrant.words")) }, { try tenant.onClose {} },
        ]
        return registrations.compactMap { register in
            do { try register() } catch { return "\(error)" }
            return nil
        }
    }

    fileprivate static func registerAll(_ tenant: TenantContext) throws {
        let refusals = refusals(of: tenant)
        if !refusals.isEmpty { throw ConfigurationError(faults: refusals) }
    }

    /// The error of a module that registers something in its start.
    private func fault(_ registering: @escaping @Sendable (TenantContext) throws -> Void) async throws -> String {
        let error = await #expect(throws: ModuleStartError.self) {
            try await withAcme([Registrant(registering: registering)]) { _ in }
        }
        #expect(error?.module == "registrant")
        let cause = try #require(error?.cause as? ConfigurationError)
        #expect(error.map { "\($0)" } == "module 'registrant' did not start: \(cause)")
        return "\(cause)"
    }

    @Test(
        arguments: [
            .zero, .seconds(-1), .seconds(-1.0e18), .nanoseconds(1), .milliseconds(999), .seconds(3650 * 86_400 + 1),
            .seconds(Int64.max),
        ] as [Duration])
    func `recurring work with an interval that is too short or too long is refused`(_ interval: Duration) async throws {
        let fault = try await fault { try $0.every(interval, "tick") {} }
        #expect(
            fault
                == "module 'registrant': recurring work 'tick' has the interval \(interval); choose a second to ten years"
        )
    }

    @Test(arguments: [.seconds(1), .seconds(3650 * 86_400)] as [Duration])
    func `recurring work may run every second, or every ten years`(_ interval: Duration) async throws {
        try await withAcme([Registrant { try $0.every(interval, "tick") {} }]) { acme async throws in
            acme.test.clock.advance(by: interval)
            #expect(try await acme.test.platform.runDue() == 1)
        }
    }

    @Test(arguments: ["", " ", " tick", "tick\t", "ti\nck", "\u{0}"] as [StaticString])
    func `the name of recurring work must be one that people can read and tell apart`(_ name: StaticString) async throws
    {
        let fault = try await fault { try $0.every(.seconds(60), name) {} }
        #expect(
            fault
                == "module 'registrant': the name of its recurring work must have 1 to 100 characters, no control characters, "
                + "and no blanks at its ends; choose another")
    }

    @Test func `two pieces of recurring work of one module must have different names`() async throws {
        let fault = try await fault { tenant in
            try tenant.every(.seconds(60), "tick") {}
            try tenant.every(.seconds(3600), "tick") {}
        }
        #expect(fault == "module 'registrant': two pieces of recurring work are named 'tick'; rename one")
    }

    @Test func `what a module registers after its start has returned is refused, with an error that names it`()
        async throws
    {
        try await withAcme([Registrant()]) { acme async throws in
            let context = try acme.tenant[Registrant.self]
            #expect(
                Self.refusals(of: context)
                    == [
                        "a reaction to Greeted", "a reaction to Greeted", "a handler of TeamCreated",
                        "recurring work 'late'",
                        "a contribution to 'registrant.words'", "a body to run at the end",
                    ].map {
                        "module 'registrant': it registered \($0) after its start had returned; register it in start"
                    })
        }
    }

    @Test func `a module cannot register anything with the context of another module that has started`() async throws {
        let error = await #expect(throws: ModuleStartError.self) {
            try await withAcme([Registrant(), Bystander()]) { _ in }
        }
        #expect(error?.module == "bystander")
        #expect((error?.cause as? ConfigurationError)?.faults.count == 6)
    }

    @Test func `everything that a module registers in its start is accepted`() async throws {
        try await withAcme([Registrant(registering: Self.registerAll)]) { acme async throws in
            let context = try acme.tenant[Registrant.self]
            #expect(try context.contributions(to: ExtensionPoint<String>("registrant.words")) == ["late"])
        }
    }

    @Test func `the error of an organization that does not start says which module failed, and why`() async throws {
        let error = await #expect(throws: ModuleStartError.self) {
            try await withAcme([Greetings(), Registrant { _ in throw Broken() }]) { _ in }
        }
        #expect(error?.module == "registrant")
        #expect(error?.cause is Broken)
        #expect(error.map { "\($0)" } == "module 'registrant' did not start: Broken()")
    }
}
