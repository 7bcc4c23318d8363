/// Reads the records of an RFC 4180 text, from bytes: to Swift, CR LF is a single `Character`.
///
/// The text comes in chunks, cut anywhere; how it is cut changes nothing in what is read. Give a chunk with ``append(_:)``,
/// take the records that are whole with ``next(_:)`` until it is false, and go on so; call ``finish()`` after the last
/// chunk, and take the rest. However long the text, that needs memory for a few chunks and a few of the longest records,
/// with 16 bytes for each field besides.
///
/// A byte-order mark at the start is skipped, and lines end in LF or CR LF. Every field is checked to be UTF-8.
///
/// Source: RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>.
public struct CSVReader: Sendable {
    /// Which part of the text the next byte belongs to.
    private enum Place {
        case byteOrderMark, field, plainField, quotedField, afterQuote, afterBlank, afterCarriageReturn, faultyLine
    }

    private let separator: UInt8
    private let allowsBlanks: Bool
    private let recordLimit: Int
    private var bytes: [UInt8] = []
    private var isFinished = false
    private var place = Place.byteOrderMark
    /// The next byte to read.
    private var position = 0
    private var line = 1
    /// Where the current record begins: what stands before it is consumed.
    private var recordStart = 0
    private var recordLine = 1
    /// What is read of the current record.
    private var record = CSVRecord()
    private var fieldLine = 1
    /// The bits of all bytes of the current field: only one with a high bit can be anything but UTF-8.
    private var seen: UInt8 = 0

    /// A reader of a text that comes in chunks. A record of more than `recordLimit` bytes, its quotes and its line end
    /// among them, is a fault: ``CSVFault/Problem/tooLong``.
    public init(recordLimit: Int = 1 << 20) {
        self.init(separator: .comma, allowsBlanks: false, recordLimit: recordLimit)
    }

    /// A reader of fields that another byte separates; around the quotes of a field there may be blanks, if they are allowed.
    init(separator: UInt8, allowsBlanks: Bool, recordLimit: Int) {
        precondition(recordLimit > 0, "a CSVReader's recordLimit is \(recordLimit) bytes; give records 1 or more")
        (self.separator, self.allowsBlanks, self.recordLimit) = (separator, allowsBlanks, recordLimit)
    }

    /// A reader of a whole text: nothing is to be appended, and the bytes are not copied.
    public init(_ bytes: [UInt8], recordLimit: Int = 1 << 20) {
        self.init(recordLimit: recordLimit)
        self.bytes = bytes
        finish()
    }

    /// Adds the next chunk of the text; it may be empty, and may end within a character, a line end or a pair of quotes.
    /// After ``finish()`` there are no more chunks: to append one is a mistake, which stops the process.
    public mutating func append(_ chunk: some Sequence<UInt8>) {
        precondition(!isFinished, "a chunk was appended to a finished CSVReader; finish after the last chunk")
        // No more bytes are moved than were consumed since the last time: each is moved once at most, on the average.
        if recordStart >= bytes.count - recordStart {
            bytes.removeSubrange(..<recordStart)
            position -= recordStart
            recordStart = 0
        }
        bytes.append(contentsOf: chunk)
    }

    /// Ends the text: what was appended last may be the end of a record.
    public mutating func finish() { isFinished = true }

    /// Replaces the fields of `record` with those of the next record. False if no record is whole yet: append more; after
    /// ``finish()`` it is the end of the text. `record` stays as it is then.
    ///
    /// Throws the first fault of the next record. The reader goes on with the line after the one on which that record
    /// begins, so that an unclosed quote costs one line.
    public mutating func next(_ record: inout CSVRecord) throws(CSVFault) -> Bool {
        do throws(CSVFault) {
            guard try readRecord() else { return false }
        } catch {
            giveUpRecord()
            throw error
        }
        swap(&record, &self.record)
        self.record.removeAll()
        recordStart = position
        recordLine = line
        return true
    }

    /// How many bytes fit into the memory that is taken for the text.
    var capacity: Int { bytes.capacity }
}

/// The parser: it stops after any byte, and goes on there when there are more. What runs once for each field is inlined:
/// that makes reading a tenth faster.
extension CSVReader {
    /// Where the bytes end that may belong to the current record.
    private var end: Int { bytes.count - recordStart > recordLimit ? recordStart + recordLimit : bytes.count }

