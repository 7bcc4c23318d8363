/// Several values in one cell: separated by semicolons, or in the files of others by another character, or by line breaks, and
/// quoted where they hold one of these or a quote. In a file whose fields have the same separator the cell is quoted as a whole
/// besides.
public enum CSVList {
    /// The values as a cell that separates them by semicolons.
    public static func cell(_ values: [String]) -> String {
        let marks: Set<Unicode.Scalar> = [";", "\"", "\r", "\n"]
        return values.map { value in
            // By unicode scalars: a quote and an accent after it are a single Character.
            let scalars = value.unicodeScalars
            guard scalars.contains(where: marks.contains) else { return value }
            let quoted = scalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
            return "\"" + String(String.UnicodeScalarView(quoted)) + "\""
        }.joined(separator: "; ")
    }

    /// The values that show anything, without the blanks around them. Quotes that quote no value whole belong to the values.
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
