public import Atrium

/// Mail that members may do without: each chooses for themselves.
public enum MailKind: String, Sendable, ColumnValue, CaseIterable, Codable {
    /// What a person wrote to them.
    case messages
    /// What reminds them of something that is due.
    case reminders

    /// In a unit of this module.
    func isOptedOut(by member: MemberID, in work: UnitOfWork) throws -> Bool {
        try work.one(
            "SELECT EXISTS (SELECT 1 FROM mail_opt_out WHERE (member_id, kind) = (\(member), \(self)))", as: Bool.self)
    }
}

/// A member chose whether they get mail of a kind.
public struct MailChoiceChanged: Event, Codable {
    public let member: MemberID
    public let kind: MailKind
    public let isOptedOut: Bool
}

/// What the page behind a link in a mail shows.
public struct OptOutCard: Sendable, Equatable {
    public let organization: String
    public let kind: MailKind
    public let isOptedOut: Bool
}

/// Opting out of kinds of mail, and in again. A choice holds for what waits too: it is looked up at the hand-over. It stays
/// when its member is removed and comes back.
extension MailService {
    /// The kinds of mail that a member does not get, for the member.
    public func optedOut(of member: MemberID, as principal: Principal) async throws -> Set<MailKind> {
        try await store.read(as: principal, .chooseMail, in: .person(member)) { work in
            Set(
                try work.rows(
                    "SELECT kind FROM mail_opt_out WHERE member_id = \(member)", as: MailKind.self))
        }
    }

    /// Ends mail of a kind for a member, or lets it come again; for the member. With nothing new, publishes nothing.
    public func setOptedOut(
        _ isOptedOut: Bool, of kind: MailKind, for member: MemberID, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .chooseMail, in: .person(member)) { work in
            try choose(isOptedOut, kind, member, in: work)
        }
    }

    /// What a token in a mail's link opts out of. Changes nothing: this is for the page that a browser gets (GET).
    ///
    /// Throws ``MailError/invalidToken``.
    public func look(at token: String, as principal: Principal) async throws -> OptOutCard {
        try await store.read(as: principal, .optOut) { work in
            let (member, kind) = try target(of: token, in: work)
            return OptOutCard(
                organization: try work.organization().name, kind: kind,
                isOptedOut: try kind.isOptedOut(by: member, in: work))
        }
    }

    /// Ends mail of the kind that came with the token: for a POST to the link, which a mail program sends with the body
    /// `List-Unsubscribe=One-Click` and without cookies (RFC 8058, section 3.1), or a page's button. Once more changes
    /// nothing. A link works as long as the organization is there.
    ///
    /// Throws ``MailError/invalidToken``.
    public func optOut(token: String, as principal: Principal) async throws {
        try await store.write(as: principal, .optOut) { work in
            let (member, kind) = try target(of: token, in: work)
            try choose(true, kind, member, in: work)
        }
    }

    /// Whether a member gets no mail of a kind. A consequence: it asks for no permission.
    public func hasOptedOut(of kind: MailKind, _ member: MemberID, in work: UnitOfWork) throws -> Bool {
        try store.within(work) { try kind.isOptedOut(by: member, in: $0) }
    }

    // MARK: - Steps

    private func target(of token: String, in work: UnitOfWork) throws -> (MemberID, MailKind) {
        let digest = Secret.digest(ofToken: token, of: tenant.organization)
        let found = try digest.flatMap { digest in
            try work.first(
                "SELECT member_id, kind FROM mail_message WHERE opt_out_digest = \(digest)", as: MemberID.self,
                MailKind.self)
        }
        guard let found else { throw MailError.invalidToken }
        return found
    }

    private func choose(_ isOptedOut: Bool, _ kind: MailKind, _ member: MemberID, in work: UnitOfWork) throws {
        try work.about("member", member)
        let count =
            isOptedOut
            ? try work.run("INSERT INTO mail_opt_out VALUES (\(member), \(kind), \(work.now)) ON CONFLICT DO NOTHING")
            : try work.run("DELETE FROM mail_opt_out WHERE (member_id, kind) = (\(member), \(kind))")
        if count > 0 { try work.publish(MailChoiceChanged(member: member, kind: kind, isOptedOut: isOptedOut)) }
    }
}
