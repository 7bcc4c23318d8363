import Atrium
import AtriumTesting
import Testing

/// The faults of a module, as texts.
private func faults<M: Module>(
    of module: M, with dependencies: [any Module] = [], olderRows: KeyValuePairs<String, [SQL]> = [:],
    operations: [ModuleOperation<M>] = [], scenario: (@Sendable (ModuleWorld<M>) async throws -> Void)? = nil
) async throws -> [String] {
    do {
        try await verifyModule(
            module, with: dependencies, olderRows: olderRows, operations: operations, scenario: scenario)
        return []
    } catch let error as ConformanceError { return error.faults.map(\.description) }
}

struct VerifyModuleTests {
    @Test func `a module that keeps all rules passes, with its scenario and its operations`() async throws {
        try await verifyModule(
            Goals(), olderRows: ["create goal": ["INSERT INTO goals_goal VALUES ('0', 'read')"]],
            operations: [
                .init("set a goal", as: \.manager, needs: .setGoals) { world, principal in
                    _ = try await world.service.set("write", for: world.bob.id, as: principal)
                },
                .init("list goals", as: \.ada, needs: .viewGoals) { _ = try await $0.service.list(as: $1) },
            ]
        ) { world in
            for text in ["read", "listen"] {
                _ = try await world.service.set(text, for: world.ada.id, as: world.manager)
            }
            world.keeps("the goals") { try await $0.service.list(as: $0.ada) }
        }
    }

