internal import Atrium
internal import AtriumCourses
internal import AtriumMail

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// Reminders: one mail a member and day, that lists what is due soon and was not mentioned before for the same reason: the
/// same thing, due on the same day, as many days ahead.
extension SuggestionService {
    /// Goes through all members, each morning once, a page in each commit: who kills it loses no mail and doubles none.
    func remind() async throws {
        while try await remindPage() { try Task.checkCancellation() }
    }

    /// Goes through the next page of members, and returns whether there is another.
    func remindPage() async throws -> Bool {
        try await store.write(as: tenant.system("remind of what is due")) { work in
            let organization = try work.organization()
            let today = Day(work.now, in: organization.timeZone)
            try wakeNextMorning(in: work)
            guard let day = roundDay(at: work.now, in: organization.timeZone), try isUnderWay(day, in: work) else {
                return false
            }
            let last = try work.one("SELECT last FROM suggestions_round", as: MemberID?.self)
            let members = try work.members(behind: last, limit: pageSize)
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

    /// The day whose round takes place now: today's after its hour, or that of a day that the clock left before its hour came.
    private func roundDay(at now: Date, in zone: TimeZone) -> Day? {
        let today = Day(now, in: zone)
        if now >= today.moment(atHour: reminderHour, in: zone) { return today }
        let yesterday = today.advanced(by: -1)
        return yesterday.moment(atHour: reminderHour, in: zone) >= today.start(in: zone) ? yesterday : nil
    }

    /// Whether a day's round has members left. A new day begins a new round.
    private func isUnderWay(_ day: Day, in work: UnitOfWork) throws -> Bool {
        let round = try work.one("SELECT day, is_over FROM suggestions_round", as: Day.self, Bool.self)
        if round.0 == day { return !round.1 }
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

    /// The courses that may be due soon for anybody: on most days few, so that most people take no time.
    private func coursesDueSoon(_ today: Day, in work: UnitOfWork) throws -> [CourseID] {
        try work.rows(
            """
            SELECT DISTINCT course_id FROM suggestions_suggestion WHERE withdrawn_at IS NULL AND (
                due_after IS NOT NULL OR due_day - \(today) BETWEEN 0 AND \(reminderDays.max() ?? -1))
            """, as: CourseID.self)
    }

    private struct Reminder {
        let subject: String
        let what: String
        let day: Day
        let why: String
    }

    private func remind(
        _ member: StoredMember, of organization: StoredOrganization, _ near: [CourseID], _ today: Day,
        in work: UnitOfWork
    ) throws {
        let known = try work.rows(
            "SELECT subject, due_day, days_ahead, sent_on FROM suggestions_reminder WHERE member_id = \(member.id)",
            as: String.self, Day.self, Int.self, Day.self)
        guard !known.contains(where: { $0.3 == today }) else { return }
        func isNew(_ subject: String, _ day: Day?) -> Bool {
            guard let day, let ahead = daysAhead(today, day) else { return false }
            return !known.contains { $0.0 == subject && $0.1 == day && $0.2 <= ahead }
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
            Self.letter(reminders, to: member, of: organization, today),
            reason: "suggestions:due:\(member.id):\(today)", in: work)
    }

    /// What a reminder says when it is handed over: what of it is still to be done, and how many days are left then. One
    /// of which nothing is left to say is dropped.
    func reminderNow(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            guard which.count == 2, let id = MemberID(which[0]), let sentOn = Day(which[1]),
                let member = try own.member(id)
            else { return .drop(.outdated) }
            let organization = try own.organization()
            let today = Day(own.now, in: organization.timeZone)
            // What a newer reminder repeats is that one's.
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
                { subject, day in subjects.contains { $0.0 == subject && $0.1 == day } }, in: own)
            return reminders.isEmpty
                ? .drop(.outdated) : .rewritten(Self.letter(reminders, to: member, of: organization, today))
        }
    }

    private static func letter(
        _ reminders: [Reminder], to member: StoredMember, of organization: StoredOrganization, _ today: Day
    ) -> MailMessage {
        DueLetter(
            organization: organization, member: member, today: today,
            lines: reminders.sorted { $0.day < $1.day }.map { ($0.what, $0.day, $0.why) }
        ).message
    }

    /// How many days ahead one is reminded now, by the setting that applies; `nil` if it is too early or too late.
    private func daysAhead(_ today: Day, _ day: Day) -> Int? {
        guard day >= today else { return nil }
        return reminderDays.filter { $0 >= day.number - today.number }.min()
    }

    /// What a member is to be told: nothing that is done, declined or withdrawn.
    private func reminders(
        of member: StoredMember, _ near: [CourseID], _ zone: TimeZone,
        _ isNew: (_ subject: String, _ day: Day?) -> Bool,
        in work: UnitOfWork
    ) throws -> [Reminder] {
        let inbox = try Inbox(of: member, courses, zone: zone, in: work)
        let merged = try inbox.merged(of: near).filter { !$0.isWithdrawn && isNew("course:\($0.course)", $0.due) }
        let suggested = try inbox.items(of: merged).filter { $0.state != .done && $0.state != .declined }
            .compactMap { item in
                item.due.map { day in
                    Reminder(
                        subject: "course:\(item.course.id)", what: item.course.title, day: day,
                        why: item.sources.map(\.description).joined(separator: ", "))
                }
            }
        let goals = try progress(
            of: goals(of: member.id, in: work).filter { $0.withdrawnAt == nil && isNew("goal:\($0.id)", $0.day) },
            in: work
        ).filter { $0.state == .open }.map { progress in
            Reminder(
                subject: "goal:\(progress.goal.id)", what: "Goal: \(progress.aim)", day: progress.goal.day,
                why: "\(progress.percent) % done, set by \(progress.setter.name)")
        }
        return suggested + goals
    }
}
