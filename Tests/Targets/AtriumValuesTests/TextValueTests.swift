import AtriumValues
import Foundation
import Testing

struct TextValueTests {
    private enum Noun {}

    private func check<Value: TextValue>(_ value: Value, _ text: String) throws {
        #expect(value.description == text && Value(text) == value)
        let json = try JSONEncoder().encode([value])
        #expect(try JSONDecoder().decode([String].self, from: json) == [text])
        #expect(try JSONDecoder().decode([Value].self, from: json) == [value])
    }

    private func refuse<Value: TextValue>(_ type: Value.Type, _ text: String) throws {
        let value: Value? = Value(text)
        #expect(value == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([text]))
        }
    }

    @Test func `a value is written as one text, and read back from it`() throws {
        try check(EmailAddress("ada@acme.example"), "ada@acme.example")
        try check(Day(year: 2026, month: 2, day: 28), "2026-02-28")
        try check(
            ID<Noun>(at: Date(timeIntervalSince1970: 1_700_000_000), random: Array(repeating: 255, count: 10)),
            "018bcfe5-6800-7fff-bfff-ffffffffffff")
        let slug = try #require(Slug("acme-2"))
        try check(slug, "acme-2")
        for day in Weekday.allCases { try check(day, "\(day)") }
        try check(Weekday.sunday, "sunday")
    }

    @Test(arguments: [
        "", "x y", "2026-02-3_", "A", "Monday", "é", "a@b", "\0", String(repeating: "a\u{301}", count: 300_000),
    ])
    func `any other text is refused, and decoding it throws`(_ text: String) throws {
        try refuse(EmailAddress.self, text)
        try refuse(Day.self, text)
        try refuse(ID<Noun>.self, text)
        try refuse(Slug.self, text)
        try refuse(Weekday.self, text)
    }

    @Test func `JSON that is not a text is refused`() {
        for json in ["[1]", "[null]", "[{}]", "[[\"monday\"]]"] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode([Weekday].self, from: Data(json.utf8)) }
            #expect(throws: DecodingError.self) { try JSONDecoder().decode([EmailAddress].self, from: Data(json.utf8)) }
        }
    }

    @Test func `the decoding error of an address says what is wrong, and does not contain the address`() {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([EmailAddress].self, from: Data("[\"secret@\"]".utf8))
        }
        guard case .dataCorrupted(let context)? = error else {
            Issue.record("another error")
            return
        }
        #expect(context.debugDescription == EmailAddress.Fault.domain.description)
        #expect(context.underlyingError as? EmailAddress.Fault == .domain)
    }

    @Test func `an invalid address throws its fault, even if an optional is expected`() throws {
        var address: EmailAddress?
        #expect(throws: EmailAddress.Fault.noAt) { address = try EmailAddress("x") }
        #expect(address == nil && (try? EmailAddress("x")) == nil)
        address = try EmailAddress("ada@acme.example")
        #expect(address?.description == "ada@acme.example")
    }

    @Test func `a day without a form of ten characters cannot be encoded`() {
        for day in [
            Day(number: .max), Day(number: .min), Day(year: 0, month: 12, day: 31), Day(year: 10_000, month: 1),
        ] {
            #expect(throws: EncodingError.self) { try JSONEncoder().encode([day]) }
        }
    }
}
