import AtriumValues
import Foundation
import Testing

/// Hours of a day that a clock skips or shows twice. The offsets are those of the IANA time zone database.
struct DayTests {
    @Test(arguments: [
        // Skipped: 30 minutes from 02:00, two hours from 01:00, a whole day, midnight.
        ("Australia/Lord_Howe", "2026-10-04", 2, "2026-10-03T15:30:00Z"),
        ("Antarctica/Troll", "2026-03-29", 1, "2026-03-29T01:00:00Z"),
        ("Antarctica/Troll", "2026-03-29", 2, "2026-03-29T01:00:00Z"),
        ("Pacific/Apia", "2011-12-30", 7, "2011-12-30T10:00:00Z"),
        ("Africa/Cairo", "2026-04-24", 0, "2026-04-23T22:00:00Z"),
        // Shown twice: the first of the two times.
        ("Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00:00Z"),
        // Neither skipped nor shown twice.
        ("Europe/Berlin", "2026-03-29", 3, "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", "2026-03-29", 23, "2026-03-29T21:00:00Z"),
        ("Pacific/Kiritimati", "2026-01-01", 0, "2025-12-31T10:00:00Z"),
        ("Etc/GMT+12", "2026-01-01", 23, "2026-01-02T11:00:00Z"),
    ])
    func `an hour that the clock skips begins right after the gap`(
        _ zone: String, _ day: String, _ hour: Int, _ moment: String
    ) throws {
        let zone = try #require(TimeZone(identifier: zone))
        let expected = try Date(moment, strategy: .iso8601)
        #expect(try #require(Day(day)).moment(atHour: hour, in: zone) == expected)
    }
}
