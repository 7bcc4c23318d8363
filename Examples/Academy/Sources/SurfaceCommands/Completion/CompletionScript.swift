import Atrium
import AtriumSurfaces

/// Makes the scripts with which shells complete commands, options and fixed choices. They are made from the declarations and
/// ask no platform, so they are fast and tell nobody anything.
struct CompletionScript {
    /// A command, or the first word of several.
    struct Entry {
        let words: String
        let title: String
        let options: [CommandOption]
    }

    let program: String
    let entries: [Entry]
    let options: [CommandOption]

    init(_ program: String, _ names: CommandNames, beside others: [(name: String, title: String)]) {
        self.program = program
        options = CommandOption.common
        func entry<S: Surface>(_ type: S.Type) -> Entry {
            Entry(
                words: names.name(of: type), title: S.title.description,
                options: CommandOption.ofFields(type) + CommandOption.ofKind(type) + CommandOption.common)
        }
        var entries = names.catalogue.surfaces.map { entry($0) }
        for (name, title) in others + [("help", "Help"), ("completions", "The completions for a shell")] {
            entries.append(Entry(words: name, title: title, options: CommandOption.common))
        }
        for shell in Shell.allCases {
            entries.append(Entry(words: "completions \(shell)", title: "", options: []))
        }
        self.entries = entries
    }

    enum Shell: String, CaseIterable { case bash, zsh, fish }

    func text(for shell: String) throws -> String {
        switch Shell(rawValue: shell) {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        case nil:
            throw CommandFault.usage(
                "completions are for \(Shell.allCases.map(\.rawValue).joined(separator: ", ")); name one of them")
        }
    }

    /// The words that can follow others: for `invitations`, `invite`.
    var next: [(before: String, words: [(word: String, title: String)])] {
        var order: [String] = [""]
        var words: [String: [(word: String, title: String)]] = [:]
        for entry in entries {
            let parts = entry.words.split(separator: " ").map(String.init)
            for index in parts.indices {
                let before = parts[..<index].joined(separator: " ")
                if !order.contains(before) { order.append(before) }
                guard words[before]?.contains(where: { $0.word == parts[index] }) != true else { continue }
                words[before, default: []].append((parts[index], index == parts.count - 1 ? entry.title : ""))
            }
        }
        // Help is about commands, so the same words follow it.
        let topics = order.filter { $0 != "completions" }.map { before in
            (before.isEmpty ? "help" : "help \(before)", words[before] ?? [])
        }
        return order.map { ($0, words[$0] ?? []) } + topics
    }

    /// The options with which arguments may begin, and which take a value: they are skipped to find the command.
    var skipped: [String] { options.filter { $0.value != .flag }.map { "--\($0.name)" } }

    /// The choices that a shell can take as words.
    static func plain(_ choices: [String]) -> [String] {
        choices.filter {
            !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && !"'\"\\$`:*?[]{}()<>|&;!#~".utf8.contains($0) }
        }
    }

    /// A text as one word of a shell.
    static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}
