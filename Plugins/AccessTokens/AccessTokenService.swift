public import Atrium
internal import Foundation

/// The access tokens of one organization.
public struct AccessTokenService: Sendable {
    /// The largest number of days for which a token is valid.
    public static let longestLife = 366
    /// The largest number of tokens of an organization.
    public static let mostTokens = 100

    let tenant: TenantContext
    private var store: Store { tenant.store }

    /// The ids of the permissions that tokens can hold, sorted: those that members have by default. The permission to manage
    /// tokens is left out, so that a token makes no token.
    public var permissions: [String] {
        let grantable = tenant.permissions.filter { permission in
            let grants = permission.grants.filter { $0 != .operator && $0 != .anyone && $0 != .anyAccount }
            return permission != .manageTokens && !grants.isEmpty
        }
        return grantable.map(\.id).sorted()
    }

    /// Makes a token in the name of the principal, which must be a member. `name` says what it is for. With an `identity`, the
    /// same request makes one token only: the second one throws ``AccessTokenError/alreadyMade``.
    public func create(
        _ name: String, permissions: Set<String>, days: Int, identity: ID<AccessToken>? = nil, as principal: Principal
    ) async throws -> NewAccessToken {
        let known = Set(self.permissions)
        let secret = tenant.makeSecret()
        return try await store.write(as: principal, .manageTokens) { work in
            guard let member = principal.member else { throw AccessTokenError.noMember }
            try Names.check(name, of: "a token")
            guard (1...Self.longestLife).contains(days) else { throw AccessTokenError.lifetime }
            guard !permissions.isEmpty else { throw AccessTokenError.noPermission }
            if let other = permissions.subtracting(known).min() { throw AccessTokenError.unknownPermission(other) }
            try work.run("DELETE FROM tokens_token WHERE expires_at <= \(work.now)")
            let count = try work.one("SELECT count(*) FROM tokens_token", as: Int.self)
            guard count < Self.mostTokens else { throw AccessTokenError.tooMany }
            let id = try identity ?? work.newID()
            let isMade = try work.one("SELECT EXISTS (SELECT 1 FROM tokens_token WHERE id = \(id))", as: Bool.self)
            guard !isMade else { throw AccessTokenError.alreadyMade }
            let expiresAt = work.now.addingTimeInterval(Double(days) * 86_400)
            try work.run(
                """
                INSERT INTO tokens_token (id, digest, member_id, name, permissions, created_at, expires_at)
                VALUES (\(id), \(secret.digest), \(member), \(name), \(json: permissions.sorted()), \(work.now), \(expiresAt))
                """)
            try work.setSubject("token", id)
            return NewAccessToken(id: id, text: secret.token(of: tenant.organization))
        }
    }

    /// The tokens, the newest first. The principal sees the names of the members whom it may view.
    public func list(as principal: Principal) async throws -> [AccessToken] {
        try await store.read(as: principal, .manageTokens) { work in
            let names = try work.names(of: work.rows("SELECT DISTINCT member_id FROM tokens_token", as: MemberID.self))
            return try work.rows(
                """
                SELECT id, name, member_id, permissions, created_at, expires_at, used_at FROM tokens_token
                ORDER BY created_at DESC, id
                """
            ) { row in
                let member: MemberID = try row[2]
                return AccessToken(
                    id: try row[0], name: try row[1], member: member, memberName: names[member] ?? "",
                    permissions: try JSONDecoder().decode([String].self, from: Data((try row[3] as String).utf8)),
                    createdAt: try row[4], expiresAt: try row[5], usedAt: try row[6])
            }
        }
    }

    /// Ends a token. It opens nothing from now on.
    public func revoke(_ id: ID<AccessToken>, as principal: Principal) async throws {
        try await store.write(as: principal, .manageTokens) { work in
            guard try work.run("DELETE FROM tokens_token WHERE id = \(id)") == 1 else { throw AccessTokenError.unknown }
            try work.setSubject("token", id)
        }
    }

    /// The principal of a token's text; `nil` if it is no token of this organization, was revoked or has expired.
    public func principal(of text: String) async throws -> Principal? {
        guard let digest = Secret.digest(ofToken: text, of: tenant.organization) else { return nil }
        let found = try await store.read(as: tenant.system("find a token")) { work in
            try work.first(
                """
                SELECT id, member_id, permissions, coalesce(used_at, 0) FROM tokens_token
                WHERE digest = \(digest) AND expires_at > \(work.now)
                """
            ) { row in
                let isNoted = work.now.timeIntervalSince(try row[3]) < 3600
                return (try row[0] as ID<AccessToken>, try row[1] as MemberID, try row[2] as String, isNoted)
            }
        }
        guard let (id, member, permissions, isNoted) = found else { return nil }
        if !isNoted { try await noteUse(of: id) }
        let allowed = try JSONDecoder().decode(Set<String>.self, from: Data(permissions.utf8))
        return .member(member).limited(to: allowed, by: "token:\(id)")
    }

    /// Notes the use once an hour, so that an administrator finds tokens that nobody uses.
    private func noteUse(of id: ID<AccessToken>) async throws {
        try await store.write(as: tenant.system("note the use of a token")) { work in
            try work.run("UPDATE tokens_token SET used_at = \(work.now) WHERE id = \(id)")
        }
    }

    // MARK: - Reactions

    func revokeAll(of member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM tokens_token WHERE member_id = \(member)")
    }

    /// Ends the tokens of members who left, or were deactivated, while the module did not work here. A
    /// member who is active again keeps the tokens, except after a removal.
    func revokeFormer(in work: UnitOfWork) throws {
        let tokens = try work.rows(
            "SELECT member_id, max(created_at) FROM tokens_token GROUP BY member_id", as: MemberID.self, Date.self)
        for (id, createdAt) in tokens {
            let member = try work.member(id)
            if member?.state == .active, member.map({ $0.joinedAt <= createdAt }) == true { continue }
            try revokeAll(of: id, in: work)
        }
    }
}
