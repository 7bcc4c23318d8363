import AtriumSurfaces
import AtriumTerminal

/// What `help` shows: everything, or one command.
struct HelpPage {
    private let program: String
    private let names: CommandNames
    private let others: [(name: String, title: String)]
    private let topic: [String]
    private let console: Console

    init(
        program: String, _ names: CommandNames, beside others: [(name: String, title: String)], _ topic: [String],
        _ console: Console
    ) {
        (self.program, self.names, self.others) = (program, names, others)
        (self.topic, self.console) = (topic, console)
    }

    /// Shows it. With a session, it also says what can be chosen, and what the caller is not offered and why.
    func show(_ session: SurfaceSession?) async throws -> ExitStatus {
        let (names, program) = (names, program)
        let help = TerminalHelp(
            names.catalogue, for: session, width: console.output.width, style: console.output.style
        ) { topic.isEmpty ? names.name(of: $0) : "\(program) \(names.name(of: $0))" }
        if topic.isEmpty {
            try console.print(general(try await help.index()))
        } else if let module = topic.first, topic.count == 1, names.isModuleOnly(module) {
            try console.print(try await help.index(of: module))
        } else if topic == ["completions"] {
            try console.print(completion)
        } else if let other = others.first(where: { [$0.name] == topic }) {
            try console.print("\(other.title)\n'\(program) \(other.name) --help' lists its options.\n")
        } else {
            let type = try names.surface(topic)
            let text = try await help.text(for: type)
            let options = lines(of: CommandOption.ofKind(type) + CommandOption.common)
            // A module's main table is called as the module, so help on it is also help on the module.
            let module = names.name(of: type)
            let others = names.modules.contains(module) ? "\n" + (try await help.index(of: module)) : ""
            try console.print("\(text)\nOptions:\n\(options)\(others)")
        }
        return .done
    }

    private func general(_ index: String) -> String {
        let style = console.output.style
        let variables = ["data", "organization", "as", "operator"].map { Invocation.variable($0, program) }
        let parts = [
            "\(program) COMMAND --data DIR --as ADDRESS [options]\n",
            paragraph("An act is shown first, and done with --yes. '\(program) help COMMAND' explains a command."),
            columns(others.map { [$0.name, $0.title] }, isNumeric: [false, false]), index,
            style.bold("Options of every command") + "\n" + lines(of: CommandOption.common),
            style.bold("Values") + "\n"
                + paragraph(
                    "Members are named by address, teams and roles by name, other things by the ID that --ids and --json show. Several rows: the option several times, or all, or all:state=active&text=north. Long texts: @FILE, or - for standard input."
                ),
            style.bold("Environment") + "\n"
                + paragraph(
                    "\(variables.joined(separator: ", ")) stand for these options. NO_COLOR turns colours off. COLUMNS sets the width."
                ),
            style.bold("Exit codes") + "\n"
                + columns(ExitStatus.allCases.map { ["\($0.rawValue)", $0.meaning] }, isNumeric: [true, false]),
            style.bold("Completion") + "\n" + completion,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var completion: String {
        "  bash: source <(\(program) completions bash)\n"
            + "  zsh:  \(program) completions zsh > a folder of $fpath/_\(program)\n"
            + "  fish: \(program) completions fish | source\n"
    }

    private func paragraph(_ text: String) -> String {
        TextColumns.wrapped(text, to: console.output.width.map { $0 - 2 }).map { "  \($0)\n" }.joined()
    }

    private func lines(of options: [CommandOption]) -> String {
        columns(options.map { ["--\($0.name)", $0.placeholder, $0.help] }, isNumeric: [false, false, false])
    }

    private func columns(_ rows: [[String]], isNumeric: [Bool]) -> String {
        TextColumns.lines(rows, isNumeric: isNumeric, within: console.output.width.map { $0 - 2 })
            .map { "  \($0)\n" }.joined()
    }
}
