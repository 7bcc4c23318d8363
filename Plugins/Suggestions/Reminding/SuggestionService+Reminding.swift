internal import Atrium
internal import AtriumCourses
internal import AtriumMail

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// Reminders. A member gets at most one mail a day, which lists what is due soon. It leaves out what an earlier mail listed:
/// the same thing with the same due day and the same number of days ahead.
extension SuggestionService {
    /// Goes through all members once each morning, with one page in each commit. If it is killed, no mail is lost or sent
    /// twice.
    func remind() async throws {
        while try await remindPage() { try Task.checkCancellation() }
    }

    /// Goes through the next page of members. Returns whether there is another page.
    func remindPage() async throws -> Bool {
        try await store.write(as: tenant.system("remind of what is due")) { work in
            let organization = try work.organization()
            let today = Day(work.now, in: organization.timeZone)
            try wakeNextMorning(in: work)
            guard let day = roundDay(at: work.now, in: organization.timeZone), try isUnderWay(day, in: work) else {
                return false
            }
            let last = try work.one("SELECT last FROM suggestions_round", as: MemberID?.self)
            let members = try work.members(after: last, limit: pageSize)
            let near = try coursesDueSoon(today, in: work)
            for member in members where member.state == .active {
                try remind(member, of: organization, near, today, in: work)
            }
            let isOver = members.count < pageSize
            try work.run("UPDATE suggestions_round SET last = \(members.last?.id), is_over = \(isOver)")
            return !isOver
        }
    }

    func wakeNextMorning(in work: UnitOfWork) throws {
        let zone = try work.organization().timeZone
        let today = Day(work.now, in: zone)
        let next = [today, today.advanced(by: 1)].lazy.map { $0.moment(atHour: reminderHour, in: zone) }
            .first { $0 > work.now }
        if let next { try work.wake(Suggestions.reminding, at: next) }
    }

    // MARK: - Steps

    /// The day whose round is due now; `nil` if none is. It is today after the reminder hour. Before that, it is yesterday if
    /// the clock skipped the reminder hour of yesterday.
    private func roundDay(at now: Date, in zone: TimeZone) -> Day? {
        let today = Day(now, in: zone)
        if now >= today.moment(atHour: reminderHour, in: zone) { return today }
        let yesterday = today.advanced(by: -1)
        return yesterday.moment(atHour: reminderHour, in: zone) >= today.start(in: zone) ? yesterday : nil
    }

