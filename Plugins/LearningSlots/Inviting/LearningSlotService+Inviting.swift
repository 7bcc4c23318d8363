internal import Atrium
internal import AtriumMail

internal import struct Foundation.Date

/// Invitations. What a member was told last is stored in the commit of the letter, so each letter is written once.
extension LearningSlotService {
    /// Tells the members of teams whose slots changed, one page in each commit.
    func inviteWaiting() async throws {
        while try await invitePage() { try Task.checkCancellation() }
    }

    /// Tells the next page of members. Returns whether there may be more.
    func invitePage() async throws -> Bool {
        try await store.write(as: tenant.system("invite to learning slots")) { work in
            let waiting = try work.first(
                """
                SELECT \(LearningSlot.columns), s.reached
                FROM learningslots_slot s WHERE s.is_waiting ORDER BY s.id LIMIT 1
                """
            ) { row in (slot: try LearningSlot(row), reached: try row[13] as MemberID?) }
            guard let (slot, reached) = waiting else { return false }
            // Everybody who was told of the slot is or was in its team.
            let page = try work.members(after: reached, of: slot.team, limit: pageSize)
            for member in page { try inform(member, of: slot, in: work) }
            let isOver = page.count < pageSize
            try work.run(
                """
                UPDATE learningslots_slot SET is_waiting = \(!isOver), reached = \(isOver ? nil : page.last?.id)
                WHERE id = \(slot.id)
                """)
            return true
        }
    }

    /// Tells members who joined a team, or came back, of its slot.
    func inform(_ members: [MemberID], in team: TeamID, work: UnitOfWork) throws {
        guard let slot = try slot(of: team, in: work) else { return }
        for id in members { if let member = try work.member(id) { try inform(member, of: slot, in: work) } }
    }

    /// Tells members who left teams that their slots are no longer theirs. The many members of a team that ends are told page
    /// by page.
    func inform(_ events: [TeamLeft], in work: UnitOfWork) throws {
        for (team, events) in Dictionary(grouping: events, by: \.team) where events.count <= pageSize {
            try inform(events.map(\.member), in: team, work: work)
        }
    }

    /// Writes a letter to a member if the member was told something else last, or nothing.
    private func inform(_ member: StoredMember, of slot: LearningSlot, in work: UnitOfWork) throws {
        let told = try work.first(
            """
            SELECT is_cancelled, version FROM learningslots_invitation
            WHERE (slot_id, member_id) = (\(slot.id), \(member.id))
            """, as: Bool.self, Date.self)
        let isIn =
            try slot.endedAt == nil && member.state == .active
            && work.teams(of: member.id).contains { $0.id == slot.team }
        let isCurrent = told.map { $0.0 == !isIn && (!isIn || $0.1 == slot.changedAt) } ?? !isIn
        if slot.schedule.isOver(at: work.now) || isCurrent { return }
        // Each letter to a member about the slot has a later time than the one before, even if the clock does not move.
        let at = try work.one(
            """
            INSERT INTO learningslots_invitation AS i VALUES (
                \(slot.id), \(member.id), \(!isIn), \(slot.changedAt), \(work.now))
            ON CONFLICT (slot_id, member_id) DO UPDATE SET is_cancelled = excluded.is_cancelled,
                version = excluded.version, told_at = max(i.told_at + 1000, excluded.told_at)
            RETURNING told_at
            """, as: Date.self)
        guard let team = try work.team(slot.team) else { return }
        let letter = SlotLetter(
            slot: slot, team: team.name, organization: try work.organization(), isCancelled: !isIn,
            writtenAt: at, sender: mail.sender)
        try mail.enqueue(
            letter.message(to: member, in: work.language(of: member.id)),
            key: "learningslots:slot:\(slot.id):\(member.id):\(Self.number(of: at))", in: work)
    }

    /// Whether a letter may still be sent: it must be the last one to the member about the slot. An older one would come
    /// after it in a calendar program that ignores numbers.
    func checkLetter(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            guard which.count == 3, let slot = ID<LearningSlot>(which[0]), let member = MemberID(which[1]),
                let toldAt = try own.first(
                    """
                    SELECT told_at FROM learningslots_invitation WHERE (slot_id, member_id) = (\(slot), \(member))
                    """, as: Date.self)
            else { return .withdraw(.outdated) }
            return Self.number(of: toldAt) == which[2] ? .asWritten : .withdraw(.replaced)
        }
    }

    /// Tells a letter from the others to the same member. Each has a later second.
    private static func number(of moment: Date) -> String { String(Int(moment.timeIntervalSince1970)) }
}
