import AtriumQR
import Testing

struct QRCodeTests {
    private let code: QRCode

    init() throws { code = try QRCode("https://acme.example/invitations/7") }

    @Test func `the same text has the same code, and another text another one`() throws {
        #expect(try QRCode("https://acme.example/invitations/7") == code)
        #expect(try QRCode("https://acme.example/invitations/8") != code)
    }

    @Test func `the size follows from the version`() {
        #expect(code.version == 3 && code.size == 29)
    }

    @Test func `all modules outside the code are light`() {
        let size = code.size
        for near in -1...size {
            for (x, y) in [(near, -1), (near, size), (-1, near), (size, near), (.min, near), (near, .max)] {
                #expect(!code[x, y])
            }
        }
    }

    @Test func `there are finders in three corners, and an alignment pattern near the fourth`() {
        let last = code.size - 1
        #expect(code[0, 0] && code[last, 0] && code[0, last])
        #expect(!code[7, 7] && !code[last - 7, 7] && !code[7, last - 7])
        #expect(code[22, 22] && !code[21, 21] && code[20, 20])
    }

    @Test(arguments: ["", "\0", "1", "e\u{301}", "1\u{301}", "👩‍👩‍👧‍👦", "\u{10FFFF}", "\r\n"])
    func `each short text has a code`(_ text: String) throws {
        #expect(try QRCode(text, correction: .low).version <= 2)
    }

    @Test func `a combining mark on a digit is not lost`() throws {
        #expect(try QRCode("1\u{301}") != QRCode("1"))
        #expect(try QRCode("é") != QRCode("e\u{301}"))
    }
}
