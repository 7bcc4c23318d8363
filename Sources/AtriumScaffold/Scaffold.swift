internal import Foundation

/// Makes a module in a package: in Atrium itself, or in a package that depends on it.
struct Scaffold {
    /// The folder of the package that gets the module.
    let package: URL
    /// The folder of Atrium, whose example is the template.
    let atrium: URL
    /// What the package's manifest calls Atrium; `nil` in Atrium itself.
    let dependency: String?
    /// The targets of the package and of all packages that it depends on.
    let targets: Set<String>

    /// Does what the user wrote after `new-module`, and returns what to print. If it throws, nothing has changed.
    func run(_ arguments: [String]) throws(ScaffoldError) -> String {
        if arguments.contains(where: { $0 == "--help" || $0 == "-h" }) { return Self.help }
        if let option = arguments.first(where: { $0.hasPrefix("-") }) { throw .unknownOption(option) }
        guard let first = arguments.first else { throw .noName }
        guard arguments.count == 1 else { throw .severalNames(arguments) }
        return try make(ModuleName(first))
    }

    private func make(_ name: ModuleName) throws(ScaffoldError) -> String {
        let layout = dependency.map { ModuleLayout(of: name, using: $0) } ?? ModuleLayout(ofFeature: name)
        try requireFree(name, layout)
        let template = try Template(of: atrium)
        try template.requireDistinct(name)
        let folders = [
            Folder(path: layout.folder, files: template.sources.map { $0.filled(for: name, in: layout.target) }),
            Folder(path: layout.testFolder, files: template.tests.map { $0.filled(for: name, in: layout.target) }),
        ]
        let manifest = try Manifest(of: package).adding(layout.entry)
        try Placement(in: package).place(folders, then: manifest)
        return report(layout, folders)
    }

    private func requireFree(_ name: ModuleName, _ layout: ModuleLayout) throws(ScaffoldError) {
        let known = Dictionary(targets.map { ($0.lowercased(), $0) }) { first, _ in first }
        // A module of Atrium with this name has the same id, so that one platform could not have both.
        for target in [layout.target, layout.testTarget, "Atrium\(name.type)"] {
            if let taken = known[target.lowercased()] { throw .taken(name.type, by: "the target '\(taken)'") }
        }
        for path in [layout.folder, layout.testFolder] {
            let isThere = FileManager.default.fileExists(atPath: package.appending(path: path).path)
            if isThere { throw .taken(name.type, by: "the folder '\(path)'") }
        }
    }

    private func report(_ layout: ModuleLayout, _ folders: [Folder]) -> String {
        let files = folders.flatMap { folder in folder.files.map { "  \(folder.path)/\($0.name)" } }
        return """
            Made:
            \(files.joined(separator: "\n"))
            Changed:
              \(Manifest.name)

            Next:
              swift build --target \(layout.target)
              swift test --filter \(layout.testTarget)

            Atrium's article "Write a module" says what to change then, and what to add.
            """
    }

    private static let help = """
        Makes a module that works: a table, a permission, a service, an event, a page with a form, and tests.

        Usage: swift package --allow-writing-to-package-directory new-module NAME

        NAME is in upper camel case, and best a plural: Goals, LearningSlots. In Atrium the module is in Plugins/NAME,
        in any other package in Sources/NAME. The manifest needs this line as the last one of its list of targets:

            \(Manifest.marker)
        """
}
