import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumMail
import AtriumMailTesting
import AtriumOperations
import AtriumPrivacy
import Coaching

/// What happens on each day.
extension Week {
    func monday() async throws {
        chapter("Monday: Sue plans a session of Bob with Carl, for Wednesday")
        let day = today.advanced(by: 2)
        try await coaching.plan(of: id(of: bob), with: id(of: carl), on: day, as: sue)
        try await show("coaching/sessions", to: carl, named: "Carl, the coach,")
        await attempt("Bob plans one himself") {
            try await coaching.plan(of: id(of: bob), with: id(of: carl), on: day, as: bob)
        }
        await attempt("Sue plans one with Eve, who is no coach") {
            try await coaching.plan(of: id(of: bob), with: id(of: eve), on: day, as: sue)
        }
    }

    func tuesday() async throws {
        try await nextDay("Tuesday: a mail reminds Bob")
        for mail in mailbox.mails.suffix(1) { print("  To \(mail.recipient): \(paragraph(of: mail))") }
    }

    func wednesday() async throws {
        try await nextDay("Wednesday: Carl records how it went, and Eve completes a course")
        for session in try await coaching.list(as: carl) {
            try await coaching.record(session.id, minutes: 45, note: "Wants to lead a project", as: carl)
        }
        for learning in [Learning.enrolled, .completed] {
            try await acme[Courses.self].record(learning, of: id(of: eve), in: CourseID("swift-101"), as: ada)
        }
        // Two modules handle the completion after its commit. Neither knows of the other.
        try await platform.runDue()
        let certificates = try await acme[Certificates.self].listOwn(as: eve).entries
        print("  Eve's certificate: \(certificates.map(\.content.title).joined(separator: ", "))")
        try await show("coaching/sessions", to: carl, named: "Carl")
        try await show("coaching/my-sessions", to: bob, named: "Bob")
    }

    func thursday() async throws {
        try await nextDay("Thursday: Carl chooses a day for Eve, and coaching is switched off for a time")
        for session in try await coaching.list(as: carl) {
            try await coaching.move(session.id, to: today.advanced(by: 7), as: carl)
        }
        let (modules, grace) = (try await acme.modules, try platform.operator("Grace"))
        try await modules.carryOut(modules.plan(["coaching": false], as: grace), as: grace)
        await attempt("Carl looks at his sessions") { try await coaching.list(as: carl) }
        try await acme.teams.remove(id(of: eve), from: north, as: ada)
        print("  Meanwhile Eve leaves the team.")
        try await modules.carryOut(modules.plan(["coaching": true], as: grace), as: grace)
        print("  Coaching is switched on again. It catches up: the session of Eve is cancelled.")
        try await show("coaching/my-sessions", to: eve, named: "Eve")
    }

    func friday() async throws {
        try await nextDay("Friday: Bob asks for a copy of what Acme holds of him")
        let export = try await acme[Privacy.self].export(of: id(of: bob), as: bob)
        for part in export.parts { print("  \(part.title.key): \(part.count)") }
    }
}
