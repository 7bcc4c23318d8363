@testable import AtriumCourses

/// The pieces of a stream, each as its line number with its text or its fault.
func pieces(_ chunks: [[UInt8]], limit: Int = 1 << 20) -> [String] {
    var reader = StatementReader(statementLimit: limit)
    var pieces: [String] = []
    func drain() {
        while let piece = reader.next() {
            switch piece.json {
            case .success(let json): pieces.append("\(piece.line) \(String(decoding: json, as: UTF8.self))")
            case .failure(let fault): pieces.append("\(piece.line) \(fault)")
            }
        }
    }
    for chunk in chunks {
        reader.append(chunk)
        drain()
    }
    reader.finish()
    drain()
    return pieces
}

func pieces(_ text: String, limit: Int = 1 << 20) -> [String] { pieces([Array(text.utf8)], limit: limit) }
