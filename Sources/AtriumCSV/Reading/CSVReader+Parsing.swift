/// The parser. It can stop after any byte, and continues there when more bytes come. Functions that run once for each field are
/// inlined, which makes reading a tenth faster.
extension CSVReader {
    /// The end of the bytes that may belong to the current record.
    private var end: Int { bytes.count - recordStart > recordLimit ? recordStart + recordLimit : bytes.count }

    /// Reads to the end of the record. Returns false if the end has not come yet, or if there is no further record.
    mutating func readRecord() throws(CSVFault) -> Bool {
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
                // Some programs write a line end as CR CR LF.
                while position < end, bytes[position] == .carriageReturn { position += 1 }
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

    /// Called when all bytes of the record are read. Returns false if more may come. Throws if the record exceeds the limit.
    private func isEndOfText() throws(CSVFault) -> Bool {
        if position < bytes.count { throw fault(.tooLong, line: fieldLine) }
        return isFinished
    }

    private func fault(_ problem: CSVFault.Problem, line: Int) -> CSVFault {
        CSVFault(line: line, column: record.count + 1, problem: problem)
    }

    /// Returns false if there are too few bytes to tell whether they begin with a mark.
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

    /// Goes back to the line on which the record begins, so that this line is skipped.
    mutating func giveUpRecord() {
        record.removeAll()
        position = recordStart
        line = recordLine
        place = .faultyLine
    }

    /// Consumes the bytes of the line. Returns false if its end has not come yet.
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

    /// Reads up to a separator, a line end or the end of the bytes, or through an opening quote after blanks.
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

    /// Ends the field, depending on the next byte. Returns true if the record ends there too.
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

    /// Skips the line feed that ends the record and its last field.
    private mutating func endLine() {
        record.endField(line: fieldLine)
        position += 1
        line += 1
        place = .field
    }
}

extension UInt8 {
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let tab = UInt8(ascii: "\t")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
