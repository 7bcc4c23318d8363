public import Atrium
internal import Foundation

/// The sessions of all people of the platform.
public struct SessionService: Sendable {
    /// How long two tokens of a session are valid, so that requests that are under way arrive.
    private static let overlap: TimeInterval = 60

    let tenant: TenantContext
    let rules: SessionRules
    var store: Store { tenant.store }

    /// How exactly the last use is stored: to an hour, and exactly enough for a short idle lifetime.
    private var useInterval: TimeInterval { min(3600, idleLifetime / 10) }
    private var idleLifetime: TimeInterval { rules.idleLifetime / .seconds(1) }

    // MARK: - Beginning and using

    /// Begins a session of a person who has proved to the integrator who they are, for example with an invitation. The
    /// principal is that account.
    public func begin(on device: String = "", as principal: Principal) async throws -> IssuedSession {
        let (secret, form) = (tenant.makeSecret(), tenant.makeSecret())
        let session = try await store.write(as: principal, .manageOwnSessions) { work in
            try begin(of: account(of: principal), on: device, secret, form, in: work)
        }
        return IssuedSession(session: session, token: secret)
    }

    func begin(of account: AccountID, on device: String, _ secret: Secret, _ form: Secret, in work: UnitOfWork)
        throws -> Session
    {
        let id: ID<Session> = try work.newID()
        let expiresAt = work.now.addingTimeInterval(rules.lifetime / .seconds(1))
        let device = String(device.filter { !$0.isNewline }.prefix(200))
        try work.run(
            """
            INSERT INTO sessions_session
                (id, digest, form_secret, rotated_at, account_id, device, created_at, used_at, expires_at)
            VALUES (\(id), \(secret.digest), \(form.text), \(work.now), \(account), \(device), \(work.now), \(work.now), \(expiresAt))
            """)
        try work.run(
            """
            DELETE FROM sessions_session WHERE account_id = \(account) AND id NOT IN (
                SELECT id FROM sessions_session WHERE account_id = \(account)
                ORDER BY used_at DESC, id DESC LIMIT \(rules.sessionsOfAccount))
            """)
        try work.setSubject("session", id)
        return try work.one("SELECT \(Session.columns) FROM sessions_session WHERE id = \(id)", make: Session.init)
    }

    /// The session of a token; `nil` if the token is unknown, the session has ended, or the account no longer exists.
    ///
    /// From time to time the session gets another token, which the device has to keep from then on. The former token stays valid
    /// until a minute after the new one was used, so nothing is lost if an answer does not arrive. If somebody uses it later,
    /// or a token that was replaced before anybody used it, one was copied, and the session ends.
    public func use(_ token: String) async throws -> UsedSession? {
        let digest = Secret.digest(of: token)
        guard let found = try await store.read(as: system, { try find(digest, in: $0) }) else { return nil }
        guard try await tenant.account(found.session.account) != nil else { return nil }
        guard found.step != .none else { return UsedSession(session: found.session, replacement: nil) }
        let secret = tenant.makeSecret()
        return try await store.write(as: system) { work in
            // Another request of the device may have come first.
            guard let found = try find(digest, in: work) else { return nil }
            switch found.step {
            case .none: return UsedSession(session: found.session, replacement: nil)
            case .end:
                try work.run("DELETE FROM sessions_session WHERE id = \(found.session.id)")
                try work.setSubject("session", found.session.id)
                return nil
            case .note:
                let until = work.now.addingTimeInterval(Self.overlap)
                try work.run(
                    """
                    UPDATE sessions_session SET used_at = \(work.now), former_until = iif(
                        former_digest IS NULL OR former_digest = \(digest), former_until, coalesce(former_until, \(until)))
                    WHERE id = \(found.session.id)
                    """)
                return UsedSession(session: found.session, replacement: nil)
            case .rotate:
                // If the token that was handed out last comes after all, one of the two was copied.
                try work.run(
                    """
                    INSERT INTO sessions_unused SELECT digest, id FROM sessions_session
                    WHERE id = \(found.session.id) AND digest <> \(digest)
                    """)
                try work.run(
                    """
                    UPDATE sessions_session SET digest = \(secret.digest), former_digest = \(digest), former_until = NULL,
                        rotated_at = \(work.now), used_at = \(work.now)
                    WHERE id = \(found.session.id)
                    """)
                return UsedSession(session: found.session, replacement: secret)
            }
        }
    }

    /// What the use of a token has to write.
    private enum Step { case none, note, rotate, end }

