/// Several values in one cell. They are separated by semicolons, by line breaks or, in files of other platforms, by another
/// character. A value that contains one of these or a quote is quoted. If the fields of the file have the same separator, the
/// whole cell is quoted as well.
public enum CSVList {
    /// One cell with the values, separated by semicolons.
    public static func cell(_ values: [String]) -> String {
        let marks: Set<Unicode.Scalar> = [";", "\"", "\r", "\n"]
        return values.map { value in
            // Compares Unicode scalars, because a quote and an accent after it are one Character.
            let scalars = value.unicodeScalars
            guard scalars.contains(where: marks.contains) else { return value }
            let quoted = scalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
            return "\"" + String(String.UnicodeScalarView(quoted)) + "\""
        }.joined(separator: "; ")
    }

    /// The values of a cell, without the blanks around them and without blank values. Quotes that do not enclose a whole value
    /// belong to the value.
    public static func values(_ cell: String, separatedBy separator: CSVListSeparator = .semicolon) -> [String] {
        let bytes = Array(cell.utf8)
        var reader = CSVReader(separator: separator.byte, allowsBlanks: true, recordLimit: bytes.count + 1)
        reader.append(bytes)
        reader.finish()
        var record = CSVRecord()
        var values: [String] = []
        do throws(CSVFault) {
            while try reader.next(&record) { values += record.texts }
        } catch {
            let ends = [separator.byte, UInt8(ascii: "\r"), UInt8(ascii: "\n")]
            values = bytes.split(whereSeparator: ends.contains).map {
                String(decoding: $0, as: UTF8.self).withoutBlanks
            }
        }
        return values.filter { !$0.isEmpty }
    }
}
