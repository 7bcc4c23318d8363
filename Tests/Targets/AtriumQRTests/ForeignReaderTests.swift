import AtriumQR
import Foundation
import Testing

/// Writes codes that a reader of other people reads: `ATRIUM_QR_SAMPLES=DIR swift test --filter AtriumQRTests`, and then
/// `python3 Tests/Oracles/qr.py DIR`.
struct ForeignReaderTests {
    private static let folder = ProcessInfo.processInfo.environment["ATRIUM_QR_SAMPLES"]

    private static let texts = [
        "HTTPS://ACME.EXAMPLE/I/ABC123", "https://acme.example/invite/Zm9vYmFy?org=acme&lang=ar#top", "0", "00000000",
        "A", "   ", "-/.+*%$ :", "~\\^|{}[]`", "شهادة إتمام الدورة: محمد بن عبد الله", "完成课程证书：王小明", "日本語テキスト",
        "ﾊﾝｶｸ", "👩‍👩‍👧‍👦🎓🏳️‍🌈", "Grüße, Привет, Ελλάδα", "e\u{301} é", "1\u{301}", "١٢٣٤", "１２３", "\u{FEFF}first",
        "tab\tand\r\nlines\n", "\u{7F}\u{1}\u{1B}", "\u{10FFFF}\u{10000}", "ÿþ",
    ]

    @Test(.enabled(if: folder != nil, "Tests/Oracles/qr.py reads what this writes"))
    func `codes of every version, correction, length and writing are written for another reader`() throws {
        let folder = URL(filePath: try #require(Self.folder))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ text: String, _ correction: QRCode.Correction, _ name: String) throws {
            let file = folder.appending(path: "\(name)-\(correction)")
            let svg = try QRCode(text, correction: correction).svg(label: name)
            try Data(svg.utf8).write(to: file.appendingPathExtension("svg"))
            try Data(text.utf8).write(to: file.appendingPathExtension("txt"))
        }
        for (correction, capacities) in Capacities.bytes {
            for (index, capacity) in capacities.enumerated() {
                try write(Self.text("A course, ", capacity), correction, "bytes-\(index + 1)")
                try write(Self.text("3141592653", capacity), correction, "digits-\(index + 1)")
                try write(Self.text("ACME/I/7: ", capacity), correction, "capitals-\(index + 1)")
            }
            for (index, text) in Self.texts.enumerated() { try write(text, correction, "text-\(index)") }
            for length in 1...60 {
                try write(Self.text("a1B2c3D4e5", length), correction, "length-\(length)")
                try write(String(repeating: "课", count: length), correction, "characters-\(length)")
            }
        }
    }

    private static func text(_ part: String, _ length: Int) -> String {
        String(String(repeating: part, count: length / part.count + 1).prefix(length))
    }
}
