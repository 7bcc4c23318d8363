public import AtriumValues

/// Why the first record of a text cannot be its header. No row of the text was read.
public struct CSVHeaderFault: ExplainedError, Equatable {
    /// What is wrong with the header. A column is given by its own name.
    public enum Problem: Sendable, Equatable {
        /// No line of the text shows anything.
        case empty
        /// The header breaks the rules of CSV.
        case unreadable(CSVFault)
        /// The header has no column of this name, which is needed.
        case missing(String)
        /// The mapping has no name for this column, which is needed.
        case unmapped(String)
        /// The mapping has these names for a column, but the header has none of them.
        case mappedToNothing(String, [String])
        /// The header names this column twice, but may name it only once.
        case repeated(String)
        /// The columns are separated by this character, which is not a supported separator.
        case separator(String)
        /// The file is not text in a known encoding.
        case encoding(CSVEncodingFault)
    }

    /// What is wrong with the header.
    public let problem: Problem
    /// The own names of all columns that can be read.
    public let columns: [String]

    public var words: Words {
        let known = columns.joined(separator: ", ")
        return switch problem {
        case .empty: "the text has no header; name columns in its first line (known: \(known))"
        case .unreadable(let fault):
            "line \(fault.line) cannot be read as a header, in column \(fault.column): \(fault.problem.words)"
        case .missing(let name):
            "the header has no column '\(name)'; add it, or map the name that it has there"
        case .unmapped(let name): "the mapping names no column for '\(name)'; add the one of the header"
        case .mappedToNothing(let name, let names):
            "the header has no column \(Self.list(names)), which the mapping names for '\(name)'; correct the mapping"
        case .repeated(let name): "the header has the column '\(name)' twice, or two that are mapped to it; keep one"
        case .separator(let mark): "the columns are separated by '\(mark)'; separate them by comma, semicolon or tab"
        case .encoding(let fault): fault.words
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }
}
