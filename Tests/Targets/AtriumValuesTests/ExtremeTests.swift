import AtriumStorage
import AtriumValues
import Foundation
import Testing

/// Every input makes a valid public value. A trap would end the process of all organizations.
struct ExtremeTests {
    private static let moments: [Double] = [
        .nan, .signalingNaN, .infinity, -.infinity, 1e300, -1e300, .greatestFiniteMagnitude, 3_456_000_000_000,
        -3_456_000_000_000,
        0,
    ]

    @Test(arguments: moments, ["GMT", "Europe/Berlin", "America/New_York", "Pacific/Apia"])
    func `every moment falls on a day, or on the nearest day that exists`(_ seconds: Double, _ name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let day = Day(Date(timeIntervalSince1970: seconds), in: zone)
        #expect(day >= Day(number: .min) && day <= Day(number: .max))
        if seconds > 1e13 { #expect(day == Day(number: .max)) }
        if seconds < -1e13 || seconds.isNaN { #expect(day == Day(number: .min)) }
        #expect(Day(day.start(in: zone), in: zone) == day)
    }

    @Test(arguments: [Int.min, .min + 1, -40_000_000, -719_163, 0, 2_932_897, 40_000_000, .max - 1, .max])
    func `every number makes a day whose operations all work`(_ number: Int) throws {
        let day = Day(number: number)
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect((1...7).contains(day.isoWeekday) && (1...12).contains(day.yearAndMonth.month))
        #expect(
            (1...31).contains(day.dayOfMonth)
                && day.description.hasSuffix(day.dayOfMonth < 10 ? "0\(day.dayOfMonth)" : "\(day.dayOfMonth)"))
        #expect(Day(day.start(in: berlin), in: berlin) == day && Day(day.start(in: .gmt), in: .gmt) == day)
        #expect(Day(year: day.yearAndMonth.year, month: day.yearAndMonth.month, day: day.dayOfMonth) == day)
        for step in [Int.min, -1, 0, 1, .max] {
            let other = day.advanced(by: step)
            #expect(step > 0 ? other >= day : other <= day)
            #expect(day.distance(to: other) == -other.distance(to: day))
        }
        #expect(day.advanced(by: .max) == Day(number: .max) && day.advanced(by: .min) == Day(number: .min))
    }

    @Test(arguments: [Int.min, -1_000_000, -1, 0, 1, 13, 1_000_000, .max])
    func `every year, month and day number makes a day`(_ number: Int) {
        for (year, month, day) in [(number, number, number), (number, 1, 1), (2026, number, 1), (2026, 1, number)] {
            let made = Day(year: year, month: month, day: day)
            #expect(made >= Day(number: .min) && made <= Day(number: .max))
        }
    }

    @Test func `years continue before the year 1 and after the year 9999, and the reform of 1582 omits ten days`() {
        #expect(Day(year: 1, month: 1).advanced(by: -1).description == "0000-12-31")
        #expect(Day(year: 0, month: 1).advanced(by: -1).description == "-0001-12-31")
        #expect(Day(year: 10_000, month: 1).description == "10000-01-01")
        #expect(Day("1582-10-04")?.advanced(by: 1) == Day("1582-10-15"))
        #expect(Day("1582-10-05") == nil && Day("1582-10-14") == nil)
        #expect(Day("1500-02-29") != nil && Day("1700-02-29") == nil)
    }

    @Test(arguments: moments)
    func `an id can be made from every moment, and from too few random bytes`(_ seconds: Double) {
        let moment = Date(timeIntervalSince1970: seconds)
        let ids = (0...12).map { ID<Day>(at: moment, random: Array(repeating: 7, count: $0)) }
        #expect(ids.allSatisfy { ID($0.description) == $0 && $0.bytes[6] >> 4 == 7 })
        // The missing bytes are random.
        #expect(Set(ids[..<10]).count == 10)
        #expect(ids[10] == ids[12])
        let made = ids[0].madeAt.timeIntervalSince1970
        #expect(seconds > 0 ? made == min(seconds, 281_474_976_710.655) : made == 0)
    }

    @Test(arguments: moments)
    func `every moment has a form for a column, in the order of time`(_ seconds: Double) {
        let value = Date(timeIntervalSince1970: seconds).sqlValue
        if seconds.isNaN || seconds < -1e200 { #expect(value == .integer(.min)) }
        if seconds > 1e200 { #expect(value == .integer(.max)) }
    }

    @Test func `a random source that gives too few bytes does not make a weak secret`() {
        let secrets = [0, 1, 31, 32, 33].map { Secret(bytes: Array(repeating: 0, count: $0)) }
        #expect(secrets.allSatisfy { $0.bytes.count == 32 && $0.text.utf8.count == 43 })
        #expect(Set(secrets[..<3].map(\.text)).count == 3 && secrets[3].text == secrets[4].text)
    }
}