    /// Whether a day's round has members left. On a new day, it starts a new round.
    private func isUnderWay(_ day: Day, in work: UnitOfWork) throws -> Bool {
        let (current, isOver) = try work.one("SELECT day, is_over FROM suggestions_round", as: Day.self, Bool.self)
        if current == day { return !isOver }
        try work.run("DELETE FROM suggestions_reminder WHERE due_day < \(day)")
        let isNeeded = try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM suggestions_suggestion
                    WHERE withdrawn_at IS NULL AND (due_after IS NOT NULL OR due_day >= \(day)))
                OR EXISTS (SELECT 1 FROM suggestions_goal WHERE withdrawn_at IS NULL AND by_day >= \(day))
            """, as: Bool.self)
        try work.run("UPDATE suggestions_round SET day = \(day), last = NULL, is_over = \(!isNeeded)")
        return isNeeded
    }

    /// The courses that may be due soon for any member. On most days they are few, so that most members take no time.
    private func coursesDueSoon(_ today: Day, in work: UnitOfWork) throws -> [CourseID] {
        try work.rows(
            """
            SELECT DISTINCT course_id FROM suggestions_suggestion WHERE withdrawn_at IS NULL AND (
                due_after IS NOT NULL OR due_day - \(today) BETWEEN 0 AND \(reminderDays.max() ?? -1))
            """, as: CourseID.self)
    }

    private struct Reminder {
        let subject: String
        let what: Words
        let day: Day
        let why: Words
    }

    private func remind(
        _ member: StoredMember, of organization: any Organization, _ near: [CourseID], _ today: Day,
        in work: UnitOfWork
    ) throws {
        let known = try work.rows(
            "SELECT subject, due_day, days_ahead, sent_on FROM suggestions_reminder WHERE member_id = \(member.id)",
            as: String.self, Day.self, Int.self, Day.self)
        guard !known.contains(where: { _, _, _, sentOn in sentOn == today }) else { return }
        func isNew(_ subject: String, _ day: Day?) -> Bool {
            guard let day, let ahead = daysAhead(today, day) else { return false }
            return !known.contains { knownSubject, dueDay, knownAhead, _ in
                knownSubject == subject && dueDay == day && knownAhead <= ahead
            }
        }
        let reminders = try reminders(of: member, near, organization.timeZone, isNew, in: work)
        guard !reminders.isEmpty else { return }
        for reminder in reminders {
            try work.run(
                """
                INSERT INTO suggestions_reminder
                VALUES (\(member.id), \(reminder.subject), \(reminder.day), \(daysAhead(today, reminder.day)), \(today))
                ON CONFLICT DO UPDATE SET days_ahead = excluded.days_ahead, sent_on = excluded.sent_on
                """)
        }
        try mail.enqueue(
            Self.letter(reminders, to: member, of: organization, today, in: work.language(of: member.id)),
            key: "suggestions:due:\(member.id):\(today)", in: work)
    }

    /// The text of a reminder at the time when it is sent: what is still to be done, and how many days are left. A reminder
    /// with nothing left to say is dropped.
    func checkReminder(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            guard which.count == 2, let id = MemberID(which[0]), let sentOn = Day(which[1]),
                let member = try own.member(id)
            else { return .withdraw(.outdated) }
            let organization = try own.organization()
            let today = Day(own.now, in: organization.timeZone)
            // If a newer reminder repeats an entry, the entry belongs to the newer one.
            let subjects = try own.rows(
                """
                SELECT subject, due_day FROM suggestions_reminder
                WHERE member_id = \(id) AND sent_on = \(sentOn) AND due_day >= \(today)
                """, as: String.self, Day.self)
            let near = subjects.compactMap { subject, _ in
                subject.hasPrefix("course:") ? try? CourseID(String(subject.dropFirst("course:".count))) : nil
            }
            let reminders = try reminders(
                of: member, near, organization.timeZone,
                { subject, day in subjects.contains { known, dueDay in known == subject && dueDay == day } }, in: own)
            return try reminders.isEmpty
                ? .withdraw(.outdated)
                : .rewritten(
                    Self.letter(reminders, to: member, of: organization, today, in: own.language(of: id)))
        }
    }

    private static func letter(
        _ reminders: [Reminder], to member: any Member, of organization: any Organization, _ today: Day,
        in language: Language
    ) -> MailMessage {
        DueLetter(
            organization: organization, member: member, today: today,
            lines: reminders.sorted { $0.day < $1.day }.map { ($0.what, $0.day, $0.why) }
        ).message(in: language)
    }

    /// The number of days ahead in the settings that applies now; `nil` if it is too early or too late for a reminder.
    private func daysAhead(_ today: Day, _ day: Day) -> Int? {
        guard day >= today else { return nil }
        return reminderDays.filter { $0 >= day.number - today.number }.min()
    }

    /// What a member is reminded of. It leaves out what is done, declined or withdrawn.
    private func reminders(
        of member: StoredMember, _ near: [CourseID], _ zone: TimeZone,
        _ isNew: (_ subject: String, _ day: Day?) -> Bool,
        in work: UnitOfWork
    ) throws -> [Reminder] {
        let suggestions = try MemberSuggestions(of: member, courses, zone: zone, in: work)
        let merged = try suggestions.merged(of: near).filter { !$0.isWithdrawn && isNew("course:\($0.course)", $0.due) }
        let suggested = try suggestions.items(of: merged).filter { $0.state != .done && $0.state != .declined }
            .compactMap { item in
                item.due.map { day in
                    Reminder(
                        subject: "course:\(item.course.id)", what: Words(verbatim: item.course.title), day: day,
                        why: Words(listing: item.sources.map(\.words)))
                }
            }
        let goals = try progress(
            of: goals(of: member.id, in: work).filter { $0.withdrawnAt == nil && isNew("goal:\($0.id)", $0.day) },
            in: work
        ).filter { $0.state == .open }.map { progress in
            Reminder(
                subject: "goal:\(progress.goal.id)", what: "Goal: \(progress.aim)", day: progress.goal.day,
                why: "\(percentage: Double(progress.percent) / 100) done, set by \(progress.setter.name)")
        }
        return suggested + goals
    }
}
