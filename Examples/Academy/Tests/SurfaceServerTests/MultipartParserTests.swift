import Testing

@testable import SurfaceServer

struct MultipartParserTests {
    /// Reads a body in pieces of a size, and joins what belongs together.
    private func fields(_ body: String, piece: Int) throws -> [String]? {
        var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=\"B\""))
        var (fields, bytes) = ([String](), Array(body.utf8)[...])
        while !bytes.isEmpty {
            for event in try parser.read(bytes.prefix(piece)) {
                switch event {
                case .field(let name, let file): fields.append("\(name)|\(file ?? "")|")
                case .content(let content): fields[fields.count - 1] += String(decoding: content, as: UTF8.self)
                case .end: fields[fields.count - 1] += "."
                }
            }
            bytes = bytes.dropFirst(piece)
        }
        return parser.isComplete ? fields : nil
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `a body is the same in pieces of every size`(piece: Int) throws {
        let body = """
            preamble\r
            --B\r
            Content-Disposition: form-data; name="a"\r
            \r
            one\r
            -- B\r
            --\r
            --B\r
            content-disposition: form-data; name="f; x"; filename="a%22b;.csv"\r
            Content-Type: text/csv\r
            \r
            x\r\ry\r
            --B\r
            Content-Disposition: form-data; name="empty"\r
            \r
            \r
            --B--\r
            epilogue --B
            """
        #expect(try fields(body, piece: piece) == ["a||one\r\n-- B\r\n--.", "f; x|a\"b;.csv|x\r\ry.", "empty||."])
    }

    @Test(arguments: [1, 1_000])
    func `a body without its end is not complete, and one without names is malformed`(piece: Int) throws {
        let part = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none"
        #expect(try fields(part, piece: piece) == nil)
        #expect(try fields("\(part)\r\n--B", piece: piece) == nil)
        #expect(try fields("--B--", piece: piece) == [])
        for malformed in [
            "--B\r\nContent-Type: text/plain\r\n\r\none\r\n--B--", "--Bx\r\n",
            "--B\r\n" + String(repeating: "a", count: 9_000),
            "--B\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n--B--",
        ] {
            #expect(throws: MultipartParser.Malformed.self) { try fields(malformed, piece: piece) }
        }
    }

    @Test(arguments: ["multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=B", ""])
    func `only a form with a boundary is read`(type: String) {
        #expect(MultipartParser(contentType: type) == nil)
    }
}
