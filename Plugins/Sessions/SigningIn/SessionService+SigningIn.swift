public import Atrium
internal import Foundation

/// Signing in with a link.
extension SessionService {
    /// How long a link works again after it was used, so that the second click of a double one is no fault.
    private static let repeatedUse: TimeInterval = 10

    /// Asks for a link. It does the same whether or not an account has the address, so that nobody learns who has one: recurring
    /// work looks the address up, and mails the link. Throws ``SessionError/tooMany(retryAfter:)``.
    ///
    /// A source alone cannot keep a person from getting a link, and all sources together cannot flood a mailbox.
    public func requestLink(_ request: LinkRequest, as principal: Principal = .visitor) async throws {
        let expiresIn = rules.linkLifetime / .seconds(1)
        let address = request.address.description.lowercased()
        try await store.write(as: principal, .signIn) { [rules] work in
            let waiting = try Attempts(work: work).count([
                .init(key: "source \(request.source)", most: rules.attemptsOfSource),
                .init(key: "address \(address) of source \(request.source)", most: rules.linksOfSource),
                .init(key: "address \(address)", most: rules.linksToAddress),
            ])
            if let waiting { throw SessionError.tooMany(retryAfter: waiting) }
            let id: ID<SignInLink> = try work.newID()
            let digest = Secret.digest(of: request.browser)
            try work.run(
                """
                INSERT INTO sessions_link (id, address, browser_digest, destination, language, asked_at, due_at, expires_at)
                VALUES (\(id), \(request.address), \(digest), \(String(request.destination.prefix(2000))),
                    \(String(request.language.prefix(35))), \(work.now), \(work.now), \(work.now.addingTimeInterval(expiresIn)))
                """)
            try work.wake("mail links")
        }
    }

    /// A link before it is used, for the page that asks for the last click. `browser` is the browser's secret. Throws
    /// ``SessionError/invalidLink``.
    public func link(_ token: String, in browser: String, as principal: Principal = .visitor) async throws -> SignInLink
    {
        let link = try await store.read(as: principal, .signIn) { try Self.openLink(token, in: $0) }
        guard try await isCurrent(link) else { throw SessionError.invalidLink }
        return SignInLink(asksAddress: link.browser != Secret.digest(of: browser), destination: link.destination)
    }

    /// Signs in with a link. Returns the session with its token, and where to go. A link works once; a second use within ten seconds is the second click of a double one, and makes another session. In another browser than the
    /// one that asked for it, the person has to type the address, so that nobody is led into somebody else's account. Throws
    /// ``SessionError`` (`invalidLink`, `otherAddress`, `tooMany`).
    public func signIn(
        _ token: String, from attempt: SignInAttempt, as principal: Principal = .visitor
    ) async throws -> (session: IssuedSession, destination: String) {
        let (secret, form) = (tenant.makeSecret(), tenant.makeSecret())
        let known = try await store.read(as: principal, .signIn) { try? Self.openLink(token, in: $0) }
        let isCurrent = if let known { try await isCurrent(known) } else { false }
        let result: Result<(Session, String), SessionError> = try await store.write(as: principal, .signIn) {
            [rules] work in
            let source = Attempts.Limit(key: "link of source \(attempt.source)", most: rules.attemptsOfSource)
            if let waiting = try Attempts(work: work).count([source]) {
                throw SessionError.tooMany(retryAfter: waiting)
            }
            // What follows is returned and not thrown, so that the attempt counts.
            guard isCurrent, let link = try? Self.openLink(token, in: work) else { return .failure(.invalidLink) }
            let isConfirmed =
                link.browser == Secret.digest(of: attempt.browser)
                || attempt.address.map { Self.isSame($0, link.address) } ?? false
            guard isConfirmed else { return .failure(.otherAddress) }
            let session = try begin(of: link.account, on: attempt.device, secret, form, in: work)
            try work.run("UPDATE sessions_link SET used_at = coalesce(used_at, \(work.now)) WHERE id = \(link.id)")
            return .success((session, link.destination))
        }
        let (session, destination) = try result.get()
        return (IssuedSession(session: session, token: secret), destination)
    }

    /// Whether the account still has the address to which the link was mailed. Somebody else may read it now.
    private func isCurrent(_ link: OpenLink) async throws -> Bool {
        try await tenant.directory.account(address: link.address) == link.account
    }

    private struct OpenLink {
        let id: ID<SignInLink>
        let account: AccountID
        let address: EmailAddress
        let browser: [UInt8]
        let destination: String
    }

    private static func openLink(_ token: String, in work: UnitOfWork) throws -> OpenLink {
        let link = try work.first(
            """
            SELECT id, account_id, address, browser_digest, destination FROM sessions_link
            WHERE digest = \(Secret.digest(of: token)) AND account_id IS NOT NULL AND expires_at > \(work.now)
                AND (used_at IS NULL OR used_at > \(work.now.addingTimeInterval(-repeatedUse)))
            """
        ) {
            OpenLink(id: try $0[0], account: try $0[1], address: try $0[2], browser: try $0[3], destination: try $0[4])
        }
        guard let link else { throw SessionError.invalidLink }
        return link
    }

    private static func isSame(_ typed: String, _ address: EmailAddress) -> Bool {
        let typed = try? EmailAddress(typed.trimmingCharacters(in: .whitespaces))
        return typed?.description.lowercased() == address.description.lowercased()
    }
}
