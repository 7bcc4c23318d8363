/// The fields of one record as UTF-8 bytes, unquoted. ``CSVReader`` fills the same one again for every record.
struct CSVRecord {
    private struct Field {
        let end: Int
        let line: Int
    }

    private var bytes: [UInt8] = []
    private var fields: [Field] = []

    /// How many fields the record has; a blank line has one, an empty one.
    var count: Int { fields.count }

    /// The bytes of a field, counted from 0.
    subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : fields[index - 1].end)..<fields[index].end]
    }

    /// The line on which a field begins, from 1.
    func line(of index: Int) -> Int { fields[index].line }

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
