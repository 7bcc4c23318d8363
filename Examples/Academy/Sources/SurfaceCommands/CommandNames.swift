import Atrium
import AtriumSurfaces

/// How surfaces are called at a shell: `members`, `invitations invite`, `invitations/invite`.
struct CommandNames: Sendable {
    let catalogue: SurfaceCatalogue
    /// The surfaces that one word names, by that word.
    private let byWord: [String: [any Surface.Type]]

    init(_ catalogue: SurfaceCatalogue) {
        self.catalogue = catalogue
        byWord = Dictionary(grouping: catalogue.surfaces, by: { Self.parts(of: $0).name })
    }

    private static func parts(of type: any Surface.Type) -> (module: String, name: String) {
        let parts = type.path.split(separator: "/", maxSplits: 1)
        return (String(parts[0]), String(parts[1]))
    }

    var modules: [String] {
        var seen: Set<String> = []
        return catalogue.surfaces.map { Self.parts(of: $0).module }.filter { seen.insert($0).inserted }
    }

    /// The name that help shows: one word for the surfaces of the kernel and for a module's main table, otherwise the module
    /// and the name.
    func name(of type: any Surface.Type) -> String {
        let (module, name) = Self.parts(of: type)
        return isShort(module, name) ? name : "\(module) \(name)"
    }

    private func isShort(_ module: String, _ name: String) -> Bool {
        module == KernelSurfaces.id.description || module == name && byWord[name]?.contains(where: isOfKernel) != true
    }

    private func isOfKernel(_ type: any Surface.Type) -> Bool {
        Self.parts(of: type).module == KernelSurfaces.id.description
    }

    /// Whether a word names a module and no command.
    func isModuleOnly(_ word: String) -> Bool {
        modules.contains(word) && byWord[word]?.contains { name(of: $0) == word } != true
    }

    /// The surface that words name. Throws a fault that says what could have been meant.
    func surface(_ words: [String]) throws -> any Surface.Type {
        if let type = catalogue.surface(words.joined(separator: "/")) { return type }
        let text = words.joined(separator: " ")
        if let first = words.first, let known = byWord[first] {
            // A module's name never means a surface of another module.
            let isModule = modules.contains(first)
            let main = known.first { name(of: $0) == first } ?? (known.count == 1 && !isModule ? known[0] : nil)
            if let main, words.count == 1 { return main }
            // After a module's name, its other commands are more likely than a word too many.
            if let main, !isModule {
                throw CommandFault.usage("'\(words[1])' does not belong to the command '\(name(of: main))'")
            }
            if main == nil, !isModule, words.count == 1 {
                throw CommandFault.usage("'\(first)' is said of \(known.map(name).joined(separator: ", ")); say which")
            }
        }
        if let module = words.first, words.count == 1, modules.contains(module) {
            let own = catalogue.surfaces.filter { Self.parts(of: $0).module == module }
            throw CommandFault.usage(
                "say what of \(module): \(own.map { Self.parts(of: $0).name }.joined(separator: ", "))")
        }
        throw CommandFault.usage("there is no command '\(text.prefix(60))'\(Suggestions(all).clause(for: text))")
    }

    /// All names of all commands, for suggestions.
    var all: [String] {
        let unique = byWord.filter { $0.value.count == 1 }.map(\.key)
        return Array(Set(catalogue.surfaces.map(name) + unique + Reserved.allCases.map(\.rawValue))).sorted()
    }

    /// Commands that are no surfaces.
    enum Reserved: String, CaseIterable { case help, completions }
}

/// What could have been meant by a word that nobody knows.
struct Suggestions {
    private let known: [String]

    init(_ known: [String]) { self.known = known }

    /// "; did you mean 'members'?", or nothing if no word is near.
    func clause(for text: String) -> String {
        // A long text is no typing error, and comparing it costs time.
        guard text.count <= 60 else { return "" }
        let near = known.map { (text: $0, distance: Self.distance(Array(text), Array($0))) }
            .filter { $0.distance <= max(1, $0.text.count / 3) }
            .sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
        guard let best = near.first else { return "" }
        let words = near.prefix { $0.distance == best.distance }.prefix(3).map { "'\($0.text)'" }
        return "; did you mean \(words.joined(separator: " or "))?"
    }

    /// How many letters are wrong, missing, too many or exchanged with their neighbour (optimal string alignment).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var (before, previous) = ([Int](), Array(0...right.count))
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(
                    previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
