import Atrium
import AtriumInvitations
import Testing

struct AddressListTests {
    @Test(arguments: [
        ("a@x.example b@x.example", ["a@x.example", "b@x.example"]),
        ("a@x.example,b@x.example;c@x.example", ["a@x.example", "b@x.example", "c@x.example"]),
        (
            "a@x.example\tb@x.example\r\nc@x.example\n\nd@x.example",
            ["a@x.example", "b@x.example", "c@x.example", "d@x.example"]
        ),
        ("Ada Lovelace <Ada@X.example>", ["ada@x.example"]),
        ("\"Lovelace, Ada\" <ada@x.example>, Bob <bob@x.example>", ["ada@x.example", "bob@x.example"]),
        ("<a@x.example>; <b@x.example>", ["a@x.example", "b@x.example"]),
        ("a@x.example Ada <b@x.example>", ["a@x.example", "b@x.example"]),
        ("Ada Lovelace <ada@x.example> Bob <bob@x.example>", ["ada@x.example", "bob@x.example"]),
        // Recipients as Outlook copies them, with all kinds of things around an address.
        (
            """
            Doe, Jane <jane@x.example>; Roe, Rick <rick@x.example>
            'ann@x.example'; mailto:bob@x.example; cat@x.example\u{200B}
            dan@x.example；eve@x.example

            """,
            [
                "jane@x.example", "rick@x.example", "ann@x.example", "bob@x.example", "cat@x.example", "dan@x.example",
                "eve@x.example",
            ]
        ),
        ("\"Doe, Jane\" <a@x.example>, 'Roe, Rick' <b@x.example>", ["a@x.example", "b@x.example"]),
        ("“Doe, Jane” <a@x.example>; 'b@x.example' <b@x.example>", ["a@x.example", "b@x.example"]),
        (
            "a@x.example, Doe, Jane <b@x.example>, Roe, Rick <c@x.example>",
            ["a@x.example", "b@x.example", "c@x.example"]
        ),
        ("Write to (a@x.example).", ["a@x.example"]),
        ("Write to a@x.example!", ["invalid: Write", "invalid: to", "a@x.example"]),
        // Forms of old versions of Outlook, of Google Groups, of Yahoo and of Markdown.
        ("Jane Doe [mailto:a@x.example]; Doe, Rick [mailto:b@x.example]", ["a@x.example", "b@x.example"]),
        ("a@x.example [mailto:a@x.example]\nb@x.example <mailto:b@x.example>", ["a@x.example", "b@x.example"]),
        ("Jane Doe (a@x.example), Doe, Rick (b@x.example)", ["a@x.example", "b@x.example"]),
        ("a@x.example (Jane Doe), b@x.example (Rick)", ["a@x.example", "b@x.example"]),
        ("[a@x.example](mailto:a@x.example)", ["a@x.example"]), ("张三（a@x.example）", ["a@x.example"]),
        ("All of us (a@x.example, b@x.example)", ["a@x.example", "b@x.example"]),
        ("Jane <a@x.example<mailto:a@x.example>>", ["a@x.example"]),
        // A name in quotes, a label, a number or a sign in the line of an address.
        (
            "\"Jane Doe\" a@x.example\n“Doe, Rick” b@x.example\n'Ann Roe' c@x.example «Al» d@x.example",
            ["a", "b", "c", "d"].map { "\($0)@x.example" }
        ),
        (
            "To: a@x.example; Reply to: b@x.example\nCc：c@x.example",
            ["a@x.example", "b@x.example", "invalid: Cc：c@x.example"]
        ),
        ("From: Jane Doe [mailto:a@x.example]\nTo: Doe, Rick <b@x.example>", ["a@x.example", "b@x.example"]),
        (
            "1. a@x.example\n2) b@x.example\n(3) Dr. c@x.example\n→ d@x.example",
            ["a", "b", "c", "d"].map { "\($0)@x.example" }
        ),
        ("a@x.example | b@x.example / c@x.example", ["a", "b", "c"].map { "\($0)@x.example" }),
        ("| Jane Doe | a@x.example | North |", ["a@x.example"]),
        // A text that may be meant as an address is shown.
        ("ann.x.example. a@x.example", ["invalid: ann.x.example.", "a@x.example"]),
        ("ann.x.example, bob cc: a@x.example", ["invalid: ann.x.example", "a@x.example"]),
        (
            "jane(home)@x.example jane(a@x.example a@x.example(home)",
            ["jane(home)@x.example", "jane(a@x.example", "a@x.example(home)"].map { "invalid: \($0)" }
        ),
        ("To:\n1.", ["invalid: To:", "invalid: 1."]),
        ("a@x.example. b@x.example..., <c@x.example>.", ["a@x.example", "b@x.example", "c@x.example"]),
        (
            "<mailto:a@x.example>; MAILTO:b@x.example?subject=Hi; [c@x.example]",
            ["a@x.example", "b@x.example", "c@x.example"]
        ),
        (
            "a@x.example，b@x.example；c@x.example、d@x.example، e@x.example",
            ["a", "b", "c", "d", "e"].map { "\($0)@x.example" }
        ),
        (
            "\u{202A}a@x.example\u{202C};\u{FEFF}b@x.example\u{A0}\u{3000}c@x.example",
            ["a", "b", "c"].map { "\($0)@x.example" }
        ),
        ("- a@x.example\n• b@x.example\n\u{200B}\n<>; ''", ["a@x.example", "b@x.example"]),
        ("Doe\tJane\ta@x.example\tNorth office\nRoe\tRick\tb@x.example", ["a@x.example", "b@x.example"]),
        // In a row, a word beside an address and a word with a dot may be meant as addresses. Other cells are names.
        (
            "Doe\ta@x.example nobody\tbob.x.example \tDr.\tRoe Ltd.\t3.5",
            ["a@x.example", "invalid: nobody", "invalid: bob.x.example"]
        ),
        ("| Doe | a@x.example nobody | v1.2 of it |", ["a@x.example", "invalid: nobody"]),
        ("nobody\nno one\there", ["nobody", "no", "one", "here"].map { "invalid: \($0)" }),
        ("o'brien@x.example 'a'@x.example", ["o'brien@x.example", "'a'@x.example"]),
        // Nothing is guessed inside an address.
        (
            "a＠x.example b\u{200B}c@x.example d@x,example",
            ["invalid: a＠x.example", "invalid: b\u{200B}c@x.example", "invalid: d@x", "invalid: example"]
        ),
        ("Jane <>", ["invalid: Jane <>"]),
        // A straight quote that is a letter, and the escaped quotes of RFC 5322.
        ("ד\"ר דנה <a@x.example>, עו\"ד רון <b@x.example>", ["a@x.example", "b@x.example"]),
        (
            "ד\"ר דנה a@x.example, רון <b@x.example>",
            ["invalid: ד\"ר", "invalid: דנה", "a@x.example", "b@x.example"]
        ),
        ("\"O\\\"Neil\" <a@x.example>; \"Roe\" <b@x.example>", ["a@x.example", "b@x.example"]),
        ("\"Doe; \\\"JD Jane\" <a@x.example>, \"Rick\" <b@x.example>", ["a@x.example", "b@x.example"]),
        ("\"Doe; \\\\\" <a@x.example>, \"Rick\" <b@x.example>", ["a@x.example", "b@x.example"]),
        (
            "\"Jane\" <a@x.example>, Rick\" <b@x.example>, \"Ann <c@x.example>, 5\" Disk <d@x.example>",
            ["a", "b", "c", "d"].map { "\($0)@x.example" }
        ),
        ("\"Jane <a@x.example>\", \"Rick<b@x.example>\"", ["a@x.example", "b@x.example"]),
        ("Jane,\"a@x.example, b@x.example\"", ["invalid: Jane", "a@x.example", "b@x.example"]),
        // A label may come directly before an address, because an address has no colon.
        ("Email:a@x.example\nsmtp:b@x.example; SMTP:c@x.example", ["a", "b", "c"].map { "\($0)@x.example" }),
        ("Friends:a@x.example,\"Doe; Jane\" <b@x.example>;", ["a@x.example", "b@x.example"]),
        ("E-mail:mailto:a@x.example; Jane <smtp:b@x.example>", ["a@x.example", "b@x.example"]),
        ("http://a@x.example x:@y.example", ["http://a@x.example", "x:@y.example"].map { "invalid: \($0)" }),
        // Brackets, quotes and dots of other scripts.
        (
            "王五＜a@x.example＞李四《b@x.example》、〈c@x.example〉。 d@x.example． e@x.example｡",
            ["a", "b", "c", "d", "e"].map { "\($0)@x.example" }
        ),
        (
            "”a@x.example” ’b@x.example’ ‚c@x.example‘ „d@x.example“ «e@x.example» »f@x.example«",
            ["a", "b", "c", "d", "e", "f"].map { "\($0)@x.example" }
        ),
        ("”Doe, Jane” a@x.example\n»Al« b@x.example 『Bo』 c@x.example", ["a", "b", "c"].map { "\($0)@x.example" }),
        ("{a@x.example} o’b@x.example", ["{a@x.example}", "o’b@x.example"].map { "invalid: \($0)" }),
        // Two addresses of one person are two entries. A name in straight double quotes is a name, even if it looks like
        // an address.
        ("a@x.example <b@x.example> <c@x.example>", ["a@x.example", "b@x.example", "c@x.example"]),
        ("Jane [a@x.example] <b@x.example>", ["a@x.example", "b@x.example"]),
        ("a@x.example(b@x.example) 'c@x.example' <d@x.example>", ["a", "b", "c", "d"].map { "\($0)@x.example" }),
        ("'A@x.example' <a@X.example>; b@x.example (b@x.example)", ["a@x.example", "b@x.example"]),
        ("a@x.example, <a@x.example>\tb@x.example\n(b@x.example)", ["a", "a", "b", "b"].map { "\($0)@x.example" }),
        ("\"a@y.example \\\"JD\\\" Doe\" <a@x.example>", ["a@x.example"]),
        ("\"a@y.example\" <a@x.example>; \"b@x.example via Us\" <us@x.example>", ["a@x.example", "us@x.example"]),
        (
            "jane@home <a@x.example>, b@x.example <home>",
            ["invalid: jane@home", "a@x.example", "b@x.example", "invalid: <home>"]
        ),
        // A list item without an address, such as a group of contacts.
        (
            "a@x.example; Ops Team; All of us, b@x.example",
            ["a@x.example", "invalid: Ops Team", "invalid: All of us", "b@x.example"]
        ),
        ("Ops Team; The Board.", ["invalid: Ops Team", "invalid: The Board."]),
        ("a@x.example; The Board.", ["a@x.example", "invalid: The Board."]),
        ("  ,; \t\n", []),
        ("", []),
    ])
    func `addresses are found between all separators, with and without names`(_ text: String, _ expected: [String])
        throws
    {
        let found = try AddressList(text).entries.map { (try? $0.address.get())?.description ?? "invalid: \($0.text)" }
        #expect(found == expected)
    }

