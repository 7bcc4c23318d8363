/// Reads the records of an RFC 4180 text. It reads bytes, because CR LF is a single `Character` in Swift.
///
/// The text comes in chunks. They may be cut anywhere: this does not change what is read. For each chunk, call ``append(_:)``,
/// and then ``next(_:)`` until it returns false. After the last chunk, call ``finish()`` and take the remaining records. For a
/// text of any length, this needs memory for a few chunks and a few of the longest records, and 16 bytes for each field of
/// these.
///
/// A byte-order mark at the start is skipped. Lines end with LF or CR LF. Every field is checked to be UTF-8.
///
/// Source: RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>.
public struct CSVReader: Sendable {
    /// Which part of the text the next byte belongs to.
    enum Place {
        case byteOrderMark, field, plainField, quotedField, afterQuote, afterBlank, afterCarriageReturn, faultyLine
    }

    let separator: UInt8
    let allowsBlanks: Bool
    let recordLimit: Int
    var bytes: [UInt8] = []
    var isFinished = false
    var place = Place.byteOrderMark
    /// The next byte to read.
    var position = 0
    var line = 1
    /// Where the current record begins. All bytes before it are consumed.
    var recordStart = 0
    var recordLine = 1
    /// The part of the current record that is read already.
    var record = CSVRecord()
    var fieldLine = 1
    /// All bytes of the current field, combined with OR. A field without a high bit is ASCII, and needs no check for UTF-8.
    var seen: UInt8 = 0

    /// Makes a reader of a text that comes in chunks. A record of more than `recordLimit` bytes, including its quotes and its
    /// line end, is a fault: ``CSVFault/Problem/tooLong``.
    public init(recordLimit: Int = 1 << 20) {
        self.init(separator: UInt8(ascii: ","), allowsBlanks: false, recordLimit: recordLimit)
    }

    /// Makes a reader of fields that another byte separates. If blanks are allowed, they may be around the quotes of a field.
    init(separator: UInt8, allowsBlanks: Bool, recordLimit: Int) {
        precondition(recordLimit > 0, "a CSVReader's recordLimit is \(recordLimit) bytes; give records 1 or more")
        (self.separator, self.allowsBlanks, self.recordLimit) = (separator, allowsBlanks, recordLimit)
    }

    /// Makes a reader of a whole text. The bytes are not copied, and nothing can be appended.
    public init(_ bytes: [UInt8], recordLimit: Int = 1 << 20) {
        self.init(recordLimit: recordLimit)
        self.bytes = bytes
        finish()
    }

    /// Adds the next chunk of the text. It may be empty, and may end within a character, a line end or a pair of quotes. To
    /// append a chunk after ``finish()`` is a mistake that stops the process.
    public mutating func append(_ chunk: some Sequence<UInt8>) {
        precondition(!isFinished, "a chunk was appended to a finished CSVReader; finish after the last chunk")
        // At most as many bytes are moved as were consumed since the last move. So on average a byte is moved once at most.
        if recordStart >= bytes.count - recordStart {
            bytes.removeSubrange(..<recordStart)
            position -= recordStart
            recordStart = 0
        }
        bytes.append(contentsOf: chunk)
    }

    /// Ends the text. The last bytes of it may end a record without a line end.
    public mutating func finish() { isFinished = true }

    /// Replaces the fields of `record` with those of the next record. Returns false if no record is complete: append more.
    /// After ``finish()``, false means the end of the text. `record` is unchanged then.
    ///
    /// Throws the first fault of the next record. The reader then continues with the line after the one on which that record
    /// begins, so that an unclosed quote costs only one line.
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

    /// How many bytes fit into the memory that is allocated for the text.
    var capacity: Int { bytes.capacity }
}
