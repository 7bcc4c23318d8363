import Atrium
import Foundation
import Testing

struct NameTests {
    @Test func `an id is a UUID of version 7, and ids are in the order of time`() throws {
        let early = MemberID(at: Date(timeIntervalSince1970: 1_700_000_000), random: Array(repeating: 0xFF, count: 10))
        let late = MemberID(at: Date(timeIntervalSince1970: 1_700_000_000.001), random: Array(repeating: 0, count: 10))
        #expect(early < late)
        #expect(early.description < late.description)
        #expect(early.description == "018bcfe5-6800-7fff-bfff-ffffffffffff")
        #expect(MemberID(late.description) == late)
    }

    @Test(arguments: [
        "", "x", "018bcfe5-6800-7fff-bfff-fffffffffff", "018BCFE5-6800-7fff-bfff-ffffffffffff",
        "018bcfe568007fffbfffffffffffffff0000", "018bcfe5-6800-7fff-bfff-ffffffffffff ", "../etc/passwd",
        "018bcfe5-6800-7fff-bfff-fffffffffffg", "018bcfe56-800-7fff-bfff-ffffffffffff",
        "+18bcfe5-6800-7fff-bfff-ffffffffffff",
    ])
    func `only the canonical text is an id`(_ text: String) {
        #expect(MemberID(text) == nil)
    }

    @Test(arguments: ["a", "acme", "acme-2", "0", String(repeating: "a", count: 63)])
    func `a valid slug is accepted`(_ text: String) { #expect(Slug(text)?.description == text) }

    @Test(arguments: [
        "", "-a", "a-", "Acme", "a b", "ä", "a_b", "a\u{301}", "\u{212A}", String(repeating: "a", count: 64), "a\0",
    ])
    func `an invalid slug is refused`(_ text: String) { #expect(Slug(text) == nil) }

    @Test(arguments: [
        ("Ada@Acme.Example", "ada@acme.example"), ("a.b+c@x.example", "a.b+c@x.example"),
        ("o'neil@x-y.example", "o'neil@x-y.example"), ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("I@X.EXAMPLE", "i@x.example"),
    ])
    func `an address folds the case of ASCII letters and of no other letters`(_ text: String, _ expected: String) throws
    {
        #expect(try EmailAddress(text).description == expected)
    }

    @Test(
        arguments: [
            ("", .empty), ("a", .noAt), ("a@b@c.example", .noAt), ("@x.example", .localPart), ("a@", .domain),
            ("a@x", .domain),
            ("a@x..example", .domain), ("a@-x.example", .domain), ("a@x.example.", .domain),
            (".a@x.example", .localPart),
            ("a..b@x.example", .localPart), ("\u{212A}@x.example", .nonASCII), ("ı@x.example", .nonASCII),
            ("a@bücher.example", .nonASCII), ("a\r\nb@x.example", .control), ("a\0@x.example", .control),
            ("a\u{7F}@x.example", .control), ("a b@x.example", .localPart), ("\"a b\"@x.example", .localPart),
            ("a,b@x.example", .localPart), (String(repeating: "a", count: 65) + "@x.example", .localPart),
            ("a@" + String(repeating: "x.", count: 130) + "example", .tooLong),
        ] as [(String, EmailAddress.Fault)])
    func `an invalid address is refused with the fault`(_ text: String, _ fault: EmailAddress.Fault) {
        #expect(throws: fault) { try EmailAddress(text) }
    }
}