    /// Reads to the end of the record; false if it is not there yet, or if there is no further record.
    private mutating func readRecord() throws(CSVFault) -> Bool {
        while true {
            switch place {
            case .byteOrderMark:
                guard skipByteOrderMark() else { return false }
            case .faultyLine:
                guard skipFaultyLine() else { return false }
            case .field:
                if position == end {
                    guard position > recordStart, try isEndOfText() else { return false }
                }
                beginField()
            case .plainField:
                try readPlainField()
                if place == .quotedField { continue }
                if position == end {
                    guard try isEndOfText() else { return false }
                }
                if try endField() { return true }
            case .quotedField:
                readQuotedField()
                if position == end {
                    guard try isEndOfText() else { return false }
                    throw fault(.unclosedQuote, line: fieldLine)
                }
                position += 1
                place = .afterQuote
            case .afterQuote:
                if position == end {
                    guard try isEndOfText() else { return false }
                } else if bytes[position] == .quote {
                    record.append(bytes[position...position])
                    position += 1
                    place = .quotedField
                    continue
                } else if isBlank(bytes[position]) {
                    place = .afterBlank
                    continue
                }
                if try endField() { return true }
            case .afterBlank:
                while position < end, isBlank(bytes[position]) { position += 1 }
                if position == end {
                    guard try isEndOfText() else { return false }
                }
                if try endField() { return true }
            case .afterCarriageReturn:
                if position == end {
                    guard try isEndOfText() else { return false }
                }
                guard position < end, bytes[position] == .lineFeed else {
                    throw fault(.loneCarriageReturn, line: line)
                }
                endLine()
                return true
            }
        }
    }

    /// Asked where the bytes of the record are used up: false if more may come. Throws if there are more than the limit.
    private func isEndOfText() throws(CSVFault) -> Bool {
        if position < bytes.count { throw fault(.tooLong, line: fieldLine) }
        return isFinished
    }

    private func fault(_ problem: CSVFault.Problem, line: Int) -> CSVFault {
        CSVFault(line: line, column: record.count + 1, problem: problem)
    }

    /// False if the bytes do not tell yet whether they begin with a mark.
    private mutating func skipByteOrderMark() -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: mark) {
            position = mark.count
            recordStart = position
        } else if !isFinished, mark.starts(with: bytes) {
            return false
        }
        place = .field
        return true
    }

    /// Goes back to the line on which the record begins, to skip it.
    private mutating func giveUpRecord() {
        record.removeAll()
        position = recordStart
        line = recordLine
        place = .faultyLine
    }

    /// False if the line does not end yet; what there is of it is consumed.
    private mutating func skipFaultyLine() -> Bool {
        let lineFeed = bytes[position...].firstIndex(of: .lineFeed)
        position = lineFeed.map { $0 + 1 } ?? bytes.count
        recordStart = position
        guard lineFeed != nil else { return false }
        line += 1
        recordLine = line
        place = .field
        return true
    }

    private mutating func beginField() {
        fieldLine = line
        seen = 0
        if position < end, bytes[position] == .quote {
            position += 1
            place = .quotedField
        } else {
            place = .plainField
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        allowsBlanks && byte != separator && (byte == .space || byte == .tab)
    }

    /// Reads up to a separator, a line end or the end of the bytes; or to the opening quote behind blanks.
    @inline(__always)
    private mutating func readPlainField() throws(CSVFault) {
        let (end, separator) = (end, separator)
        var next = position
        var seen = seen
        while next < end {
            let byte = bytes[next]
            if byte == separator || byte == .lineFeed || byte == .carriageReturn { break }
            if byte == .quote {
                guard record.openField.allSatisfy({ isBlank($0) }), bytes[position..<next].allSatisfy({ isBlank($0) })
                else {
                    throw fault(.strayQuote, line: line)
                }
                record.dropOpenField()
                position = next + 1
                place = .quotedField
                return
            }
            seen |= byte
            next += 1
        }
        record.append(bytes[position..<next])
        position = next
        self.seen = seen
    }

    /// Reads up to a quote or the end of the bytes.
    @inline(__always)
    private mutating func readQuotedField() {
        let end = end
        var next = position
        var seen = seen
        while next < end {
            let byte = bytes[next]
            if byte == .quote { break }
            if byte == .lineFeed { line += 1 }
            seen |= byte
            next += 1
        }
        record.append(bytes[position..<next])
        position = next
        self.seen = seen
    }

    /// Ends the field by what follows it; true if the record ends there too.
    @inline(__always)
    private mutating func endField() throws(CSVFault) -> Bool {
        if seen & 0x80 != 0, String(validating: record.openField, as: UTF8.self) == nil {
            throw fault(.notUTF8, line: fieldLine)
        }
        guard position < bytes.count else {
            record.endField(line: fieldLine)
            place = .field
            return true
        }
        switch bytes[position] {
        case separator:
            record.endField(line: fieldLine)
            position += 1
            place = .field
            return false
        case .lineFeed:
            endLine()
            return true
        case .carriageReturn:
            position += 1
            place = .afterCarriageReturn
            return false
        default:
            throw fault(.textAfterQuote, line: line)
        }
    }

    /// Steps over the line feed that ends the record and its last field.
    private mutating func endLine() {
        record.endField(line: fieldLine)
        position += 1
        line += 1
        place = .field
    }
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let tab = UInt8(ascii: "\t")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
