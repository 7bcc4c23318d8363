import Atrium
import AtriumCourses
import AtriumOperations
import AtriumTesting
import Testing

extension PermissionMatrix {
    private static let choice: [ModuleID: Bool] = ["launchkit": false]

    private static func grace(in world: World) throws -> Principal { try #require(world.principals[.operator]) }

    /// Which modules the organization has.
    static let modules: [Row] = [
        Row("Modules.list(as:)", [.administrator, .manager, .supervisor, .member, .operator]) {
            _ = try await $0.tenant.modules.list(as: $1)
        },
        Row("Modules.plan(_:featureSet:as:)", [.operator]) {
            _ = try await $0.tenant.modules.plan(choice, as: $1)
        },
        Row("Modules.carryOut(_:as:)", [.operator]) { world, asker in
            let plan = try await world.tenant.modules.plan(choice, as: grace(in: world))
            try await world.tenant.modules.carryOut(plan, as: asker)
        },
        Row("Grants.list(as:)", [.administrator, .operator]) { _ = try await $0.tenant.grants.list(as: $1) },
        Row("Grants.set(_:of:to:as:)", [.administrator, .operator]) { world, asker in
            try await world.tenant.grants.set(.manager, of: .manageCatalogue, to: true, as: asker)
        },
        Row("Modules.export(_:as:)", [.operator]) { _ = try await $0.tenant.modules.export("launchkit", as: $1) },
        Row("Modules.purge(_:as:)", [.operator]) { world, asker in
            let plan = try await world.tenant.modules.plan(choice, as: grace(in: world))
            try await world.tenant.modules.carryOut(plan, as: grace(in: world))
            try await world.tenant.modules.purge("launchkit", as: asker)
        },
    ]
}
