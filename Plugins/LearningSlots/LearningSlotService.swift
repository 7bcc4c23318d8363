public import Atrium
internal import AtriumCourses
internal import AtriumMail

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// The learning slots of the teams of one organization.
///
/// Setting and reading them is here. Invitations, the feed and the minutes are in extensions.
public struct LearningSlotService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let mail: MailService
    let pageSize: Int

    var store: Store { tenant.store }

    /// Sets the slot of a team, or changes it if there is one. Each member of the team gets an invitation by mail, or a change
    /// of it. The same schedule changes nothing. Throws `TeamError` or ``LearningSlotError``.
    public func set(_ schedule: SlotSchedule, of team: TeamID, as principal: Principal) async throws {
        try await store.write(as: principal, .setSlots, in: .team(team)) { work in
            _ = try work.requireTeam(team)
            try schedule.check()
            guard !schedule.isOver(at: work.now) else { throw LearningSlotError.past }
            guard let author = work.principal.member else { throw LearningSlotError.noMember }
            if let slot = try slot(of: team, in: work) {
                guard slot.schedule != schedule else { return }
                try change(slot, to: schedule, by: author, in: work)
            } else {
                try insert(schedule, of: team, by: author, in: work)
            }
            try work.wake(LearningSlots.inviting)
        }
    }

    /// Ends the slot of a team. Each member who was invited gets a cancellation by mail. Throws
    /// ``LearningSlotError/unknown`` if there is none.
    public func end(of team: TeamID, as principal: Principal) async throws {
        try await store.write(as: principal, .setSlots, in: .team(team)) { work in
            guard try work.team(team) != nil else { throw TeamError.unknown }
            guard try slot(of: team, in: work) != nil else { throw LearningSlotError.unknown }
            try end(of: team, in: work)
        }
    }

    /// The slot of a team; `nil` if there is none.
    public func slot(of team: TeamID, as principal: Principal) async throws -> LearningSlot? {
        try await store.read(as: principal, .viewSlots, in: .team(team)) { work in
            guard try work.team(team) != nil else { throw TeamError.unknown }
            return try slot(of: team, in: work)
        }
    }

    /// The slots of the teams that a member is in now, with the names of the teams.
    public func slots(of member: MemberID, as principal: Principal) async throws -> [(slot: LearningSlot, team: String)]
    {
        try await store.read(as: principal, .viewSlots, in: .member(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            let reach = try work.reach(of: .viewSlots)
            // A supervisor does not see the slots of other teams.
            return try work.teams(of: member)
                .filter { reach.everyone || reach.oneself == member || reach.teams.contains($0.id) }
                .compactMap { team in try slot(of: team.id, in: work).map { (slot: $0, team: team.name) } }
        }
    }

    // MARK: - Steps

    /// The slot of a team, unless its last day has passed.
    func slot(of team: TeamID, in work: UnitOfWork) throws -> LearningSlot? {
        let slot = try work.first(
            "SELECT \(LearningSlot.columns) FROM learningslots_slot s WHERE s.team_id = \(team) AND s.ended_at IS NULL",
            make: LearningSlot.init)
        return slot.flatMap { $0.schedule.isOver(at: work.now) ? nil : $0 }
    }

    /// A calendar shows the name of the team, so it has to know that the event is another one.
    func rename(_ team: TeamID, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE learningslots_slot SET changed_at = max(changed_at + 1000, \(work.now))
            WHERE team_id = \(team) AND ended_at IS NULL
            """)
    }

    /// Ends the slot of a team, if there is one, and lets the members be told.
    func end(of team: TeamID, in work: UnitOfWork) throws {
        let count = try work.run(
            """
            UPDATE learningslots_slot
            SET ended_at = \(work.now), changed_at = max(changed_at + 1000, \(work.now)), is_waiting = 1, reached = NULL
            WHERE team_id = \(team) AND ended_at IS NULL
            """)
        if count > 0 { try work.wake(LearningSlots.inviting) }
    }

    /// Ends the slots of teams that were archived while the module did not work here, and looks at the members of all others
    /// again. A person who joined a team and left it meanwhile is told nothing.
    func catchUp(in work: UnitOfWork) throws {
        let teams = try work.rows("SELECT team_id FROM learningslots_slot WHERE ended_at IS NULL", as: TeamID.self)
        for team in teams where try work.team(team)?.archivedAt != nil { try end(of: team, in: work) }
        let count = try work.run("UPDATE learningslots_slot SET is_waiting = 1, reached = NULL WHERE ended_at IS NULL")
        if count > 0 { try work.wake(LearningSlots.inviting) }
    }

    private func insert(_ new: SlotSchedule, of team: TeamID, by author: MemberID, in work: UnitOfWork) throws {
        let id: ID<LearningSlot> = try work.newID()
        // A slot whose last day has passed is over for everybody. The new one is another event in their calendars.
        try work.run(
            "UPDATE learningslots_slot SET ended_at = \(work.now) WHERE team_id = \(team) AND ended_at IS NULL")
        try work.run(
            """
            INSERT INTO learningslots_slot (id, team_id, weekday, hour, minute, minutes, time_zone, first_day, last_day,
                set_by, changed_at, is_waiting, timed_at)
            VALUES (\(id), \(team), \(new.weekday), \(new.hour), \(new.minute), \(new.minutes), \(new.zone.identifier),
                \(new.first), \(new.last), \(author), \(work.now), 1, \(work.now))
            """)
        try work.setSubject("slot", id)
    }

    private func change(
        _ slot: LearningSlot, to new: SlotSchedule, by author: MemberID, in work: UnitOfWork
    ) throws {
        let timedAt = new.hasTime(of: slot.schedule) ? slot.timedAt : work.now
        try work.run(
            """
            UPDATE learningslots_slot SET timed_at = \(timedAt), weekday = \(new.weekday), hour = \(new.hour), minute = \(new.minute),
                minutes = \(new.minutes), time_zone = \(new.zone.identifier), first_day = \(new.first), last_day = \(new.last),
                set_by = \(author), changed_at = max(changed_at + 1000, \(work.now)), is_waiting = 1, reached = NULL
            WHERE id = \(slot.id)
            """)
        try work.setSubject("slot", slot.id)
    }
}
