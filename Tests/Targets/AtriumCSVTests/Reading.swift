import AtriumCSV

/// What a reader returns: a record, with the bytes of its fields and the lines on which they begin, or a fault.
enum Reading: Equatable {
    case record([[UInt8]], lines: [Int])
    case fault(CSVFault)

    /// A record whose fields all begin on the same line.
    static func record(_ fields: [String], line: Int) -> Reading {
        .record(fields.map { Array($0.utf8) }, lines: fields.map { _ in line })
    }
}

extension CSVReader {
    /// Everything that can be read so far.
    mutating func readings() -> [Reading] {
        var readings: [Reading] = []
        var record = CSVRecord()
        while true {
            do throws(CSVFault) {
                guard try next(&record) else { return readings }
                let fields = 0..<record.count
                readings.append(.record(fields.map { Array(record[$0]) }, lines: fields.map { record.line(of: $0) }))
            } catch {
                readings.append(.fault(error))
            }
        }
    }
}

/// Reads a text that arrives in these chunks. Reads everything that is available after each chunk.
func readings(of chunks: [some Sequence<UInt8>], recordLimit: Int = 1 << 20) -> [Reading] {
    var reader = CSVReader(recordLimit: recordLimit)
    var readings: [Reading] = []
    for chunk in chunks {
        reader.append(chunk)
        readings += reader.readings()
    }
    reader.finish()
    return readings + reader.readings()
}
