import AtriumQR
import Testing

struct SVGTests {
    @Test(arguments: [1, 50, 500])
    func `the path has exactly the dark modules`(_ length: Int) throws {
        let code = try QRCode(String(repeating: "é", count: length))
        var drawn = Array(repeating: Array(repeating: false, count: code.size), count: code.size)
        var (x, y) = (0, 0)
        #expect(code.path.hasPrefix("M0 .5h7"))
        for command in code.path.dropFirst("M0 .5".count).matches(of: /m(-?[0-9]+) (-?[0-9]+)|h([0-9]+)/) {
            if let run = command.3.flatMap({ Int($0) }) {
                for column in x..<x + run { drawn[y][column] = true }
                x += run
            } else {
                x += try #require(command.1.flatMap { Int($0) })
                y += try #require(command.2.flatMap { Int($0) })
            }
        }
        #expect(drawn == (0..<code.size).map { y in (0..<code.size).map { x in code[x, y] } })
    }

    @Test func `an SVG has the quiet zone, a label for screen readers, and black on white`() throws {
        let code = try QRCode("https://acme.example/courses/7", correction: .quartile)
        let svg = code.svg(label: "The address of the course")
        #expect(
            svg == """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 37 37" role="img" \
                aria-label="The address of the course" shape-rendering="crispEdges">\
                <path fill="#fff" d="M-4-4h37v37h-37z"/><path fill="none" stroke="#000" d="\(code.path)"/></svg>
                """)
    }

    @Test(arguments: [
        ("\"/><script>alert('x')</script>", "&quot;/&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
        ("A & B", "A &amp; B"), ("\0\u{1B}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("<\u{301}", "&lt;\u{301}"),
        ("شهادة 👩‍🎓", "شهادة 👩‍🎓"),
    ])
    func `a label is escaped, whatever it contains`(_ label: String, _ expected: String) throws {
        #expect(try QRCode("1").svg(label: label).contains(" aria-label=\"\(expected)\" "))
    }
}
