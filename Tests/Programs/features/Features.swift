import Atrium
import AtriumOperations
import Foundation
import TestSupport

/// A running platform that `Tests/Oracles/features.py` kills repeatedly. People sell in many organizations, while modules are
/// switched on and off and purged there at random.
@main
struct Features {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, ["work", "finish"].contains(arguments[2]), let count = Int(arguments[3]) else {
            FileHandle.standardError.write(Data("usage: features FOLDER work|finish ORGANIZATIONS\n".utf8))
            exit(64)
        }
        var configuration = PlatformConfiguration(folder: arguments[1])
        configuration.observer = Quiet()
        configuration.featureSets = [
            FeatureSet("Small", modules: [Sales()]), FeatureSet("Large", modules: [Sales(), Totals()]),
        ]
        let platform = try await Platform.open(configuration, modules: [Sales(), Totals(), Report()])
        let fleet = try await Fleet(on: platform, count: count)
        if arguments[2] == "finish" {
            try await fleet.finish()
            await platform.close()
        } else {
            try await fleet.work()
        }
    }

    private struct Quiet: Observer { func observe(_ event: TelemetryEvent) {} }
}

/// The organizations of a run.
struct Fleet: Sendable {
    let platform: Platform
    let count: Int
    private let account: AccountID
    private let grace: Principal

    init(on platform: Platform, count: Int) async throws {
        (self.platform, self.count) = (platform, count)
        let address = try EmailAddress("founder@acme.example")
        if let known = try await platform.account(address) {
            account = known
        } else {
            account = try await platform.createAccount(provenAddress: address, name: "Founder")
        }
        grace = try platform.operator("Grace")
    }

    /// Until the process is killed: eight people sell, and four operators switch and purge.
    func work() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { while true { try await sell(in: Int.random(in: 0..<count)) } } }
            for _ in 0..<4 { group.addTask { while true { try await change(Int.random(in: 0..<count)) } } }
            try await group.waitForAll()
        }
    }

    private func tenant(_ number: Int) async throws -> Tenant {
        let slug = "number-\(number)"
        do { return try await platform.tenant(slug) } catch OrganizationError.unknown {
            do {
                return try await platform.createOrganization(
                    OrganizationSettings(name: "Number \(number)"), slug: slug,
                    founder: EmailAddress("founder@acme.example"), featureSet: ["", "Small", "Large"][number % 3])
            } catch OrganizationError.slugTaken { return try await platform.tenant(slug) }
        }
    }

    private func sell(in number: Int) async throws {
        do {
            let tenant = try await tenant(number)
            try await tenant[Sales.self].sell(1, as: tenant.principal(for: account))
        } catch OrganizationError.unknown {
            // Another task is creating it.
        } catch is ModuleError {}
    }

    private func change(_ number: Int) async throws {
        let module: ModuleID = Bool.random() ? "totals" : "report"
        do {
            let modules = try await tenant(number).modules
            if Int.random(in: 0..<4) == 0 {
                try await modules.purge(module, as: grace)
            } else {
                try await modules.carryOut(modules.plan([module: Bool.random()], as: grace), as: grace)
            }
        } catch is ModulePlanError {} catch is ModulePurgeError {} catch OrganizationError.unknown {}
    }

    /// Opens every organization, switches everything on, and checks what it shows.
    func finish() async throws {
        for number in 0..<count {
            let tenant = try await tenant(number)
            let founder = try await tenant.principal(for: account)
            try await tenant.modules.carryOut(tenant.modules.plan(["report": true], as: grace), as: grace)
            let (sum, total) = try await (tenant[Sales.self].sum(as: founder), tenant[Totals.self].total(as: founder))
            guard sum == total else { throw Fault(text: "number \(number): \(sum) sales, and a total of \(total)") }
            if let fault = try await tenant.audit.verify(as: founder).firstFault {
                throw Fault(text: "number \(number): the audit chain breaks at \(fault)")
            }
        }
        try await platform.runDue()
        print("features: \(count) organizations agree")
    }

    struct Fault: Error { let text: String }
}
