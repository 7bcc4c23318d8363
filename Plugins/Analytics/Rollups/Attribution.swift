internal import Atrium
internal import Foundation

/// Decides for which teams a member's learning on a day counts: for the teams that the member was in on that day.
///
/// A membership counts from the day on which it starts. The day on which it ends does not count. Learning before the first
/// membership counts for the team that the member joined first, or for all teams that the member joined in that act.
final class Attribution {
    private struct Membership: Hashable {
        let team: Int
        let days: Range<Day>
    }

    /// A range that contains the days of all possible moments.
    static let forever = Day(number: -10_000_000)..<Day(number: 10_000_000)

    private let work: UnitOfWork
    private let keys: SurrogateKeys
    private let zone: TimeZone
    private var memberships: [Int: [Membership]] = [:]

    init(_ work: UnitOfWork, keys: SurrogateKeys, zone: TimeZone) {
        (self.work, self.keys, self.zone) = (work, keys, zone)
    }

    /// The surrogate keys of the teams that a member is in on a day.
    func teams(of member: Int, on day: Day) throws -> Set<Int> {
        let all = try memberships[member] ?? stored(member)
        memberships[member] = all
        return Set(all.filter { $0.days.contains(day) }.map(\.team))
    }

    /// Makes a member's stored memberships equal to the kernel's. Calls `change` for each membership that was added or removed.
    func synchronize(
        _ member: MemberID, _ key: Int, change: (_ team: Int, _ days: Range<Day>, _ isAdded: Bool) throws -> Void
    ) throws {
        let old = Set(try stored(key))
        let new = Set(try current(member))
        for gone in old.subtracting(new) {
            try work.run(
                """
                DELETE FROM analytics_membership
                WHERE (member, team, from_day) = (\(key), \(gone.team), \(gone.days.lowerBound))
                """)
            try change(gone.team, gone.days, false)
        }
        for added in new.subtracting(old) {
            try work.run(
                """
                INSERT INTO analytics_membership
                VALUES (\(key), \(added.team), \(added.days.lowerBound), \(added.days.upperBound))
                """)
            try change(added.team, added.days, true)
        }
        memberships[key] = Array(new)
    }

    private func stored(_ member: Int) throws -> [Membership] {
        try work.rows("SELECT team, from_day, until_day FROM analytics_membership WHERE member = \(member)") { row in
            let (from, until): (Day, Day) = (try row[1], try row[2])
            return Membership(team: try row[0], days: from..<until)
        }
    }

    /// The days in each team according to the kernel's history. Periods that touch or overlap are merged into one; periods can
    /// overlap if a clock was set back.
    private func current(_ member: MemberID) throws -> [Membership] {
        var stays: [Int: [Range<Day>]] = [:]
        for period in try work.teamPeriods(of: member) {
            let from = period.isFirst ? Self.forever.lowerBound : Day(period.from, in: zone)
            let until = period.until.map { Day($0, in: zone) } ?? Self.forever.upperBound
            if from < until { stays[try keys.team(period.team), default: []].append(from..<until) }
        }
        return stays.flatMap { team, days in Self.merged(days).map { Membership(team: team, days: $0) } }
    }

    private static func merged(_ ranges: [Range<Day>]) -> [Range<Day>] {
        var merged: [Range<Day>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
