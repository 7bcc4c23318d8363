import AtriumValues
import Foundation
import Testing

struct PageCursorTests {
    private enum Letters: PagedList {
        typealias Position = PagePosition<Day, ID<Day>>
        static let listName: StaticString = "letters.letters"
    }

    private enum Numbers: PagedList {
        typealias Position = Int
        static let listName: StaticString = "letters.numbers"
    }

    private let place = PagePosition(
        Day(year: 2026, month: 1, day: 5),
        ID<Day>(at: Date(timeIntervalSince1970: 5), random: Array(repeating: 9, count: 10)))

    @Test func `a cursor is written as a text that a URL can contain, and read back from it`() throws {
        let cursor = PageCursor<Letters>(after: place)
        let text = cursor.description
        #expect(
            text.utf8.allSatisfy {
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains($0)
            })
        #expect(try PageCursor<Letters>(text) == cursor)
        #expect(try JSONDecoder().decode([PageCursor<Letters>].self, from: JSONEncoder().encode([cursor])) == [cursor])
        for number in [Int.min, -1, 0, 1, .max] {
            #expect(try PageCursor<Numbers>(PageCursor<Numbers>(after: number).description).position == number)
        }
    }

    @Test func `a cursor of one list is refused for another list`() {
        let text = PageCursor<Letters>(after: place).description
        #expect(throws: CursorError.otherList) { try PageCursor<Numbers>(text) }
        #expect(throws: CursorError.otherList) { try PageCursor<Letters>(PageCursor<Numbers>(after: 1).description) }
    }

    @Test func `a cursor that was cut or changed anywhere is refused`() {
        let text = PageCursor<Letters>(after: place).description
        for count in 0..<text.utf8.count {
            #expect(throws: CursorError.unreadable) { try PageCursor<Letters>(String(text.prefix(count))) }
            var changed = Array(text.utf8)
            changed[count] = changed[count] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(throws: CursorError.unreadable) {
                try PageCursor<Letters>(String(decoding: changed, as: UTF8.self))
            }
        }
    }

    @Test(arguments: [
        "", "A", "=", "AQ==", "é", "a\u{301}", "\0", " ", "\n", "+/+/+/+/", String(repeating: "A", count: 1_000_000),
        String(repeating: "a\u{301}", count: 300_000), "🏴", "018bcfe5-6800-7fff-bfff-ffffffffffff",
    ])
    func `any other text is refused as a cursor`(_ text: String) {
        #expect(throws: CursorError.unreadable) { try PageCursor<Letters>(text) }
        #expect(throws: CursorError.unreadable) {
            try PageCursor<Letters>(PageCursor<Letters>(after: place).description + text + "A")
        }
        func read<Value: LosslessStringConvertible>(_ type: Value.Type) -> Value? { Value(text) }
        #expect(read(PageCursor<Letters>.self) == nil)
    }

    @Test func `a cursor of another version is refused with an error that says so`() throws {
        // Version 2 of a cursor after the number 1.
        #expect(throws: CursorError.otherVersion) { try PageCursor<Numbers>("AkgvkexsZXR0ZXJzLm51bWJlcnMAMQ") }
    }

    @Test func `a position that is written in another way is refused`() {
        #expect(PagePosition<Int, Int>("1 2") == PagePosition(1, 2))
        for text in ["", "1", "1 ", " 1", "1  2", "a b", "1 2 3"] { #expect(PagePosition<Int, Int>(text) == nil) }
    }
}
