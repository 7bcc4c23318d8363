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
    /// Where the current record begins: what stands before it is consumed.
    var recordStart = 0
    var recordLine = 1
    /// What is read of the current record.
    var record = CSVRecord()
    var fieldLine = 1
    /// The bits of all bytes of the current field: only one with a high bit can be anything but UTF-8.
    var seen: UInt8 = 0

    /// A reader of a text that comes in chunks. A record of more than `recordLimit` bytes, its quotes and its line end
    /// among them, is a fault: ``CSVFault/Problem/tooLong``.
    public init(recordLimit: Int = 1 << 20) {
        self.init(separator: UInt8(ascii: ","), allowsBlanks: false, recordLimit: recordLimit)
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
