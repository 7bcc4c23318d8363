import AtriumCSV
import Testing

/// Texts whose cost must grow only with their length.
@Suite struct BoundedTests {
    @Test(.timeLimit(.minutes(1)))
    func `a header of 64 KiB can arrive byte by byte`() throws {
        let text =
            String(repeating: "x;", count: 32_000) + "email\n" + String(repeating: ";", count: 32_000) + "a@x.example\n"
        #expect(try Rows(text, chunk: 1).rows == ["2 a@x.example|"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a run of blanks of any length is skipped in one pass`() throws {
        let blanks = String(repeating: "\u{200B}\u{3000}", count: 40_000)
        let rows = try Rows("\(blanks)email\(blanks)\n\(blanks)a@x.example\(blanks)\n\(blanks)\n").rows
        #expect(rows == ["2 a@x.example|"])
        let spaces = String(repeating: " ", count: 100_000)
        #expect(try Rows("email\n\(spaces)\"a@x.example\"\(spaces)\n", chunk: 1).rows == ["2 a@x.example|"])
    }
}
