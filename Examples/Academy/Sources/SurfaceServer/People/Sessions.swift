import Atrium
import Foundation

/// Who is signed in, and the links that sign in. It keeps digests only. Sessions are in a file, so that a restart signs nobody
/// out; links are in memory.
actor Sessions {
    private static let lifetime: TimeInterval = 7 * 86_400
    private static let linkLifetime: TimeInterval = 15 * 60
    private static let grace: TimeInterval = 10
    /// The largest number of links that are open at a time. The oldest end first.
    private static let mostLinks = 10_000

    /// A person who is signed in on one device.
    private struct Session: Codable {
        let account: AccountID
        let expiresAt: Date
    }

    /// A link on its way to a person.
    struct Link {
        fileprivate let account: AccountID
        fileprivate let address: EmailAddress
        /// The form token of the browser that asked for it.
        fileprivate let browser: String
        /// Where to go after signing in.
        fileprivate let path: LocalPath
        fileprivate let expiresAt: Date
        fileprivate var usedAt: Date?

        /// Whether this browser asked for the link. In any other browser, the person has to give the address to which it was
        /// mailed. So nobody is led into the account of somebody else.
        func isOf(_ browser: String) -> Bool { self.browser == browser }

        /// Whether it was mailed to an address, as somebody wrote it.
        func isTo(_ text: String) -> Bool {
            let typed = try? EmailAddress(text.trimmingCharacters(in: .whitespaces))
            return typed?.description.lowercased() == address.description.lowercased()
        }
    }

    private var sessions: [String: Session]
    private var links: [String: Link] = [:]
    private let file: URL?
    private let randomToken: @Sendable () -> String

    /// Opens the store. Without a `file` it is in memory. `randomToken` makes a text that nobody can guess.
    init(file: String?, randomToken: @escaping @Sendable () -> String) throws {
        self.randomToken = randomToken
        self.file = file.map { URL(filePath: $0) }
        guard let file = self.file, FileManager.default.fileExists(atPath: file.path) else {
            sessions = [:]
            return
        }
        sessions = try JSONDecoder().decode([String: Session].self, from: Data(contentsOf: file))
    }

    // MARK: - Links

    /// Makes a link's token. It works once, for fifteen minutes. `browser` is the form token of the browser that asks.
    func makeLink(
        to account: AccountID, at address: EmailAddress, for browser: String, then path: LocalPath, now: Date
    ) -> String {
        links = links.filter { $0.value.expiresAt > now }
        if links.count >= Self.mostLinks, let oldest = links.min(by: { $0.value.expiresAt < $1.value.expiresAt }) {
            links[oldest.key] = nil
        }
        let token = randomToken()
        links[Self.digest(of: token)] = Link(
            account: account, address: address, browser: browser, path: path,
            expiresAt: now.addingTimeInterval(Self.linkLifetime))
        return token
    }

    /// The link of a token; `nil` if it was used, has expired or is unknown. A link that was used a few seconds ago still works,
    /// so that the second click of a double one is no fault.
    func link(_ token: String, now: Date) -> Link? {
        links[Self.digest(of: token)].flatMap { link in
            let wasUsed = link.usedAt.map { now.timeIntervalSince($0) >= Self.grace } ?? false
            return link.expiresAt > now && !wasUsed ? link : nil
        }
    }

    /// Signs in with a link's token; `nil` if it was used, has expired or is unknown. Returns the new session's token.
    func signIn(_ link: String, now: Date) throws -> (token: String, path: LocalPath)? {
        let key = Self.digest(of: link)
        guard let link = self.link(link, now: now) else { return nil }
        let token = try start(for: link.account, now: now)
        links[key]?.usedAt = link.usedAt ?? now
        return (token, link.path)
    }

    // MARK: - Sessions

    /// Starts a session under a new token.
    func start(for account: AccountID, now: Date) throws -> String {
        var started = sessions.filter { $0.value.expiresAt > now }
        let token = randomToken()
        started[Self.digest(of: token)] = Session(
            account: account, expiresAt: now.addingTimeInterval(Self.lifetime))
        // A session that cannot be stored does not begin. One that ends has ended, whether that can be stored or not.
        try save(started)
        sessions = started
        return token
    }

    /// The account that is signed in with a token.
    func account(_ token: String, now: Date) -> AccountID? {
        sessions[Self.digest(of: token)].flatMap { $0.expiresAt > now ? $0.account : nil }
    }

    /// Ends a session.
    func end(_ token: String) throws {
        sessions[Self.digest(of: token)] = nil
        try save(sessions)
    }

    /// Ends all sessions of a person on all devices, and the links that are on their way.
    func endAll(of account: AccountID) throws {
        sessions = sessions.filter { $0.value.account != account }
        links = links.filter { $0.value.account != account }
        try save(sessions)
    }

    private func save(_ sessions: [String: Session]) throws {
        guard let file else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try encoder.encode(sessions).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }

    private static func digest(of token: String) -> String { Data(Secret.digest(of: token)).base64EncodedString() }
}
