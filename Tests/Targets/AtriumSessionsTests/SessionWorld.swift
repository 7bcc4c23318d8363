import Atrium
import AtriumSessions
import AtriumTesting
import Foundation
import Testing

/// A platform with sessions, the account of Ada, and her mailbox.
struct SessionWorld: Sendable {
    let test: TemporaryPlatform
    let letters: Locked<[SignInLetter]>
    let ada: AccountID
    let service: SessionService

    var mailed: [SignInLetter] { letters.withLock { $0 } }

    static let address = "ada@acme.example"

    /// Asks for a link and runs what is due. Returns the token in the newest letter.
    func link(
        to address: String = Self.address, browser: String = "browser", source: String = "home"
    ) async throws -> String? {
        let before = mailed.count
        try await service.requestLink(
            LinkRequest(
                address: EmailAddress(address), browser: browser, destination: "/courses", language: "fr",
                source: source))
        try await test.settle()
        return mailed.count > before ? mailed.last?.token.text : nil
    }

    func signIn(_ link: String, browser: String = "browser", address: String? = nil) async throws -> IssuedSession {
        try await service.signIn(
            link, from: SignInAttempt(browser: browser, address: address, device: "Firefox", source: "home")
        ).session
    }

    /// Whether a token opens a session, and stays its token.
    func hasUse(of token: String) async throws -> Bool {
        let used = try await service.use(token)
        return used != nil && used?.replacement == nil
    }

    /// Signs Ada in, and returns the token of her session.
    func signedIn() async throws -> String {
        let link = try #require(try await link())
        return try await signIn(link).token.text
    }
}

func withSessions(
    rules: SessionRules = SessionRules(), failing: Locked<Bool> = Locked(false), refusing: String = "",
    _ body: (SessionWorld) async throws -> Void
) async throws {
    let letters = Locked<[SignInLetter]>([])
    let sessions = Sessions(rules: rules) { letter in
        if failing.withLock({ $0 }) || letter.recipient.description == refusing { throw MailFailure() }
        letters.withLock { $0.append(letter) }
    }
    try await withTemporaryPlatform(platformModules: [sessions]) { test in
        let ada = try await test.platform.createAccount(
            provenAddress: EmailAddress(SessionWorld.address), name: "Ada")
        let service = try await test.platform[Sessions.self]
        try await body(SessionWorld(test: test, letters: letters, ada: ada, service: service))
    }
}

struct MailFailure: Error {}
