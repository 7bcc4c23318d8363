internal import Atrium
internal import Foundation

/// Mails the links that people asked for.
extension SessionService {
    /// How many letters one run mails. The next run follows at once.
    private static let letters = 50

    private struct Request {
        let id: ID<SignInLink>
        let address: EmailAddress
        let language: String
        let expiresAt: Date
    }

    /// Mails each link that is due, or forgets it if no account has the address. A letter that cannot be mailed does not stop
    /// the others: it is reported, and tried again with another token after 1, 4, 16 seconds and so on, at most a minute.
    func mailLinks(with mail: @Sendable (SignInLetter) async throws -> Void) async throws {
        let system = tenant.system("mail links")
        let requests = try await store.read(as: system) { work in
            try work.rows(
                """
                SELECT id, address, language, expires_at FROM sessions_link
                WHERE NOT is_mailed AND due_at <= \(work.now) AND expires_at > \(work.now)
                ORDER BY due_at LIMIT \(Self.letters)
                """
            ) { Request(id: try $0[0], address: try $0[1], language: try $0[2], expiresAt: try $0[3]) }
        }
        for request in requests { try await mailLink(request, as: system, with: mail) }
        try await store.write(as: system) { work in
            let next = try work.first(
                """
                SELECT due_at FROM sessions_link WHERE NOT is_mailed AND expires_at > \(work.now) ORDER BY due_at LIMIT 1
                """, as: Date.self)
            if let next { try work.wake("mail links", at: next) }
        }
    }

    private func mailLink(
        _ request: Request, as system: SystemPrincipal, with mail: @Sendable (SignInLetter) async throws -> Void
    ) async throws {
        guard let account = try await tenant.directory.account(address: request.address) else {
            return try await change("DELETE FROM sessions_link WHERE id = \(request.id)", as: system)
        }
        let secret = tenant.makeSecret()
        // The link works before its letter is on the way.
        try await change(
            "UPDATE sessions_link SET digest = \(secret.digest), account_id = \(account) WHERE id = \(request.id)",
            as: system)
        do {
            try await mail(
                SignInLetter(
                    recipient: request.address, account: account, token: secret, language: request.language,
                    expiresAt: request.expiresAt))
        } catch {
            tenant.report(LetterNotMailed(cause: "\(type(of: error))"), in: "mail links")
            return try await store.write(as: system) { work in
                try work.run(
                    """
                    UPDATE sessions_link SET attempts = attempts + 1,
                        due_at = \(work.now) + min(60000, 1000 << (2 * min(attempts, 3))) WHERE id = \(request.id)
                    """)
            }
        }
        try await change("UPDATE sessions_link SET is_mailed = 1 WHERE id = \(request.id)", as: system)
    }

    private func change(_ sql: SQL, as system: SystemPrincipal) async throws {
        try await store.write(as: system) { _ = try $0.run(sql) }
    }
}

/// A letter with a link could not be mailed. The error of the mail may name an address, so only its type is kept.
struct LetterNotMailed: Error, CustomStringConvertible {
    let cause: String

    var description: String {
        "a letter with a link was not mailed: \(cause); it is tried again as long as its link is valid"
    }
}
