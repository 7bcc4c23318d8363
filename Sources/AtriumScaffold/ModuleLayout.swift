/// Where a module is in its package, and how the manifest names it.
struct ModuleLayout: Equatable {
    let folder: String
    let testFolder: String
    let target: String
    /// The lines for the manifest.
    let entry: [String]

    var testTarget: String { "\(target)Tests" }

    /// A module of Atrium itself, which the manifest lists by name alone.
    init(ofFeature name: ModuleName) {
        target = "Atrium\(name.type)"
        folder = "Plugins/\(name.type)"
        testFolder = "Tests/Targets/\(target)Tests"
        entry = ["Feature(name: \"\(name.type)\"),"]
    }

    /// A module of another package. `dependency` is what its manifest calls Atrium.
    init(of name: ModuleName, using dependency: String) {
        func product(_ name: String) -> String { ".product(name: \"\(name)\", package: \"\(dependency)\")" }
        target = name.type
        folder = "Sources/\(target)"
        testFolder = "Tests/\(target)Tests"
        entry = [
            ".target(",
            "    name: \"\(target)\",",
            "    dependencies: [",
            "        \(product("Atrium")),",
            "        \(product("AtriumSurfaces")),",
            "    ],",
            "    swiftSettings: [.enableUpcomingFeature(\"InternalImportsByDefault\")]),",
            ".testTarget(",
            "    name: \"\(target)Tests\",",
            "    dependencies: [",
            "        \"\(target)\",",
            "        \(product("Atrium")),",
            "        \(product("AtriumTesting")),",
            "    ]),",
        ]
    }
}
