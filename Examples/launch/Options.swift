/// The options of the command line.
struct Options {
    /// The folder with the five files; `nil` means the bundled data.
    var data: String?
    /// The folder that the launch writes into.
    var into = "./launch-data"

    enum Command {
        case help
        case run(Options)
    }

    static let usage = """
        Usage: launch [--data DIR] [--into DIR]
          --data DIR   the folder with the OULAD files; without it, the bundled presentation AAA-2013J
          --into DIR   the folder for organization, mail and reports; without it, ./launch-data
        If an earlier run into the folder did not finish, this run finishes it. If it finished, nothing changes.
        """
}

extension Options.Command {
    static func parse(_ arguments: [String]) throws(UsageError) -> Options.Command {
        var options = Options()
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--help", "-h": return .help
            case "--data": options.data = try value(of: argument, from: &rest)
            case "--into": options.into = try value(of: argument, from: &rest)
            default: throw UsageError("unknown argument '\(excerpt(argument))'")
            }
        }
        return .run(options)
    }

    private static func value(of argument: String, from rest: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = rest.popFirst(), !value.isEmpty else { throw UsageError("\(argument) needs a folder") }
        return value
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ problem: String) { description = "\(problem)\n\(Options.usage)" }
}
