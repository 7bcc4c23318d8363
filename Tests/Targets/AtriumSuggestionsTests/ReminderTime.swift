import Atrium
import AtriumTesting
import TestSupport

/// A day of January 2026. The clock starts at 2026-01-05T09:00Z.
func day(_ day: Int) -> Day { Day(year: 2026, month: 1, day: day) }

/// Advances the clock by days, and does what is due every four hours.
func pass(days: Int, _ world: SuggestionWorld) async throws {
    for _ in 0..<days * 6 {
        world.test.clock.advance(by: .seconds(4 * 3600))
        try await world.test.platform.runDue()
    }
}
