import Atrium
import Foundation
import Testing

struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2024-12-31", 20088), ("1900-03-01", -25508),
        ("9999-12-31", 2_932_896), ("1582-10-15", -141_427),
    ])
    func `a day is read and written in ISO 8601`(_ text: String, _ number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "", "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "2025-01-01 ", "2025-01-0１", "-025-01-01", "20250101",
        "0000-01-01", "2025-01-01T00:00:00Z",
    ])
    func `a text that is not a day is refused`(_ text: String) { #expect(Day(text) == nil) }

    @Test func `a moment falls on the day of the time zone, even on the day when summer time begins`() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        // 2025-03-29T23:00:00Z is midnight in Berlin.
        let moment = Date(timeIntervalSince1970: 1_743_289_200)
        #expect(Day(moment, in: .gmt).description == "2025-03-29")
        #expect(Day(moment, in: berlin).description == "2025-03-30")
        #expect(try #require(Day("2025-03-30")).start(in: berlin) == moment)
        // The 30th has 23 hours.
        #expect(try #require(Day("2025-03-31")).start(in: berlin) == moment.addingTimeInterval(23 * 3600))
    }

    @Test(arguments: ["Asia/Beirut", "America/Sao_Paulo", "Pacific/Apia", "America/New_York", "Australia/Lord_Howe"])
    func `the start of a day is part of that day, in every zone and season`(_ name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        // 2011-12-30 did not exist in Apia. Its start is the start of the next day.
        for number in 15_000..<15_400 where !(name == "Pacific/Apia" && number == 15_338) {
            let start = Day(number: number).start(in: zone)
            #expect(Day(start, in: zone).number == number)
            #expect(Day(start.addingTimeInterval(-0.001), in: zone).number < number)
        }
    }

    @Test func `the days that a calendar can contain, and the next day, have a year with four digits`() {
        let days = Day.writable
        #expect(Day(days.lowerBound.description) == days.lowerBound)
        let next = days.upperBound.advanced(by: 1)
        #expect(Day(next.description) == next && Day(next.advanced(by: 1).description) == nil)
    }

    @Test func `days at both ends of the range are distinct`() {
        #expect(Day(number: .min) != Day(number: .max))
        #expect(!(Day(number: .min)..<Day(number: .max)).isEmpty)
    }

    @Test func `days are counted across weeks, months and years`() throws {
        #expect(try #require(Day("2026-01-05")).isoWeekday == 1)
        #expect(try #require(Day("1969-12-28")).isoWeekday == 7)
        #expect(Day(year: 2024, month: 14, day: 1).description == "2025-02-01")
        #expect(Day(year: 2024, month: 2, day: 30).description == "2024-03-01")
        #expect(try #require(Day("2025-12-31")).advanced(by: 1).yearAndMonth == (2026, 1))
    }
}

struct LanguageTagTests {
    @Test(arguments: ["en", "pt-BR", "zh-Hant-TW", "de-1996", "gsw"])
    func `a well-formed language tag is accepted`(_ tag: String) { #expect(LanguageTag.isWellFormed(tag)) }

    @Test(arguments: ["", "e", "english", "en-", "-en", "en_GB", "en--GB", "é", "en-toolongtag"])
    func `a malformed language tag is refused`(_ tag: String) { #expect(!LanguageTag.isWellFormed(tag)) }
}