    @Test func `an entry that is no address keeps its line and its fault`() throws {
        let entries = try AddressList("a@x.example\nnobody\nb@x").entries
        #expect(entries.map(\.line) == [1, 2, 3])
        #expect(entries.map(fault) == [nil, .noAt, .domain])
    }

    @Test func `a hostile text is shown short and without control characters`() throws {
        let entries = try AddressList("\u{1B}[31m" + String(repeating: "x", count: 500)).entries
        #expect(entries.map(\.text) == ["[31m" + String(repeating: "x", count: 76)])
        #expect(entries.map(fault) == [.control])
    }

    private func fault(_ entry: AddressList.Entry) -> EmailAddress.Fault? {
        if case .failure(let fault) = entry.address { fault } else { nil }
    }

    @Test func `a hundred thousand addresses are read`() throws {
        let text = (0..<100_000).map { "user\($0)@x.example" }.joined(separator: "\n")
        #expect(try AddressList(text).entries.count == 100_000)
    }

    private static let hostile = [
        String(repeating: " ", count: 1 << 18), String(repeating: "\t", count: 1 << 18),
        String(repeating: "First Last <a@b.example> ", count: 10_000),
        String(repeating: "First Last ", count: 12_000), String(repeating: "a@b ", count: 25_000),
        String(repeating: "a @ ", count: 10_000), String(repeating: "<", count: 1 << 18),
        String(repeating: "\"", count: 1 << 18), "x" + String(repeating: "\u{301}", count: 120_000),
        String(repeating: "\r\n", count: 120_000), String(repeating: "\u{2028} ", count: 60_000),
        String(repeating: "a, ", count: 80_000), String(repeating: "a, ", count: 80_000) + "<a@x.example>",
        String(repeating: "mailto:", count: 40_000), String(repeating: "'", count: 1 << 18),
        String(repeating: ".", count: 1 << 18),
        "a" + String(repeating: "\u{200B}.", count: 120_000),
        "a@b" + String(repeating: "\u{3000}", count: 1 << 18) + "\t",
        String(repeating: "(", count: 120_000) + String(repeating: ")", count: 120_000),
        String(repeating: "( ", count: 60_000) + "@", String(repeating: "' ", count: 60_000) + "@",
        String(repeating: "a(", count: 80_000) + "@", "a@b" + String(repeating: " ", count: 1 << 18) + "[mailto:",
        String(repeating: "a [mailto:", count: 20_000), String(repeating: "a: ", count: 40_000) + "@",
        "“" + String(repeating: "a ", count: 80_000), String(repeating: "|", count: 1 << 18),
        String(repeating: "\"a ", count: 30_000), String(repeating: "\"a@b ", count: 30_000),
        "\"" + String(repeating: "\\\"", count: 50_000), String(repeating: "\"a@b\" ", count: 30_000),
        String(repeating: ">\"a", count: 30_000), String(repeating: "’a ", count: 30_000),
        String(repeating: "a:", count: 50_000) + "@", String(repeating: "a@b<", count: 30_000),
        "a; " + String(repeating: "a ", count: 50_000), String(repeating: "《a", count: 30_000) + "@",
    ]

