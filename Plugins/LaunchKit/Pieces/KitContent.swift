internal import Atrium
internal import AtriumInvitations

/// What the pieces of a kit say, in one language.
struct KitContent: Sendable {
    let design: KitDesign
    let organization: String
    /// Where the QR code leads.
    let address: String
    /// Titles of courses that people can take.
    let courses: [String]
    let marks: InvitationMarks
    let language: Language

    /// The most titles that a piece shows.
    static let mostCourses = 5

    func text(_ words: Words) -> String { language.text(words) }

    var headline: String { design.slogan.isEmpty ? text("Learning starts here.") : design.slogan }

    var date: String { design.day.map(language.longText) ?? text("Open now") }

    var promise: String { text("\(organization) gives you premium access to all courses.") }

    /// The address as people read and type it.
    var shortAddress: String {
        let rest = address.drop { $0 != "/" }.dropFirst(2)
        return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }

    var invitationToScan: String { text("Scan the code, or open this address:") }

    /// How a person begins, step by step.
    var firstSteps: [String] {
        [
            text("Find the invitation in your mailbox."),
            text("Open its link, and sign in or create your account."),
            text("Choose a course and begin."),
        ]
    }

    var certificates: String { text("You get a certificate for each course that you complete.") }
}