    private func find(_ digest: [UInt8], in work: UnitOfWork) throws -> (session: Session, step: Step)? {
        let now = work.now
        let row = try work.first(
            """
            SELECT \(Session.columns), digest = \(digest), former_digest IS NOT NULL, former_until, rotated_at
            FROM sessions_session WHERE digest = \(digest) OR former_digest = \(digest)
            """
        ) { (try Session($0), try $0[7] as Bool, try $0[8] as Bool, try $0[9] as Date?, try $0[10] as Date) }
        if row == nil {
            let sql: SQL = """
                SELECT \(Session.columns) FROM sessions_session
                WHERE id = (SELECT session_id FROM sessions_unused WHERE digest = \(digest))
                """
            return try work.first(sql, make: Session.init).map { ($0, .end) }
        }
        guard let (session, isLast, hasFormer, formerUntil, rotatedAt) = row else { return nil }
        let idleFor = now.timeIntervalSince(session.usedAt)
        guard session.expiresAt > now, idleFor < idleLifetime else { return nil }
        let age = now.timeIntervalSince(rotatedAt)
        if !isLast {
            if let formerUntil { return (session, formerUntil > now ? .none : .end) }
            // The answer with the new token may not have arrived.
            return (session, age >= Self.overlap ? .rotate : .none)
        }
        if age >= rules.rotation / .seconds(1) { return (session, .rotate) }
        let isFirstUse = hasFormer && formerUntil == nil
        return (session, isFirstUse || idleFor >= useInterval ? .note : .none)
    }

    // MARK: - Listing and ending

    /// The sessions of a person, the one that was used last first.
    public func list(as principal: Principal) async throws -> [Session] {
        try await store.read(as: principal, .manageOwnSessions) { work in
            let idleSince = work.now.addingTimeInterval(-idleLifetime)
            return try work.rows(
                """
                SELECT \(Session.columns) FROM sessions_session
                WHERE account_id = \(account(of: principal)) AND expires_at > \(work.now) AND used_at > \(idleSince)
                ORDER BY used_at DESC, id DESC
                """, make: Session.init)
        }
    }

    /// Ends one of a person's own sessions. Throws ``SessionError/unknown``.
    public func end(_ id: ID<Session>, as principal: Principal) async throws {
        try await store.write(as: principal, .manageOwnSessions) { work in
            let sql: SQL =
                "DELETE FROM sessions_session WHERE (id, account_id) = (\(id), \(try account(of: principal)))"
            guard try work.run(sql) == 1 else { throw SessionError.unknown }
            try work.setSubject("session", id)
        }
    }

    /// Ends all of a person's own sessions, and the links that are on their way.
    public func endAll(as principal: Principal) async throws {
        let addresses = try await addresses(of: principal.account)
        try await store.write(as: principal, .manageOwnSessions) {
            try endAll(of: account(of: principal), addresses, in: $0)
        }
    }

    /// Ends all sessions of a person, and the links that are on their way.
    public func endAll(of account: AccountID, as principal: Principal) async throws {
        let addresses = try await addresses(of: account)
        try await store.write(as: principal, .endSessions) { try endAll(of: account, addresses, in: $0) }
    }

    private func addresses(of account: AccountID?) async throws -> [EmailAddress] {
        guard let account else { return [] }
        return try await tenant.account(account)?.addresses ?? []
    }

    private func endAll(of account: AccountID, _ addresses: [EmailAddress], in work: UnitOfWork) throws {
        try work.run("DELETE FROM sessions_session WHERE account_id = \(account)")
        // A link that was not mailed yet has only the address.
        try work.run(
            """
            DELETE FROM sessions_link
            WHERE account_id = \(account) OR address IN (SELECT value FROM json_each(\(json: addresses)))
            """)
        try work.setSubject("account", account)
    }

    /// Deletes sessions, links and attempts that have ended, and those of accounts that no longer exist.
    func deleteEnded() async throws {
        let system = tenant.system("delete what has ended")
        let accounts = try await store.read(as: system) {
            try $0.rows("SELECT DISTINCT account_id FROM sessions_session", as: AccountID.self)
        }
        var gone: [AccountID] = []
        for account in accounts where try await tenant.account(account) == nil { gone.append(account) }
        try await store.write(as: system) { [gone] work in
            let idleSince = work.now.addingTimeInterval(-idleLifetime)
            try work.run("DELETE FROM sessions_session WHERE expires_at <= \(work.now) OR used_at <= \(idleSince)")
            try work.run(
                "DELETE FROM sessions_session WHERE account_id IN (SELECT value FROM json_each(\(json: gone)))")
            try work.run("DELETE FROM sessions_link WHERE expires_at <= \(work.now)")
            try Attempts(work: work).deleteEnded()
        }
    }

    private var system: SystemPrincipal { tenant.system("use a session") }

    private func account(of principal: Principal) throws -> AccountID {
        guard let account = principal.account else { throw SessionError.unknown }
        return account
    }
}
