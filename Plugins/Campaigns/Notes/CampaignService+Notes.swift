public import Atrium
internal import AtriumMail

internal import struct Foundation.Date

/// The weekly note: who gets it, and on which day.
extension CampaignService {
    /// Whether a member gets the weekly note. Only the member may know.
    public func getsNote(_ member: MemberID, as principal: Principal) async throws -> Bool {
        try await store.read(as: principal, .chooseNote, in: .member(member)) { work in
            try work.one("SELECT EXISTS (SELECT 1 FROM campaigns_note WHERE member_id = \(member))", as: Bool.self)
        }
    }

    /// Chooses the weekly note for a member, or ends it. Only the member may do so. At first nobody gets it. Choosing it also
    /// opts in to this kind of mail. If the note of this week is written already, the first one comes next week.
    public func chooseNote(_ wanted: Bool, for member: MemberID, as principal: Principal) async throws {
        try await store.read(as: principal, .chooseNote, in: .member(member)) { _ in }
        if wanted { try await mail.setOptedOut(false, of: .notes, for: member, as: principal) }
        try await store.write(as: principal, .chooseNote, in: .member(member)) { work in
            try work.setSubject("member", member)
            guard wanted else { return try endNote(of: member, in: work) }
            let last = try week(in: work) ?? monday(in: work).advanced(by: -7)
            try work.run(
                "INSERT INTO campaigns_note VALUES (\(member), \(work.now), \(last)) ON CONFLICT DO NOTHING")
            try wakeForNotes(in: work)
        }
    }

    /// The day of the week on which notes are written.
    public func noteDay(as principal: Principal) async throws -> Weekday {
        try await store.read(as: principal, .planYear) { try noteDay(in: $0) }
    }

    /// Chooses the day of the week on which notes are written. A member who had the note of this week gets the
    /// next one in another week.
    public func setNoteDay(_ weekday: Weekday, as principal: Principal) async throws {
        try await store.write(as: principal, .planYear) { work in
            try work.run("UPDATE campaigns_setting SET note_weekday = \(weekday.rawValue)")
            try wakeForNotes(in: work)
        }
    }

    /// Ends the note of a member, and takes back one that waits.
    func endNote(of member: MemberID, in work: UnitOfWork) throws {
        let last = try work.first(
            "DELETE FROM campaigns_note WHERE member_id = \(member) RETURNING last_week", as: Day.self)
        if let last { try mail.withdraw([Self.key(member, last)], because: .optedOut, in: work) }
    }

    /// Ends the notes of members who were removed while the platform ran without this module, also if they came back.
    func endFormerNotes(in work: UnitOfWork) throws {
        let notes = try work.rows("SELECT member_id, chosen_at FROM campaigns_note", as: MemberID.self, Date.self)
        for (id, chosenAt) in notes {
            guard let member = try work.member(id), member.state == .removed || member.joinedAt > chosenAt else {
                continue
            }
            try endNote(of: id, in: work)
        }
    }

    static func key(_ member: MemberID, _ week: Day) -> String { "campaigns:note:\(member):\(week)" }

    // MARK: - Weeks

    /// The Monday of the week whose notes are due: this week's, from its day and hour on; `nil` before.
    func week(in work: UnitOfWork) throws -> Day? {
        let monday = try monday(in: work)
        return work.now >= (try moment(inWeekOf: monday, in: work)) ? monday : nil
    }

    /// Makes the recurring work due when the next notes are.
    func wakeForNotes(in work: UnitOfWork) throws {
        let monday = try monday(in: work)
        let next = try week(in: work) == nil ? monday : monday.advanced(by: 7)
        try work.wake(Campaigns.writingNotes, at: moment(inWeekOf: next, in: work))
    }

    private func monday(in work: UnitOfWork) throws -> Day {
        let today = try today(in: work)
        return today.advanced(by: 1 - today.isoWeekday)
    }

    private func moment(inWeekOf monday: Day, in work: UnitOfWork) throws -> Date {
        let day = monday.advanced(by: try noteDay(in: work).rawValue - 1)
        return day.moment(atHour: settings.hour, in: try work.organization().timeZone)
    }

    private func noteDay(in work: UnitOfWork) throws -> Weekday {
        Weekday(rawValue: try work.one("SELECT note_weekday FROM campaigns_setting", as: Int.self)) ?? .monday
    }
}
