/// What the command line asks for.
struct Options {
    /// The folder with the five files; `nil` is the bundled data.
    var data: String?
    var into = "./launch-data"

    enum Command {
        case help
        case run(Options)
    }

    static let usage = """
        Usage: launch [--data DIR] [--into DIR]
          --data DIR   the OULAD files; the bundled presentation AAA-2013J if it is not given
          --into DIR   where organization, mail and reports go; ./launch-data if it is not given
        A folder that a former run left half-way is finished; one that is finished is left as it is.
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
