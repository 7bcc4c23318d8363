import Foundation
import PackagePlugin

/// `swift package new-module Goals`. It tells `AtriumScaffold` what only SwiftPM knows: the folders of the packages, and the
/// names of their targets.
@main
struct NewModule: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let package = context.package
        let direct = [package] + package.dependencies.map(\.package)
        guard let atrium = direct.first(where: { $0.targets.contains { $0.name == "Atrium" } }) else {
            return Diagnostics.error(
                "this package does not depend on Atrium; add it to 'dependencies' of Package.swift, and repeat the command"
            )
        }
        let process = Process()
        process.executableURL = try context.tool(named: "AtriumScaffold").url
        process.arguments =
            [
                package.directoryURL.path, atrium.directoryURL.path, atrium.id == package.id ? "" : atrium.id,
                targets(of: package).sorted().joined(separator: ","),
            ] + arguments
        let refusal = Pipe()
        process.standardError = refusal
        try process.run()
        let reason = try refusal.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        if process.terminationStatus != 0 { Diagnostics.error(String(decoding: reason, as: UTF8.self)) }
    }

    private func targets(of package: Package) -> Set<String> {
        package.dependencies.reduce(into: Set(package.targets.map(\.name))) {
            $0.formUnion(targets(of: $1.package))
        }
    }
}
