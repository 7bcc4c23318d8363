internal import Atrium
internal import Foundation

/// Mails the links that people asked for.
extension SessionService {
    private struct Request {
        let id: ID<SignInLink>
        let address: EmailAddress
        let language: String
        let expiresAt: Date
    }

    /// Mails each link that is due, or forgets it if no account has the address. If a letter cannot be mailed, the others are,
    /// and this throws the first error. It is tried again then, with another token.
    func mailLinks(with mail: @Sendable (SignInLetter) async throws -> Void) async throws {
        let system = tenant.system("mail links")
        let requests = try await store.read(as: system) { work in
            try work.rows(
                """
                SELECT id, address, language, expires_at FROM sessions_link
                WHERE NOT is_mailed AND expires_at > \(work.now) ORDER BY asked_at
                """
            ) { Request(id: try $0[0], address: try $0[1], language: try $0[2], expiresAt: try $0[3]) }
        }
        var failure: (any Error)?
        for request in requests {
            do { try await mailLink(request, as: system, with: mail) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private func mailLink(
        _ request: Request, as system: SystemPrincipal, with mail: @Sendable (SignInLetter) async throws -> Void
    ) async throws {
        guard let account = try await tenant.directory.account(address: request.address) else {
            _ = try await store.write(as: system) {
                _ = try $0.run("DELETE FROM sessions_link WHERE id = \(request.id)")
            }
            return
        }
        let secret = tenant.makeSecret()
        // The link works before its letter is on the way.
        try await store.write(as: system) { work in
            _ = try work.run(
                "UPDATE sessions_link SET digest = \(secret.digest), account_id = \(account) WHERE id = \(request.id)")
        }
        try await mail(
            SignInLetter(
                recipient: request.address, account: account, token: secret, language: request.language,
                expiresAt: request.expiresAt))
        try await store.write(as: system) { work in
            _ = try work.run("UPDATE sessions_link SET is_mailed = 1 WHERE id = \(request.id)")
        }
    }
}
