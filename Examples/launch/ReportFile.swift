import AtriumCSV
import Foundation

/// Writes the files that a launch makes. A file that has the same content already is not changed.
enum ReportFile {
    /// Writes rows of fields as CSV, the header first. The folder is made if it is missing.
    static func write(_ rows: [[String]], to path: String) throws {
        try write(rows.map { CSVLine.text($0) }.joined(), to: path)
    }

    static func write(_ text: String, to path: String) throws {
        let data = Data(text.utf8)
        let url = URL(filePath: path)
        guard (try? Data(contentsOf: url)) != data else { return }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url, options: .atomic)
    }
}