    @Test func `the error names the module and all of its faults`() async throws {
        let error = await #expect(throws: ConformanceError.self) { try await verifyModule(Gossip()) }
        #expect(
            error?.description == """
                module 'gossip' has a fault:
                - personal data is declared: gossip_rumour.text may hold something about a person, and 'gossip' does not say \
                what; export, erase or keep it in a PersonalTable
                """)
        #expect(error?.faults.map(\.rule) == [.personalData])
    }

    @Test func `a table of a foreign name is refused`() async throws {
        let found = try await faults(of: Stray())
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("the schema migrates from every version: the migrations do not run in an empty file")
                == true)
        #expect(found.first?.contains("stray_") == true)
    }

    @Test func `a migration has to cope with the rows of the version before`() async throws {
        #expect(try await faults(of: Abrupt()) == [])
        let found = try await faults(
            of: Abrupt(), olderRows: ["create note": ["INSERT INTO abrupt_note VALUES (1)"], "no such": []])
        #expect(found.count == 2)
        #expect(found.first?.hasSuffix("olderRows names 'no such', which is no migration; correct the name") == true)
        #expect(found.last?.contains("a file of the version 'create note' does not migrate") == true)
        #expect(found.last?.hasSuffix("a migration has to cope with existing rows") == true)
    }

    @Test func `a dependency is declared by the module, and passed by its author`() async throws {
        #expect(
            try await faults(of: Peeker(), with: [Goals()]) == [
                "dependencies are declared: module 'peeker' asked for 'goals' without listing it in dependencies; add Goals.self there"
            ])
        #expect(
            try await faults(of: Needy()) == [
                "dependencies are declared: 'needy' needs 'goals', which the call does not pass; name it in verifyModule(…, with: […])"
            ])
        #expect(try await faults(of: Needy(), with: [Goals()]) == [])
    }

    @Test func `a start that was interrupted is followed by one that succeeds`() async throws {
        let found = try await faults(of: Leaky())
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix(
                "a start can be repeated: after a start that was interrupted after its commit 1, the next start threw:")
                == true)
        #expect(found.first?.contains("Register onClose before anything that can fail") == true)
    }

    @Test func `what one organization writes is in its own file`() async throws {
        let found = try await faults(of: Mixing()) {
            try await $0.service.write("INSERT INTO mixing_note VALUES (NULL)")
        }
        #expect(
            found == [
                "organizations are separate: while the scenario ran in one organization, in another one mixing_note has 1 row "
                    + "instead of 0. Keep the store and the data of an organization in its service: start(in:) makes one for each "
                    + "organization"
            ])
    }

    @Test func `what was written is there after a restart, also if it is only read`() async throws {
        let emptied = try await faults(of: Forgetful()) {
            try await $0.service.write("INSERT INTO forgetful_note VALUES (NULL)")
        }
        #expect(
            emptied == [
                "what was written survives a restart: after a restart, forgetful_note has 0 rows instead of 1. A start must leave "
                    + "the rows as they are. What the module missed belongs into catchUp"
            ])
        let kept = try await faults(of: Airy()) { world in
            try world.service.notes.withLock { $0.append("one") }
            world.keeps("the notes") { try $0.service.notes.withLock(\.self) }
        }
        #expect(
            kept == [
                "what was written survives a restart: after a restart, 'the notes' reads [] instead of [\"one\"]. Write it to a table"
            ])
    }

    @Test func `reactions and handlers that run again leave the same rows`() async throws {
        let advice =
            "Bodies, reactions and handlers may run again: write only through the unit, and keep nothing of it in memory"
        #expect(
            try await faults(of: Miscounting()) == [
                "units may run again: after acts that failed and were done again, miscounting_count has (NULL, 2) instead of (NULL, 1). "
                    + advice
            ])
        let module = Stuttering()
        let found = try await faults(of: module) { world in
            module.count.withLock { $0 = 0 }
            try await world.service.say()
            try await world.settle()
        }
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix(
                "units may run again: after handlers failed and a crash interrupted them, stuttering_count has (NULL, ")
                == true)
        #expect(found.first?.hasSuffix("instead of (NULL, 1). " + advice) == true)
    }

    @Test func `work in the background must not fail, and an error of the scenario is told`() async throws {
        let failing = try await faults(of: Clumsy()) { $0.test.clock.advance(by: .seconds(60)) }
        #expect(failing == ["the scenario succeeds: 'carry' failed: Dropped(). Work in the background must not fail"])
        let thrown = try await faults(of: Airy()) { _ in throw MemberError.unknown }
        #expect(thrown == ["the scenario succeeds: it threw: \(MemberError.unknown)"])
    }

    private static let requests: [(needed: Permission, asked: Permission, faults: [String])] = [
        (.order, .order, []),
        (
            .order, .viewOrganization,
            ["'order' is done without 'orders.order'; ask for it in store.read or store.write"]
        ),
        (
            .order, .changeSettings,
            ["'order' needs 'orders.order', but its service asks for 'kernel.change settings'; name that one"]
        ),
        (
            .undeclared, .order,
            ["'order' needs 'orders.undeclared', which nobody declares; add it to permissions of 'orders'"]
        ),
        (
            .order, .undeclared,
            ["'order' asks for 'orders.undeclared', which nobody declares; add it to permissions of 'orders'"]
        ),
    ]

    @Test(arguments: requests)
    func `an operation asks for the permission that it needs, and the module declares it`(
        needed: Permission, asked: Permission, expected: [String]
    ) async throws {
        let found = try await faults(
            of: Orders(),
            operations: [
                .init("order", as: \.manager, needs: needed) { try await $0.service.order(asked, as: $1) }
            ])
        #expect(found == expected.map { "operations ask for their permission: \($0)" })
    }

    @Test func `a permission that is declared is needed by something`() async throws {
        let found = try await faults(of: Orders()) { _ in }
        #expect(
            found == [
                "operations ask for their permission: 'orders.order' is declared, but no operation or surface needs it, and no "
                    + "unit of the scenario wrote with it; add an operation that needs it to verifyModule(…, operations: […]), or remove it from "
                    + "permissions of 'orders'"
            ])
        #expect(try await faults(of: Orders()) { try await $0.service.order(.order, as: $0.manager) } == [])
    }

    @Test func `surfaces are offered to those whom the service lets in`() async throws {
        let see = Showy.permissions[0]
        let operations: [ModuleOperation<Showy>] = [
            .init("look out", as: \.manager, needs: see) { _ = try await $0.service.read(as: $1, see) { _ in } }
        ]
        let found = try await faults(of: Showy(), operations: operations) { _ in }
        #expect(
            found.contains(
                "surfaces offer what the service allows: showy/window is offered to the member with sample 1, and refused: "
                    + "'showy.see'"))
        #expect(found.allSatisfy { $0.hasPrefix("surfaces offer what the service allows: ") })
        // Without a scenario there may be no rows to show.
        try await verifyModule(Showy())
    }

    @Test func `a module in another language has all texts of its surfaces in it`() async throws {
        #expect(
            try await faults(of: Babel()) == [
                "texts are translated: 'How high the tower is.' has no phrase in 'fr'; add one to the module's phrases"
            ])
    }
}
