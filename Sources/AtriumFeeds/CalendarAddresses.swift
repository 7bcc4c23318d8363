public import Atrium

/// The secret addresses of members' calendars, one for each member. An address opens a calendar without signing in.
///
/// Calendar programs fetch a feed again and again and cannot sign in. Everybody who has the token sees the calendar. The token
/// is shown once, when it is made. The module's table keeps its digest:
///
/// ```sql
/// CREATE TABLE rooms_calendar (
///     member_id TEXT PRIMARY KEY, token_digest BLOB NOT NULL UNIQUE, made_at INTEGER NOT NULL
/// ) STRICT, WITHOUT ROWID
/// ```
///
/// It checks no permission. The service that calls it must do so.
public struct CalendarAddresses: Sendable {
    private let table: SQL
    private let tenant: TenantContext

    /// Keeps the addresses in a table of the module to which the context belongs.
    public init(in table: SQL, of tenant: TenantContext) { (self.table, self.tenant) = (table, tenant) }

    /// Makes the token of a member's address, `<organization id>.<secret>`. If the member has a token already, that one no
    /// longer opens anything.
    public func make(for member: MemberID, in work: UnitOfWork) throws -> String {
        let secret = tenant.makeSecret()
        try work.run(
            """
            INSERT INTO \(table) (member_id, token_digest, made_at) VALUES (\(member), \(secret.digest), \(work.now))
            ON CONFLICT (member_id) DO UPDATE SET token_digest = excluded.token_digest, made_at = excluded.made_at
            """)
        return secret.token(of: tenant.organization)
    }

    /// Ends a member's address, so that its token no longer opens anything. Without an address, nothing changes.
    public func end(of member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM \(table) WHERE member_id = \(member)")
    }

    /// The active member whose calendar a token opens. It is `nil` if the token is unknown, ended, misspelt or of another
    /// organization, and if the member is not active.
    public func member(ofToken token: String, in work: UnitOfWork) throws -> StoredMember? {
        guard let digest = Secret.digest(ofToken: token, of: tenant.organization) else { return nil }
        let id = try work.first("SELECT member_id FROM \(table) WHERE token_digest = \(digest)", as: MemberID.self)
        guard let id, let member = try work.member(id), member.state == .active else { return nil }
        return member
    }
}
