import Atrium
import Foundation

/// Who is signed in, and the links that sign in. It keeps digests only, and in memory: after a restart people sign in again.
actor Sessions {
    /// A person who is signed in on one device.
    struct Session: Sendable {
        let account: AccountID
        /// The secret that each form sends back.
        let formToken: String
        fileprivate let expiresAt: Date
    }

    private static let sessionLifetime: TimeInterval = 7 * 86_400
    private static let linkLifetime: TimeInterval = 15 * 60
    /// The largest number of links that are open at a time. The oldest end first.
    private static let mostLinks = 10_000

    private var sessions: [[UInt8]: Session] = [:]
    private var links: [[UInt8]: (account: AccountID, expiresAt: Date)] = [:]
    private let randomToken: @Sendable () -> String

    /// `randomToken` makes a text that nobody can guess.
    init(randomToken: @escaping @Sendable () -> String) { self.randomToken = randomToken }

    /// Makes a link's token. It works once, for fifteen minutes.
    func makeLink(to account: AccountID, now: Date) -> String {
        links = links.filter { $0.value.expiresAt > now }
        if links.count >= Self.mostLinks, let oldest = links.min(by: { $0.value.expiresAt < $1.value.expiresAt }) {
            links[oldest.key] = nil
        }
        let token = randomToken()
        links[Secret.digest(of: token)] = (account, now.addingTimeInterval(Self.linkLifetime))
        return token
    }

    /// Signs in with a link's token; `nil` if it was used, has expired or is unknown. Returns the new session's token.
    func signIn(_ link: String, now: Date) -> String? {
        guard let entry = links.removeValue(forKey: Secret.digest(of: link)), entry.expiresAt > now else { return nil }
        return start(for: entry.account, now: now)
    }

    /// Starts a session under a new token.
    func start(for account: AccountID, now: Date) -> String {
        sessions = sessions.filter { $0.value.expiresAt > now }
        let token = randomToken()
        sessions[Secret.digest(of: token)] = Session(
            account: account, formToken: randomToken(), expiresAt: now.addingTimeInterval(Self.sessionLifetime))
        return token
    }

    /// The session with a token.
    func session(_ token: String, now: Date) -> Session? {
        sessions[Secret.digest(of: token)].flatMap { $0.expiresAt > now ? $0 : nil }
    }

    /// Ends a session.
    func end(_ token: String) { sessions[Secret.digest(of: token)] = nil }
}
