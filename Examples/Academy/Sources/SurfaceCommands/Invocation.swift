import AtriumSurfaces

/// A command as it was typed.
struct Invocation {
    enum Command {
        /// Help for a command, for a module's commands, or for everything.
        case help([String])
        /// The script for a shell.
        case completions(String)
        case surface(any Surface.Type)
    }

    var command: Command
    /// The values of each option, in their order.
    private(set) var values: [String: [String]] = [:]

    /// Reads arguments. Common options may stand before the command; all others stand after it. Where and in whose name
    /// commands are done may also stand in the environment, such as `ACADEMY_DATA` for a program called `academy`.
    init(_ arguments: [String], _ names: CommandNames, _ environment: [String: String], program: String) throws {
        var reader = Reader(arguments[...])
        command = .help([])
        try read(CommandOption.common, from: &reader) { "'--\($0)' stands before the command; write the command first" }
        let words = reader.words()
        guard !words.isEmpty || isSet("help") else {
            throw CommandFault.usage("which command? '\(CommandNames.Reserved.help.rawValue)' lists them")
        }
        var options = CommandOption.common
        switch CommandNames.Reserved(rawValue: words.first ?? "help") {
        case .help: command = .help(Array(words.dropFirst()))
        case .completions: command = .completions(words.dropFirst().joined(separator: " "))
        case nil:
            let type = try names.surface(words)
            command = .surface(type)
            options += CommandOption.ofKind(type) + CommandOption.ofFields(type)
        }
        try read(options, from: &reader) { name in
            "there is no option '--\(name)' here\(Suggestions(options.map { "--\($0.name)" }).clause(for: "--\(name)"))"
        }
        if let word = reader.words().first { throw CommandFault.usage("'\(word)' belongs to no option") }
        if isSet("help"), case .surface = command { command = .help(words) }
        // An option says who acts, whatever the environment says.
        let isNamed = values["as"] != nil || values["operator"] != nil
        for name in ["data", "organization"] + (isNamed ? [] : ["as", "operator"]) where values[name] == nil {
            if let value = environment[Self.variable(name, program)], !value.isEmpty { values[name] = [value] }
        }
    }

    /// The variable of the environment that stands for an option.
    static func variable(_ option: String, _ program: String) -> String { "\(program)_\(option)".uppercased() }

    func value(_ name: String) -> String? { values[name]?.last }

    func isSet(_ name: String) -> Bool { value(name) == "true" }

    private mutating func read(
        _ options: [CommandOption], from reader: inout Reader, unknown: (String) -> String
    ) throws {
        while let (written, joined) = try reader.name() {
            let isNegated = written.hasPrefix("no-") && options.contains { $0.isFlag && "no-\($0.name)" == written }
            let name = isNegated ? String(written.dropFirst(3)) : written
            guard let option = options.first(where: { $0.name == name }) else {
                throw CommandFault.usage(unknown(name))
            }
            let value = try isNegated ? "false" : option.isFlag ? reader.truth(joined, name) : reader.text(joined, name)
            guard values[name] == nil || option.isRepeatable else {
                throw CommandFault.usage("--\(name) is there twice; it has one value")
            }
            values[name, default: []].append(value)
        }
    }

    /// What is left of the arguments.
    private struct Reader {
        private var rest: ArraySlice<String>

        init(_ arguments: ArraySlice<String>) { rest = arguments }

        /// The words up to the next option.
        mutating func words() -> [String] {
            let words = rest.prefix { !$0.hasPrefix("-") }
            rest = rest.dropFirst(words.count)
            return Array(words)
        }

        /// The name of the option that comes next, and the value after `=`.
        mutating func name() throws -> (name: String, value: String?)? {
            guard let first = rest.first, first.hasPrefix("-") else { return nil }
            rest = rest.dropFirst()
            if first == "-h" { return ("help", nil) }
            guard first.hasPrefix("--"), first.count > 2 else {
                throw CommandFault.usage("'\(first)' is no option; options begin with two hyphens")
            }
            let parts = first.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
        }

        mutating func text(_ joined: String?, _ name: String) throws -> String {
            if let joined { return joined }
            guard let next = rest.first else { throw CommandFault.usage("--\(name) needs a value") }
            guard !next.hasPrefix("--") else {
                throw CommandFault.usage("--\(name) needs a value; if it begins with '--', write --\(name)=VALUE")
            }
            rest = rest.dropFirst()
            return next
        }

        mutating func truth(_ joined: String?, _ name: String) throws -> String {
            guard let joined else { return "true" }
            guard joined == "true" || joined == "false" else {
                throw CommandFault.usage("--\(name) is true or false; '--\(name)' alone means true")
            }
            return joined
        }
    }
}

extension CommandOption {
    fileprivate var isFlag: Bool { value == .flag }
}
