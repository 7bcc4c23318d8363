import AtriumTesting
import Foundation
import Testing

@testable import AtriumCourses

struct MomentTests {
    static let moments: [(String, Double)] = [
        ("1970-01-01T00:00:00Z", 0),
        ("2015-11-18T12:17:00Z", 1_447_849_020),
        ("2015-11-18t12:17:00z", 1_447_849_020),
        ("2015-11-18T12:17:00+00:00", 1_447_849_020),
        ("2015-11-18T12:17:00-00:00", 1_447_849_020),
        ("2015-11-18T13:47:00+01:30", 1_447_849_020),
        ("2015-11-18T04:17:00-08:00", 1_447_849_020),
        ("2015-11-18T12:17:00.25Z", 1_447_849_020.25),
        // The last moment of a day stays in that day, whatever number of digits it has.
        ("2025-12-31T23:59:59.9999999Z", 1_767_225_599.999),
        ("2015-11-18T12:17:00.804Z", 1_447_849_020.804),
        ("2015-11-18T12:17:00.123456789123456789123456789Z", 1_447_849_020.123),
        // Other forms that ISO 8601 allows or databases write.
        ("2015-11-18T12:17:00+0000", 1_447_849_020),
        ("2015-11-18T12:17:00+00", 1_447_849_020),
        ("2015-11-18T13:47:00+0130", 1_447_849_020),
        ("2015-11-18t04:17:00-08", 1_447_849_020),
        ("2015-11-18T12:17Z", 1_447_849_020),
        ("2015-11-18T13:17+01", 1_447_849_020),
        ("2015-11-18 12:17:00Z", 1_447_849_020),
        ("2015-11-18T12:17:00,25Z", 1_447_849_020.25),
        // ISO 8601's basic form.
        ("20151118T121700Z", 1_447_849_020),
        ("20151118T1217Z", 1_447_849_020),
        ("20151118T121700.25Z", 1_447_849_020.25),
        ("20151118T134700+0130", 1_447_849_020),
        ("20151118T041700-08", 1_447_849_020),
        ("2016-02-29T00:00:00Z", 1_456_704_000),
        ("2000-02-29T00:00:00Z", 951_782_400),
        // The leap second at the end of 2016, in UTC and in New York's time; and one before 1970.
        ("2016-12-31T23:59:60Z", 1_483_228_800),
        ("2016-12-31T18:59:60-05:00", 1_483_228_800),
        ("1969-12-31T23:59:60Z", 0),
        ("1900-01-01T00:00:00Z", -2_208_988_800),
        ("9999-12-31T23:59:59.5Z", 253_402_300_799.5),
    ]

    @Test(arguments: moments)
    func `an ISO 8601 text with an offset names a moment`(_ text: String, _ seconds: Double) {
        #expect(Date(iso8601: text) == Date(timeIntervalSince1970: seconds))
    }

    static let others = [
        "", "2015-11-18", "2015-11-18T12:17:00", "2015-11-18T12:17.5Z", "2015-11-18  12:17:00Z", "20151118T12:17:00Z",
        "2015-11-18T121700Z",
        "20151118", "20151118T121700", "20151118T12Z", "20150229T121700Z", "2015111T121700Z", "201511-18T121700Z",
        "2015-11-18T12:17:00+1", "2015-11-18T12:17:00+010", "2015-11-18T12:17:00+01:", "2015-11-18T12:17:00+01:0",
        "2015-11-18T12:17:00+24:00", "2015-11-18T12:17:00+01:60", "2015-11-18T12:17:00+0160", "2015-11-18T12:17:00+24",
        "2015-11-18T12:17:00.Z", "2015-11-18T12:17:00,Z", "2015-11-18T12Z", "2015-11-18T12:17:00.5",
        "2015-11-18T12:17:00Zx",
        " 2015-11-18T12:17:00Z", "2015-11-18T12:17:00Z\0", "2015-00-18T12:17:00Z", "2015-13-18T12:17:00Z",
        "2015-11-00T12:17:00Z", "2015-11-31T12:17:00Z", "2015-02-29T12:17:00Z", "1900-02-29T12:17:00Z",
        "2015-11-18T24:00:00Z", "2015-11-18T12:60:00Z", "2015-11-18T12:17:60Z", "2015-11-18T23:59:61Z",
        "2015-11-18T23:59:60+01:00", "1899-12-31T23:59:59Z", "1900-01-01T00:00:00+00:01", "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z", "12015-11-18T12:17:00Z", "-2015-11-18T12:17:00Z",
        "+2015-11-18T12:17:00Z", "２015-11-18T12:17:00Z", "2015-11-18T12:17:00Ｚ", "2015-1-18T12:17:00Z", "now",
    ]

    @Test(arguments: others)
    func `any other text names no moment`(_ text: String) {
        #expect(Date(iso8601: text) == nil)
    }

    @Test(arguments: ["0", "5", ".", "\u{301}"])
    func `a text of a megabyte is read quickly, and names a moment if it is a long fraction`(_ piece: String) {
        let text = "2015-11-18T12:17:00." + String(repeating: piece, count: 1_000_000 / piece.utf8.count) + "Z"
        let moment = Date(timeIntervalSince1970: piece == "5" ? 1_447_849_020.555 : 1_447_849_020)
        #expect(Date(iso8601: text) == (piece == "0" || piece == "5" ? moment : nil))
    }

    @Test func `Foundation agrees on every day of a century`() {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let days = (0..<36_525).map { Date(timeIntervalSince1970: Double($0) * 86_400) }
        #expect(days.filter { Date(iso8601: $0.formatted(style)) != $0 }.prefix(3) == [])
    }

    @Test func `Foundation agrees on random moments with random offsets`() throws {
        let chance = SeededBytes(seed: 3339)
        var others: [String] = []
        for _ in 0..<20_000 {
            let number = chance.next(8).reduce(0) { $0 << 8 | UInt64($1) }
            let milliseconds = Int(number % 255_611_289_600_000) - 2_208_988_800_000
            let zone = try #require(TimeZone(secondsFromGMT: (Int(number >> 48) % 1440 - 720) * 60))
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            let text = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: zone))
            // Foundation drops what is below a millisecond.
            let read = Date(iso8601: text)
            if read.map({ abs($0.timeIntervalSince(date)) < 0.0011 }) != true { others.append(text) }
        }
        #expect(others.prefix(3) == [])
    }
}
