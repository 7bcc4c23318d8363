import Atrium
import AtriumAnalytics
import TestSupport
import Testing

struct LimitTests {
    @Test func `a table has at most 100 figures`() async throws {
        try await withAnalytics { world async throws in
            var query = FigureQuery(days: try interval("2025-01-01..2025-02-01"))
            query.figures = Array(repeating: .minutes, count: 101)
            await #expect(throws: AnalyticsError.tooManyFigures) {
                try await world.analytics.table(query, as: world.administrator)
            }
            await #expect(throws: AnalyticsError.tooManyFigures) {
                for try await _ in try world.analytics.csv(query, as: world.administrator) {}
            }
            query.figures.removeLast()
            #expect(try await world.analytics.table(query, as: world.administrator).figures.count == 100)
        }
    }

    @Test(arguments: [Int.max, .min, 0, -1])
    func `an extreme page limit is clamped, and extreme days and group sizes are refused`(_ number: Int) async throws {
        try await withAnalytics { world async throws in
            var query = FigureQuery(.members, days: try interval("2025-01-01..2025-02-01"))
            query.limit = number
            #expect(try await !world.analytics.table(query, as: world.administrator).rows.isEmpty)
            await #expect(throws: AnalyticsError.invalidSmallGroup) {
                try await world.analytics.setSmallGroup(number, as: world.administrator)
            }
            let day = Day(number: number)
            guard day != Day(number: 0), day != Day(number: -1) else { return }
            for (rows, each) in [(FigureQuery.Rows.members, nil), (.teams, Period.week), (.organization, .year)] {
                let query = FigureQuery(rows, days: min(day, Day(number: 0))..<max(day, Day(number: 0)), each: each)
                await #expect(throws: AnalyticsError.invalidInterval) {
                    try await world.analytics.table(query, as: world.administrator)
                }
                await #expect(throws: AnalyticsError.invalidInterval) {
                    for try await _ in try world.analytics.csv(query, as: world.administrator) {}
                }
            }
            await #expect(throws: WatchError.invalidDay) {
                try await world.analytics.scheduleReview(Review(.weekly, from: day), as: world.administrator)
            }
        }
    }

    @Test func `an invalid token of any length opens no calendar`() async throws {
        try await withAnalytics { world async throws in
            await #expect(throws: WatchError.invalidCalendar) {
                try await world.analytics.calendar(String(repeating: "x\u{301}", count: 300_000), as: .visitor)
            }
        }
    }

    @Test func `a visitor is refused before any value is checked`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            await #expect(throws: AccessError.self) { try await analytics.setSmallGroup(0, as: .visitor) }
            await #expect(throws: AccessError.self) {
                try await analytics.scheduleReview(Review(.weekly, from: Day(number: .max)), as: .visitor)
            }
            await #expect(throws: AccessError.self) {
                try await analytics.watch(WatchedFigure(.minutes, each: .month, target: .atLeast(-1)), as: .visitor)
            }
        }
    }
}
