/// Reads the records of an RFC 4180 text, from bytes: to Swift, CR LF is a single `Character`.
///
/// A byte-order mark at the start is skipped, and lines end in LF or CR LF. Every field is checked to be UTF-8. The
/// first fault throws a ``CSVFault``; the reader is of no use afterwards.
public struct CSVReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Replaces the fields of `record` with those of the next record; false at the end of the text.
    public mutating func next(_ record: inout CSVRecord) throws(CSVFault) -> Bool {
        record.removeAll()
        guard position < bytes.count else { return false }
        repeat {
            if position < bytes.count, bytes[position] == .quote {
                try readQuotedField(into: &record)
            } else {
                try readPlainField(into: &record)
            }
        } while try hasAnotherField(after: record)
        return true
    }

    private mutating func readPlainField(into record: inout CSVRecord) throws(CSVFault) {
        let start = position
        var seen: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .comma || byte == .lineFeed || byte == .carriageReturn { break }
            if byte == .quote { throw CSVFault(line: line, column: record.count + 1, problem: .strayQuote) }
            seen |= byte
            position += 1
        }
        record.append(bytes[start..<position])
        try finishField(of: &record, seen: seen, line: line)
    }

    private mutating func readQuotedField(into record: inout CSVRecord) throws(CSVFault) {
        let opened = line
        var seen: UInt8 = 0
        position += 1
        var start = position
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == .quote {
                guard position < bytes.count, bytes[position] == .quote else {
                    record.append(bytes[start..<position - 1])
                    return try finishField(of: &record, seen: seen, line: opened)
                }
                record.append(bytes[start..<position])  // the first of two quotes stays, the second is skipped
                position += 1
                start = position
            } else {
                if byte == .lineFeed { line += 1 }
                seen |= byte
            }
        }
        throw CSVFault(line: opened, column: record.count + 1, problem: .unclosedQuote)
    }

    /// Ends the field; `seen` has the bits of all its bytes, and only one with a high bit can be anything but UTF-8.
    private func finishField(of record: inout CSVRecord, seen: UInt8, line: Int) throws(CSVFault) {
        record.endField(line: line)
        guard seen & 0x80 != 0 else { return }
        if String(validating: record[record.count - 1], as: UTF8.self) == nil {
            throw CSVFault(line: line, column: record.count, problem: .notUTF8)
        }
    }

    /// Steps over what ends a field: true after a comma, false at the end of the record.
    private mutating func hasAnotherField(after record: CSVRecord) throws(CSVFault) -> Bool {
        guard position < bytes.count else { return false }
        switch bytes[position] {
        case .comma:
            position += 1
            return true
        case .lineFeed:
            position += 1
        case .carriageReturn:
            guard position + 1 < bytes.count, bytes[position + 1] == .lineFeed else {
                throw CSVFault(line: line, column: record.count, problem: .loneCarriageReturn)
            }
            position += 2
        default:
            throw CSVFault(line: line, column: record.count, problem: .textAfterQuote)
        }
        line += 1
        return false
    }
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
