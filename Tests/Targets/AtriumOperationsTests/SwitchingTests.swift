import AtriumOperations
import AtriumTesting
import TestSupport
import Testing

@testable import Atrium

struct SwitchingTests {
    @Test func `a module that is off does nothing, and its data stays`() async throws {
        try await withShop { shop in
            try await shop.sell(1)
            try await shop.test.settle()
            let (sales, totals) = (try shop.tenant[Sales.self], try shop.tenant[Totals.self])
            try await shop.switchTo(["totals": false])
            #expect(try await shop.states() == ["sales": .on, "totals": .off, "report": .waiting(for: ["totals"])])
            #expect(throws: ModuleError("totals", .off)) { try shop.tenant[Totals.self] }
            #expect(throws: ModuleError("report", .waiting(for: ["totals"]))) { try shop.tenant[Report.self] }
            // A service from before does not work either.
            await #expect(throws: ModuleError("totals", .off)) { try await totals.total(as: shop.founder) }
            #expect(shop.faults.closed.withLock(\.self) == 1)
            try await sales.sell(2, as: shop.founder)
            try await shop.test.settle()
            try await shop.tenant.file.read { connection throws in
                let kernel = connection.kernel
                #expect(try kernel.one("SELECT sum FROM totals_total", as: Int.self) == 1)
                #expect(try kernel.one("SELECT count(*) FROM totals_line", as: Int.self) == 1)
                #expect(try kernel.one("SELECT count(*) FROM kernel_event", as: Int.self) == 0)
                #expect(try kernel.one("SELECT count(*) FROM kernel_subscription", as: Int.self) == 0)
                #expect(try kernel.one("SELECT count(*) FROM kernel_job", as: Int.self) == 0)
            }
            #expect(try await shop.tenant.audit.verify(as: shop.founder).count > 0)
        }
    }

