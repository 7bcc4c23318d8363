/// Why the first record of a text cannot be used as its header. Nothing of the text was read.
public struct CSVHeaderFault: Error, Equatable, CustomStringConvertible {
    public enum Problem: Sendable, Equatable {
        /// There is no line that shows anything.
        case empty
        case unreadable(CSVFault)
        case missing(String)
        /// The mapping has no name for a column that is needed.
        case unmapped(String)
        /// The mapping's names for a column, none of which is in the header.
        case mappedToNothing(String, [String])
        case repeated(String)
        /// The columns are separated by this character, which is not known to separate.
        case separator(String)
        case encoding(CSVEncodingFault)
    }

    public let problem: Problem
    /// The names that are known.
    public let columns: [String]

    public var description: String {
        let known = columns.joined(separator: ", ")
        return switch problem {
        case .empty: "the text has no header; name the columns in its first line, of \(known)"
        case .unreadable(let fault):
            "line \(fault.line) cannot be read as a header, in column \(fault.column): \(fault.problem.rawValue)"
        case .missing(let name):
            "the header has no column '\(name)'; add it, or map the name that it has there"
        case .unmapped(let name): "the mapping names no column for '\(name)'; add the one of the header"
        case .mappedToNothing(let name, let names):
            "the header has no column \(Self.list(names)), which the mapping names for '\(name)'; correct the mapping"
        case .repeated(let name): "the header has the column '\(name)' twice, or two that are mapped to it; keep one"
        case .separator(let mark): "the columns are separated by '\(mark)'; separate them by comma, semicolon or tab"
        case .encoding(let fault): fault.rawValue
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }
}
