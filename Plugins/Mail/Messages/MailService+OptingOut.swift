public import Atrium

/// A kind of mail that members may opt out of. Each member chooses for themselves.
public enum MailKind: String, Sendable, ColumnValue, CaseIterable, Codable {
    /// Messages that a person wrote to the member.
    case messages
    /// Reminders of something that is due.
    case reminders
    /// Regular notes that the member asked for.
    case notes

    /// Whether the member has opted out of this kind. `work` is a unit of this module.
    func isOptedOut(by member: MemberID, in work: UnitOfWork) throws -> Bool {
        try work.one(
            "SELECT EXISTS (SELECT 1 FROM mail_opt_out WHERE (member_id, kind) = (\(member), \(self)))", as: Bool.self)
    }
}

/// A member opted out of a kind of mail, or in again.
public struct MailChoiceChanged: Event, Codable {
    /// The member whose choice changed.
    public let member: MemberID
    /// The kind of mail that the choice is about.
    public let kind: MailKind
    /// Whether the member gets no mail of this kind from now on.
    public let isOptedOut: Bool
}

/// What the page of an opt-out link shows.
public struct OptOutSummary: Sendable, Equatable {
    /// The name of the organization that sent the mail.
    public let organization: String
    /// The kind of mail that the link opts out of.
    public let kind: MailKind
    /// Whether the member has opted out of it already.
    public let isOptedOut: Bool
}

/// Opting out of kinds of mail, and opting in again. A choice also applies to mail that waits, because it is looked up at the
/// hand-over. It stays when its member is removed and comes back.
extension MailService {
    /// The kinds of mail that a member has opted out of. By default only the member may see them.
    public func optedOut(of member: MemberID, as principal: Principal) async throws -> Set<MailKind> {
        try await store.read(as: principal, .chooseMail, in: .member(member)) { work in
            Set(
                try work.rows(
                    "SELECT kind FROM mail_opt_out WHERE member_id = \(member)", as: MailKind.self))
        }
    }

    /// Opts a member out of a kind of mail, or in again. By default only the member may do so. Without a change, it publishes
    /// nothing.
    public func setOptedOut(
        _ isOptedOut: Bool, of kind: MailKind, for member: MemberID, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .chooseMail, in: .member(member)) { work in
            try choose(isOptedOut, kind, member, in: work)
        }
    }

    /// What the token in a mail's link opts out of. It changes nothing, because it is for the page that a browser gets (GET).
    ///
    /// Throws ``MailError/invalidToken``.
    public func optOutSummary(ofToken token: String, as principal: Principal) async throws -> OptOutSummary {
        try await store.read(as: principal, .optOut) { work in
            let (member, kind) = try target(of: token, in: work)
            return OptOutSummary(
                organization: try work.organization().name, kind: kind,
                isOptedOut: try kind.isOptedOut(by: member, in: work))
        }
    }

    /// Opts out of the kind of mail that the token came with. It is for a POST to the link. A mail program sends one with the
    /// body `List-Unsubscribe=One-Click` and without cookies (RFC 8058, section 3.1). A page sends one with a button. A second
    /// call changes nothing. A link works as long as the organization has the member, also when the record of its mail is gone.
    ///
    /// Throws ``MailError/invalidToken``.
    public func optOut(token: String, as principal: Principal) async throws {
        try await store.write(as: principal, .optOut) { work in
            let (member, kind) = try target(of: token, in: work)
            try choose(true, kind, member, in: work)
        }
    }

    /// Whether a member has opted out of a kind of mail. It is a consequence of the caller's act, and checks no permission.
    public func hasOptedOut(of kind: MailKind, _ member: MemberID, in work: UnitOfWork) throws -> Bool {
        try store.within(work) { try kind.isOptedOut(by: member, in: $0) }
    }

    // MARK: - Steps

    private func target(of token: String, in work: UnitOfWork) throws -> (MemberID, MailKind) {
        let digest = Secret.digest(ofToken: token, of: tenant.organization)
        let found = try digest.flatMap { digest in
            try work.first(
                "SELECT member_id, kind FROM mail_link WHERE digest = \(digest)", as: MemberID.self, MailKind.self)
        }
        guard let found else { throw MailError.invalidToken }
        return found
    }

    private func choose(_ isOptedOut: Bool, _ kind: MailKind, _ member: MemberID, in work: UnitOfWork) throws {
        try work.setSubject("member", member)
        let count =
            isOptedOut
            ? try work.run("INSERT INTO mail_opt_out VALUES (\(member), \(kind), \(work.now)) ON CONFLICT DO NOTHING")
            : try work.run("DELETE FROM mail_opt_out WHERE (member_id, kind) = (\(member), \(kind))")
        if count > 0 { try work.publish(MailChoiceChanged(member: member, kind: kind, isOptedOut: isOptedOut)) }
    }
}
