/// The options of the command line.
struct Options {
    var only: String?
    var isQuick = false
    var isAlone = false
    var json: String?
    var asksForHelp = false

    static let usage = """
        usage: benchmarks [--only NAME] [--quick] [--alone] [--json FILE]

          --only NAME   the rows whose name begins with NAME
          --quick       little work and few rounds: shows that the harness works, not how fast anything is
          --alone       only our side, for a profiler
          --json FILE   also writes the rows to a file, as JSON
          --help        shows this text

        Ends with 0 if every side of every row gave the right answer (the table says whether a target is met), with 1 if a
        side gave a wrong answer or nothing could be measured, and with 2 if the command is not understood.
        """

    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--only": only = try Self.value(of: argument, &rest)
            case "--json": json = try Self.value(of: argument, &rest)
            case "--quick": isQuick = true
            case "--alone": isAlone = true
            case "--help", "-h": asksForHelp = true
            default: throw UsageError(description: "'\(argument)' is not an option")
            }
        }
    }

    private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
            throw UsageError(description: "\(option) needs a value")
        }
        guard !rest.contains(option) else { throw UsageError(description: "\(option) is given twice") }
        return value
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description: String
}
