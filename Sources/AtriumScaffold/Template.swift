internal import Foundation

/// A file, by its name and its text.
struct File: Equatable {
    let name: String
    let text: String
}

/// The module of `Examples/hello`, which is compiled and tested like everything else. A new module is this one with another name.
struct Template {
    let sources, tests: [File]

    /// Reads the example from Atrium's folder.
    init(of atrium: URL) throws(ScaffoldError) {
        sources = try Self.files(in: atrium.appending(path: "Examples/hello"))
        tests = try Self.files(in: atrium.appending(path: "Tests/Targets/helloTests"))
    }

    /// Throws if the module would have a type with the name of one that the template uses.
    func requireDistinct(_ name: ModuleName) throws(ScaffoldError) {
        let lines = (sources + tests).flatMap { $0.text.split(separator: "\n") }
        let code = lines.filter { !$0.contains("///") }.joined(separator: "\n")
        let used = Set(code.matches(of: /\b[A-Z]\w*/).map { String($0.output) })
        for type in [name.type, name.noun] where !type.hasPrefix("Greeting") && used.contains(type) {
            throw .hides(name.type, type: type)
        }
    }

    /// The files of the module; the program that uses it is not among them.
    private static func files(in folder: URL) throws(ScaffoldError) -> [File] {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return try names.filter { $0.hasPrefix("Greeting") }.sorted().map {
                File(name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            }
        } catch { throw .noTemplate(folder.path) }
    }
}

extension File {
    /// The same file for another module.
    func filled(for module: ModuleName, in target: String) -> File {
        // The first that fits counts, so that the longer ones come first.
        let names = [
            ("import hello", "import \(target)"),
            ("greetings_greeting", module.table),
            ("\"greetings\"", "\"\(module.id)\""),
            ("\"greetings.", "\"\(module.id)."),
            ("\"Greetings\"", "\"\(module.title)\""),
            ("-greeting", "-" + module.nounWords.lowercased().replacing(" ", with: "-")),
            ("GreetingService", module.service),
            ("Greetings", module.type), ("Greeting", module.noun),
            ("greetings", module.words), ("greeting", module.nounWords),
        ]
        func filled(_ text: String) -> String {
            var (result, rest) = ("", text[...])
            while let next = rest.first {
                let name = names.first { rest.hasPrefix($0.0) }
                result += name?.1 ?? String(next)
                rest = rest.dropFirst(name?.0.count ?? 1)
            }
            return result
        }
        return File(name: filled(name), text: Self.sortingImports(of: filled(text)))
    }

    /// The name of the target may belong to another place among the imports.
    private static func sortingImports(of text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let imports = lines.prefix { $0.hasPrefix("import ") }
        return (imports.sorted() + lines.dropFirst(imports.count)).joined(separator: "\n")
    }
}
