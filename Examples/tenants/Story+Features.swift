import Atrium
import AtriumOperations

/// What an organization has of the platform, and how that changes.
extension Story {
    /// The plans that this platform sells.
    static let featureSets = [
        FeatureSet("Starter", modules: [Notes()], switchable: [Counts.self]),
        FeatureSet("Business", modules: [Notes(), Counts(limit: 1000)]),
    ]

    func listFeatures() async throws {
        chapter("What each organization has")
        for (id, name) in names {
            let modules = try await platform.tenant(id).modules.list(as: founder(of: id))
            print("  \(name): \(modules.map { "\($0.id) \(describe($0.state))" }.joined(separator: ", "))")
            await attempt("\(name) counts its words") {
                try await platform.tenant(id)[Counts.self].words(as: founder(of: id))
            }
        }
    }

    func switchFeatures() async throws {
        chapter("Harbor's administrator switches a feature on, and off again")
        let (tenant, ada) = (try await platform.tenant(harbor), try await founder(of: harbor))
        let on = try await tenant.modules.plan(["counts": true], as: ada)
        print("  The plan: \(on.starts.map(\.description).joined(separator: ", ")) begins to work.")
        try await tenant.modules.carryOut(on, as: ada)
        await attempt("Harbor counts its words, also those from before") {
            try await tenant[Counts.self].words(as: ada)
        }
        let off = try await tenant.modules.plan(["counts": false], as: ada)
        for effect in off.ends {
            print(
                "  The plan: \(effect.module) ends; rows that stay: \(effect.rows); permissions that nobody has then:")
            print("    \(effect.permissions.map(\.id).joined(separator: ", "))")
        }
        try await tenant.modules.carryOut(off, as: ada)
        await attempt("Harbor counts its words") { try await tenant[Counts.self].words(as: ada) }
        await attempt("Ada deletes what the feature stored") {
            try await tenant.modules.purge("counts", as: ada)
            return "deleted"
        }
        await attempt("Grace, an operator, deletes what the feature stored") {
            try await tenant.modules.purge("counts", as: platform.operator("Grace"))
            return "deleted"
        }
        let hasTables = try await tenant.modules.list(as: ada).contains { $0.id == "counts" && $0.hasTables }
        print("  Harbor's file has \(hasTables ? "still" : "no") tables of the feature.")
    }

    private func describe(_ state: ModuleState) -> String {
        switch state {
        case .on: "on"
        case .off: "off"
        case .waiting: "waiting"
        case .failed: "failed"
        case .missing: "missing"
        }
    }
}
