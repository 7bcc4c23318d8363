internal import Atrium
internal import AtriumCourses
internal import AtriumInvitations
internal import AtriumMail
internal import AtriumSeats
internal import Foundation

/// The key figures of one organization, and its members' lists of watched figures.
///
/// The figures come from rollups by day, member, team and course. The rollups are updated in the commit of the rows that they
/// count, so they can neither lag nor drift.
public struct AnalyticsService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let invitations: InvitationService
    let mail: MailService
    let seats: SeatService
    let calendarLink: @Sendable (String) -> String
    /// The number of entries that a rebuild gathers before it writes them.
    let batchSize: Int

    var store: Store { tenant.store }

    // MARK: - Reactions

    func count(_ events: [InvitationSent], in work: UnitOfWork) throws {
        try roll(in: work) { rollup, zone in
            for event in events {
                try rollup.add(MeasureCounts(.invited), on: Day(event.at, in: zone), for: event.teams)
            }
        }
    }

    func count(_ events: [InvitationAccepted], in work: UnitOfWork) throws {
        try roll(in: work) { rollup, zone in
            for event in events {
                try rollup.add(MeasureCounts(.activated), on: Day(event.at, in: zone), of: event.member)
            }
        }
    }

    func count(_ entries: [LearningEntry], in work: UnitOfWork) throws {
        try roll(in: work) { rollup, zone in for entry in entries { try rollup.add(entry, MeasureCounts(entry), zone) }
        }
    }

    func discount(_ entries: [LearningEntry], in work: UnitOfWork) throws {
        try roll(in: work) { rollup, zone in for entry in entries { try rollup.add(entry, -MeasureCounts(entry), zone) }
        }
    }

    /// Moves the counts of a member who joined a team.
    func update(_ member: MemberID, in work: UnitOfWork) throws {
        try roll(in: work) { rollup, _ in try rollup.update(member) }
    }

    /// Moves counts after memberships ended: those of one member in all their teams, or those of all members of one team.
    func update(_ events: [TeamLeft], in work: UnitOfWork) throws {
        try roll(in: work) { rollup, _ in
            for (position, member) in Set(events.map(\.member)).sorted().enumerated() {
                try rollup.update(member)
                // The whole history of each member is in memory. The batch allows a hundred entries for each member.
                if (position + 1) % max(1, batchSize / 100) == 0 { try rollup.write() }
            }
        }
    }

    /// Rebuilds the rollups if the time zone changed, because days then start at other moments.
    func update(_ settings: OrganizationSettings, in work: UnitOfWork) throws {
        if try zone(in: work) != settings.timeZone { try rebuild(in: work) }
    }

    private func roll(in work: UnitOfWork, _ body: (Rollup, TimeZone) throws -> Void) throws {
        let zone = try self.zone(in: work)
        let rollup = Rollup(work, zone: zone)
        try body(rollup, zone)
        try rollup.write()
    }

    private func zone(in work: UnitOfWork) throws -> TimeZone {
        let name = try work.one("SELECT time_zone FROM analytics_state", as: String.self)
        return TimeZone(identifier: name) ?? .gmt
    }

    // MARK: - Rebuilding

    /// Rebuilds all rollups from the learning record, the invitations and the history of teams.
    func rebuild(in work: UnitOfWork) throws {
        let zone = try work.organization().timeZone
        try work.run(
            """
            INSERT INTO analytics_state (row, time_zone) VALUES (1, \(zone.identifier))
            ON CONFLICT (row) DO UPDATE SET time_zone = excluded.time_zone
            """)
        for table in Self.emptying { try work.run(table) }
        let rollup = Rollup(work, zone: zone)
        try invitations.replay(in: work) { sent in
            try rollup.add(MeasureCounts(.invited), on: Day(sent.at, in: zone), for: sent.teams)
        } accepted: { accepted in
            try rollup.add(MeasureCounts(.activated), on: Day(accepted.at, in: zone), of: accepted.member)
        }
        var count = 0
        try courses.forEachEntry(in: work) { entry in
            try rollup.add(entry, MeasureCounts(entry), zone)
            count += 1
            if count % batchSize == 0 { try rollup.write() }
        }
        try rollup.write()
    }

    private static let emptying: [SQL] = [
        "DELETE FROM analytics_key", "DELETE FROM analytics_membership", "DELETE FROM analytics_day",
        "DELETE FROM analytics_month", "DELETE FROM analytics_presence", "DELETE FROM analytics_return",
    ]
}

extension Rollup {
    fileprivate func add(_ entry: LearningEntry, _ counts: MeasureCounts, _ zone: TimeZone) throws {
        let day = entry.day ?? Day(entry.effectiveAt, in: zone)
        try add(counts, on: day, of: entry.member, in: entry.course.description)
    }
}

extension MeasureCounts {
    /// The measures of an entry. Starts and first completions are found later, when the rollup is written.
    fileprivate init(_ entry: LearningEntry) {
        self.init()
        if entry.enrols { self[.enrolled] += 1 }
        switch entry.learning.kind {
        case .enrolled: self[.enrolled] += 1
        case .initialized: self[.openings] += 1
        case .activity, .progressed: self[.activities] += 1
        case .completed: self[.completed] += 1
        case .failed: self[.failed] += 1
        case .withdrawn: self[.withdrawn] += 1
        }
        self[.minutes] += entry.learning.minutes ?? 0
    }
}
