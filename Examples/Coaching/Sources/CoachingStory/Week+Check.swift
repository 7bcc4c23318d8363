import Atrium
import AtriumMail
import AtriumMailTesting
import AtriumPrivacy
import Coaching

/// Whether the files hold what was shown.
extension Week {
    /// Opens the folder again, as after a restart, and returns what is not as it was shown.
    mutating func check() async throws -> [String] {
        chapter("The check, after a restart")
        await platform.close()
        platform = try await Platform.open(Self.configuration(folder, clock), modules: Self.modules(mailbox))
        try await platform.runDue()
        let sessions = try await coaching.list(endedToo: true, as: ada)
        let states = sessions.map { "\($0.memberName) \($0.state)" }.sorted()
        let reminders = mailbox.mails.filter { paragraph(of: $0).hasPrefix("You meet Carl") }
        let chain = try await acme.audit.verify(as: ada)
        let export = try await acme[Privacy.self].export(of: id(of: bob), as: bob)
        let statements: [(sentence: String, holds: Bool)] = [
            ("Bob's session was held, and Eve's is cancelled", states == ["Bob held", "Eve cancelled"]),
            ("only Bob was reminded, and once", reminders.map(\.recipient.description) == ["bob@acme.example"]),
            ("Sue and Carl see what Ada sees", try await [seen(by: sue), seen(by: carl)] == [sessions, sessions]),
            ("Eve sees none of Bob's sessions", try await seen(by: eve).allSatisfy { $0.memberName == "Eve" }),
            (
                "Bob's copy has one session",
                export.parts.contains { $0.title.key == "Your coaching sessions" && $0.count == 1 }
            ),
            ("the audit chain is whole", chain.firstFault == nil),
        ]
        for (sentence, holds) in statements { print("  \(holds ? "ok   " : "FAULT") \(sentence)") }
        return statements.filter { !$0.holds }.map(\.sentence)
    }

    private func seen(by principal: Principal) async throws -> [CoachingSession] {
        try await coaching.list(endedToo: true, as: principal)
    }
}