    @Test func `a module that comes back catches up, and those that waited for it work again`() async throws {
        try await withShop { shop in
            try await shop.sell(1)
            try await shop.test.settle()
            try await shop.switchTo(["totals": false])
            try await shop.sell(2)
            try await shop.switchTo(["totals": true])
            try await shop.sell(4)
            try await shop.test.settle()
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 7)
            #expect(try shop.tenant[Report.self] == "report")
            // Only what was published after it came back.
            #expect(try await shop.tenant[Totals.self].lines(as: shop.founder) == 2)
        }
    }

    @Test func `what was switched stays so after a restart, and the file is migrated`() async throws {
        try await withShop { shop in
            try await shop.switchTo(["totals": false])
            let again = try await shop.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            #expect(throws: ModuleError("totals", .off)) { try tenant[Totals.self] }
            await again.platform.close()
        }
    }

    @Test func `the plan says what ends and what stays, and changes nothing`() async throws {
        try await withShop { shop in
            try await shop.sell(1)
            let member = try await shop.test.member("clerk@acme.example", roles: [Assignment("clerk")], in: shop.tenant)
            #expect(member.member != nil)
            let plan = try await shop.tenant.modules.plan(["totals": false], as: shop.grace)
            #expect(plan.choices == ["totals": false])
            #expect(plan.ends.map(\.module) == ["totals", "report"])
            let effect = try #require(plan.ends.first)
            #expect(effect.recurringWork == ["check"] && effect.permissions == [.readTotals])
            #expect(effect.events.count == 1 && effect.holders == ["clerk": 1])
            #expect(effect.rows >= 1)
            #expect(try await shop.states().values.allSatisfy { $0 == .on })
        }
    }

    @Test func `a module takes with it what it needs`() async throws {
        try await withShop { shop in
            try await shop.switchTo(["sales": false, "totals": false, "report": false])
            let plan = try await shop.tenant.modules.plan(["report": true], as: shop.grace)
            #expect(plan.choices == ["sales": true, "totals": true, "report": true])
            #expect(plan.starts == ["sales", "totals", "report"])
            try await shop.tenant.modules.carryOut(plan, as: shop.grace)
            #expect(try shop.tenant[Report.self] == "report")
        }
    }

    @Test func `a plan that is out of date is not carried out`() async throws {
        try await withShop { shop in
            let plan = try await shop.tenant.modules.plan(["totals": false], as: shop.grace)
            try await shop.switchTo(["report": false])
            await #expect(throws: ModulePlanError.outdated) {
                try await shop.tenant.modules.carryOut(plan, as: shop.grace)
            }
            #expect(try await shop.states()["totals"] == .on)
        }
    }

    @Test(arguments: ["start", "catch-up"])
    func `if a module does not start, nothing changes`(_ what: String) async throws {
        try await withShop { shop in
            try await shop.switchTo(["totals": false, "report": false])
            (what == "start" ? shop.faults.starts : shop.faults.catchUps).withLock { $0 = 1 }
            let error = await #expect(throws: ModuleStartError.self) { try await shop.switchTo(["report": true]) }
            #expect(error?.module == "totals")
            #expect(try await shop.states() == ["sales": .on, "totals": .off, "report": .off])
            try await shop.sell(1)
            try await shop.switchTo(["report": true])
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 1)
        }
    }

    @Test func `an optional module that does not start is started again, and those that need it wait`() async throws {
        try await withShop(configure: { $0.optionalModules = [Totals.self] }) { shop in
            shop.faults.starts.withLock { $0 = 2 }
            let again = try await shop.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            let shop = Shop(test: again, tenant: tenant, founder: shop.founder, grace: shop.grace, faults: shop.faults)
            #expect(try await shop.states() == ["sales": .on, "totals": .failed, "report": .waiting(for: ["totals"])])
            #expect(throws: ModuleError("totals", .failed)) { try tenant[Totals.self] }
            try await shop.sell(3)
            // The first attempt, five minutes later, fails too. The second succeeds.
            again.clock.advance(by: .seconds(301))
            try await again.settle()
            #expect(try await shop.states()["totals"] == .failed)
            again.clock.advance(by: .seconds(301))
            try await again.settle()
            #expect(try await shop.states() == ["sales": .on, "totals": .on, "report": .on])
            #expect(try await tenant[Totals.self].total(as: shop.founder) == 3)
            #expect(try await tenant.failedJobs.list(as: shop.grace).isEmpty)
            await again.platform.close()
        }
    }

    @Test func `a module whose code is missing keeps its data, and a role of it can be revoked`() async throws {
        try await withShop { shop in
            try await shop.sell(1)
            let clerk = try await shop.test.member("clerk@acme.example", roles: [Assignment("clerk")], in: shop.tenant)
            let again = try await shop.test.reopened(with: [Sales()])
            let tenant = try await again.platform.tenant("acme")
            let states = try await tenant.modules.list(as: shop.grace).map { ($0.id, $0.state) }
            #expect(states.map(\.0) == ["sales", "report", "totals"])
            #expect(states.map(\.1) == [.on, .missing, .missing])
            try await tenant[Sales.self].sell(2, as: shop.founder)
            let member = try #require(clerk.member)
            try await tenant.roles.revoke(Assignment("clerk"), from: member, as: shop.founder)
            let back = try await again.reopened(with: [Sales(), Totals(faults: shop.faults), Report()])
            let last = try await back.platform.tenant("acme")
            #expect(try await last[Totals.self].total(as: shop.founder) == 3)
            await back.platform.close()
        }
    }

    @Test func `while others sell, a module comes and goes without missing a sale`() async throws {
        try await withShop { shop in
            let isDone = Locked(false)
            let sold = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var count = 0
                        while !isDone.withLock(\.self) {
                            try await shop.sell(1)
                            count += 1
                        }
                        return count
                    }
                }
                group.addTask {
                    defer { isDone.withLock { $0 = true } }
                    for round in 0..<40 { try await shop.switchTo(["totals": !round.isMultiple(of: 2)]) }
                    return 0
                }
                return try await group.reduce(0, +)
            }
            #expect(sold > 0)
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == sold)
        }
    }

    @Test func `only operators switch modules, and administrators those that the set leaves to them`() async throws {
        let set = FeatureSet("Starter", modules: [Sales()], switchable: [Totals.self])
        try await withShop(configure: { $0.featureSets = [set] }, featureSet: "Starter") { shop in
            #expect(try await shop.states() == ["sales": .on, "totals": .off, "report": .off])
            await #expect(throws: AccessError.self) {
                try await shop.tenant.modules.plan(["report": true], as: shop.founder)
            }
            await #expect(throws: AccessError.self) {
                try await shop.tenant.modules.plan(["sales": false], as: shop.founder)
            }
            await #expect(throws: AccessError.self) {
                try await shop.tenant.modules.plan([:], featureSet: "", as: shop.founder)
            }
            try await shop.sell(5)
            try await shop.tenant.modules.carryOut(
                shop.tenant.modules.plan(["totals": true], as: shop.founder), as: shop.founder)
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 5)
            let bob = try await shop.test.member("bob@acme.example", in: shop.tenant)
            await #expect(throws: AccessError.self) { try await shop.tenant.modules.plan(["totals": false], as: bob) }
        }
    }

    @Test func `an organization has what its feature set says, as the set configures it`() async throws {
        let small = FeatureSet("Small", modules: [Sales(), Totals(limit: 3)])
        let full = FeatureSet("Full", modules: [Sales(), Totals(limit: 9), Report()])
        try await withShop(configure: { $0.featureSets = [small, full] }, featureSet: "Small") { shop in
            let totals = try shop.tenant[Totals.self]
            #expect(totals.limit == 3)
            try await shop.sell(1)
            let plan = try await shop.tenant.modules.plan([:], featureSet: "Full", as: shop.grace)
            #expect(plan.starts == ["report"] && plan.ends.isEmpty)
            try await shop.tenant.modules.carryOut(plan, as: shop.grace)
            #expect(try shop.tenant[Totals.self].limit == 9)
            // The earlier instance was replaced.
            await #expect(throws: ModuleError("totals", .on)) { try await totals.total(as: shop.founder) }
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 1)
            let again = try await shop.test.reopened()
            #expect(try await again.platform.tenant("acme")[Totals.self].limit == 9)
            await again.platform.close()
        }
    }

    @Test func `faults of feature sets are found when the platform opens`() async throws {
        let sets = [
            FeatureSet("", modules: []), FeatureSet("One", modules: [Totals()]),
            FeatureSet("One", modules: [Sales(), Sales()]),
            FeatureSet("Two", modules: [], switchable: [Stranger.self]),
        ]
        let error = await #expect(throws: ConfigurationError.self) {
            try await withShop(configure: { $0.featureSets = sets }) { _ in }
        }
        #expect(
            error?.faults == [
                "a feature set has no name; name it",
                "feature set 'One': module 'totals' depends on 'sales', which is missing; add it to the set",
                "two feature sets are named 'One'; rename one",
                "feature set 'One': a module is listed twice; remove one",
                "feature set 'Two': module 'stranger' is not part of the platform; add it to modules",
            ])
    }
}

/// A module that no platform of these tests has.
private struct Stranger: Module {
    static let id: ModuleID = "stranger"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) {}
}
