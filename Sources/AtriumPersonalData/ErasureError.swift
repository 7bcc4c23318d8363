public import AtriumValues

/// Why nothing is erased. It says what to do instead.
public enum ErasureError: ExplainedError, Equatable {
    /// Modules with tables in this organization are not part of this program, so nobody knows what their tables hold.
    case modulesMissing([String])

    public var words: Words {
        switch self {
        case .modulesMissing(let names):
            "the data of \(names.joined(separator: ", ")) cannot be erased, because this program lacks the module; add it, and erase again"
        }
    }
}
