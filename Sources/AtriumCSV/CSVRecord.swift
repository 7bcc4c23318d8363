/// The fields of one record as UTF-8 bytes, unquoted. ``CSVReader`` fills the same one again for every record.
public struct CSVRecord: Sendable {
    private struct Field {
        let end: Int
        let line: Int
    }

    private var bytes: [UInt8] = []
    private var fields: [Field] = []

    /// A record without fields, to be filled by ``CSVReader/next(_:)``.
    public init() {}

    /// How many fields the record has; a blank line has one, an empty one.
    public var count: Int { fields.count }

    /// The bytes of a field, counted from 0, without the quotes around it. They are UTF-8 in a record that
    /// ``CSVReader/next(_:)`` has given. The slice keeps the positions that it has in the record.
    public subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : fields[index - 1].end)..<fields[index].end]
    }

    /// The line of the text, from 1, on which the field begins that is at `index`, counted from 0.
    public func line(of index: Int) -> Int { fields[index].line }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }

    mutating func append(_ part: ArraySlice<UInt8>) {
        bytes.append(contentsOf: part)
    }

    mutating func endField(line: Int) {
        fields.append(Field(end: bytes.count, line: line))
    }
}
