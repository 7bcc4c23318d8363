/// The fields of one record as UTF-8 bytes, unquoted. ``CSVReader`` fills the same value again for every record.
public struct CSVRecord: Sendable {
    // Access to a field is inlinable. As calls across modules, it would take half as much time as the reading itself.
    @usableFromInline
    struct Field: Sendable {
        @usableFromInline let end: Int
        let line: Int
    }

    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var fields: [Field] = []

    /// A record without fields, to be filled by ``CSVReader/next(_:)``.
    public init() {}

    /// The number of fields. A blank line has one field, which is empty.
    @inlinable public var count: Int { fields.count }

    /// The bytes of the field at `index`, counted from 0, without the quotes around it. They are UTF-8 in a record that
    /// ``CSVReader/next(_:)`` has filled. The slice has the positions of the bytes in the record.
    @inlinable
    public subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : fields[index - 1].end)..<fields[index].end]
    }

    /// The line of the text, from 1, on which the field at `index` begins, counted from 0.
    public func line(of index: Int) -> Int { fields[index].line }

    /// The bytes of the field that has not ended yet.
    var openField: ArraySlice<UInt8> { bytes[(fields.last?.end ?? 0)...] }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }

    mutating func dropOpenField() { bytes.removeSubrange((fields.last?.end ?? 0)...) }

    mutating func append(_ part: ArraySlice<UInt8>) {
        bytes.append(contentsOf: part)
    }

    mutating func endField(line: Int) {
        fields.append(Field(end: bytes.count, line: line))
    }
}