    @Test(arguments: hostile.indices)
    func `a hostile text is read in a time proportional to its length`(_ index: Int) throws {
        let entries = try AddressList(Self.hostile[index]).entries
        #expect(entries.count <= 90_000 && entries.allSatisfy { $0.text.utf8.count <= 320 })
    }

    @Test func `a long line of names and addresses is read to its end`() throws {
        let text = String(repeating: "First Last <a@b.example> ", count: 2000)
        let entries = try AddressList(text).entries
        #expect(entries.count == 2000 && entries.allSatisfy { $0.text == "First Last <a@b.example>" && $0.line == 1 })
    }

    @Test(arguments: [
        ("a\u{301} <a@x.example>\u{2029}b@x.example", [1, 2]), ("a@x.example\r\rb@x.example", [1, 3]),
        ("\n\r\n\u{85}a@x.example\u{B}\u{C}b@x.example", [4, 6]), ("\"a\nb@x.example\"", [1, 2]),
    ])
    func `lines are counted by every kind of line end`(_ text: String, _ lines: [Int]) throws {
        #expect(try AddressList(text).entries.map(\.line) == lines)
    }

    @Test func `a text over a limit is refused, and the error names the limit`() {
        #expect(throws: InvitationError.textTooLong) {
            try AddressList(String(repeating: "x", count: AddressList.textLimit + 1))
        }
        #expect(throws: InvitationError.tooManyAddresses) {
            try AddressList(String(repeating: "a ", count: AddressList.addressLimit + 1))
        }
        #expect(InvitationError.textTooLong.description.contains("4194304"))
        #expect(InvitationError.tooManyAddresses.description.contains("100000"))
    }
}
