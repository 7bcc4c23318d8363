/// Looks for the header of a text with all separators at the same time. The header is the first record that shows anything.
///
/// A line such as `sep=;` before the header names the separator. Without this line, it is the separator that gives the most
/// known columns. If several give equally many, it is the first of comma, semicolon and tab.
struct CSVHeaderSearch {
    /// The text as it is read with one separator.
    private struct Reading {
        let separator: UInt8
        var reader: CSVReader
        var header = CSVRecord()
        var state = State.searching

        /// Continues to read. `named` is the separator that the text names; `nil` until a line does so.
        mutating func read(isFinished: Bool, named: inout UInt8?) {
            do throws(CSVFault) {
                while try reader.next(&header) {
                    if header.isBlank { continue }
                    // Only the first line that shows anything may name the separator.
                    if named == nil, let mark = directive {
                        guard mark == separator else {
                            state = .separatedBy(mark)
                            return
                        }
                        named = mark
                        continue
                    }
                    state = .found
                    return
                }
                if isFinished { state = .ended }
            } catch {
                state = .fault(error)
            }
        }

        /// The separator that the record names in Excel's form: `sep=;`.
        private var directive: UInt8? {
            func isSep(_ bytes: ArraySlice<UInt8>) -> Bool {
                bytes.count == 4 && String(decoding: bytes, as: UTF8.self).lowercased() == "sep="
            }
            if header.count == 2, isSep(header[0]), header[1].isEmpty { return separator }
            return header.count == 1 && isSep(header[0].dropLast()) ? header[0].last : nil
        }
    }

    private enum State: Equatable { case searching, found, ended, fault(CSVFault), separatedBy(UInt8) }

    enum Outcome {
        case header(CSVRecord, CSVReader)
        case problem(CSVHeaderFault.Problem)
    }

    private var readings: [Reading]
    private var named: UInt8?

    init(recordLimit: Int) {
        readings = ",;\t".utf8.map {
            Reading(separator: $0, reader: CSVReader(separator: $0, allowsBlanks: true, recordLimit: recordLimit))
        }
    }

    mutating func append(_ chunk: [UInt8]) {
        for index in readings.indices { readings[index].reader.append(chunk) }
    }

    mutating func finish() {
        for index in readings.indices { readings[index].reader.finish() }
    }

    /// The header; `nil` if more of the text is needed. `count` returns how many of the given names are known.
    mutating func next(isFinished: Bool, count: ([String]) -> Int) -> Outcome? {
        for index in readings.indices where readings[index].state == .searching {
            readings[index].read(isFinished: isFinished, named: &named)
        }
        if let named { readings.removeAll { $0.separator != named } }
        guard !readings.contains(where: { $0.state == .searching }) else { return nil }
        let found = readings.filter { $0.state == .found }.map { (reading: $0, known: count($0.header.texts)) }
        guard var best = found.first else { return .problem(problem) }
        for other in found where other.known > best.known { best = other }
        if best.known == 0 {
            // A text of nothing but separators of one kind is blank when it is read with that separator.
            if readings.contains(where: { $0.state == .ended }) { return .problem(.empty) }
            if let mark = foreignSeparator(of: best.reading.header, count) { return .problem(.separator(mark)) }
        }
        return .header(best.reading.header, best.reading.reader)
    }

    /// Why no separator gives a header.
    private var problem: CSVHeaderFault.Problem {
        for reading in readings {
            switch reading.state {
            case .fault(let fault): return .unreadable(fault)
            case .separatedBy(let mark): return .separator(String(Unicode.Scalar(mark)))
            case .searching, .found, .ended: continue
            }
        }
        return .empty
    }

    /// A character that separates known columns, but is not a supported separator.
    private func foreignSeparator(of header: CSVRecord, _ count: ([String]) -> Int) -> String? {
        guard header.count == 1 else { return nil }
        let marks: [Unicode.Scalar] = ["|", "^", ":", "，", "；"]
        return marks.first { count(header.trimmed(0).unicodeScalars.split(separator: $0).map { String($0) }) > 0 }
            .map { String($0) }
    }
}
