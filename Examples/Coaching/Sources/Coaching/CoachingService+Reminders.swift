internal import Atrium
internal import AtriumMail

/// Mail to the member, the day before a session.
extension CoachingService {
    /// Writes a reminder for each session of tomorrow into the outbox. The same key is written once only.
    func sendReminders(as system: SystemPrincipal) async throws {
        try await store.write(as: system) { work in
            let tomorrow = try today(in: work).advanced(by: 1)
            let sessions = try work.rows(
                "SELECT \(CoachingSession.columns) FROM coaching_session s WHERE state = 'planned' AND day = \(tomorrow)",
                make: CoachingSession.init)
            for session in sessions {
                guard let member = try work.member(session.member) else { continue }
                let message = MailMessage(
                    letter(about: try named(session, in: work), on: tomorrow), to: member, kind: .reminders,
                    from: try work.organization().name, in: try work.language(of: member.id))
                try mail.enqueue(message, key: "coaching:reminder:\(session.id):\(tomorrow)", in: work)
            }
        }
    }

    /// Whether a reminder may still be sent. `which` is the rest of its key: session and day.
    func checkReminder(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        guard which.count == 2, let id = ID<CoachingSession>(which[0]), let day = Day(which[1]) else {
            return .withdraw(.outdated)
        }
        // The check runs in a unit of the mail module. This module's tables are reached within it.
        let isPlanned = try store.within(work) { own in
            try own.one(
                """
                SELECT EXISTS (SELECT 1 FROM coaching_session
                    WHERE (id, state, day) = (\(id), 'planned', \(day)))
                """, as: Bool.self)
        }
        return isPlanned ? .asWritten : .withdraw(.outdated)
    }

    private func letter(about session: CoachingSession, on day: Day) -> Letter {
        Letter(
            "Tomorrow: a coaching session",
            [.paragraph("You meet \(session.coachName) on \(day)."), .paragraph("If you cannot come, say so today.")])
    }
}
