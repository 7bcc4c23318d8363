/// A printed statement shows `?` for each value: printed text ends up in logs, and values can be personal data.
extension SQL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { text }
    public var debugDescription: String { text }
    public var customMirror: Mirror { Mirror(self, children: ["text": text]) }
}

/// Shows neither the value nor its kind.
extension SQL.Value: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "?" }
    public var debugDescription: String { "?" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SQL.Part: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    @usableFromInline
    var description: String { if case .text(let text) = self { text.description } else { "?" } }
    @usableFromInline
    var debugDescription: String { description }
    @usableFromInline
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension SQL.StringInterpolation: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { parts.map(\.description).joined() }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["text": description]) }
}
