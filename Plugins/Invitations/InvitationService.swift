public import Atrium
internal import AtriumMail
internal import AtriumSeats
internal import Foundation

/// Sends, lists and answers the invitations of one organization.
public struct InvitationService: Sendable {
    /// The maximum number of invitations in one commit: large enough for few commits, small enough for short ones.
    static let batchSize = 500
    /// The maximum number of teams of one invitation.
    static let teamLimit = 100

    let tenant: TenantContext
    let seats: SeatService
    let mail: MailService
    let lifetime: Duration
    let link: @Sendable (String) -> String
    /// The number of rows in one page when events are replayed or members are exported.
    let pageSize: Int

    var store: Store { tenant.store }

    // MARK: - Inviting

    /// Shows, line by line, what inviting the addresses of a pasted text would do. Sends nothing.
    ///
    /// The permission is checked before the text is read. ``AddressList`` has the limits of the text. There are up to 100
    /// teams. Throws ``InvitationError``, `RoleError` or `TeamError`.
    public func preview(
        _ text: String, role: RoleID = .member, teams: [TeamID] = [], as principal: Principal
    ) async throws -> InvitationPreview {
        try await store.read(as: principal, .invite) { try requireGrants(role, teams, by: nil, in: $0) }
        let list = try AddressList(text)
        return try await store.read(as: principal, .invite) { work in
            try requireGrants(role, teams, by: nil, in: work)
            return try preview(list.entries, role, in: work)
        }
    }

    /// Invites addresses with a role and teams, in commits of 500, and returns the result for each address. For a team role,
    /// the teams are those for which the role is held.
    ///
    /// A repeated address or team counts once. There are up to 100,000 addresses and 100 teams. Throws ``InvitationError``,
    /// `RoleError` or `TeamError`.
    public func invite(
        _ addresses: [EmailAddress], role: RoleID = .member, teams: [TeamID] = [], as principal: Principal
    ) async throws -> BulkResult<InvitationPreview> {
        var rest = addresses[...]
        return try await .steps(InvitationPreview(lines: [])) { done in
            let (batch, count) = (Array(rest.prefix(Self.batchSize)), addresses.count)
            done.lines += try await store.write(as: principal, .invite) { work in
                guard count <= AddressList.addressLimit else { throw InvitationError.tooManyAddresses }
                try requireGrants(role, teams, by: nil, in: work)
                let preview = try preview(batch.map(AddressList.Entry.init), role, in: work)
                let sent = try preview.ready.map { try issue($0, role, teams, in: work) }
                try work.publish(contentsOf: sent)
                return preview.lines
            }
            rest = rest.dropFirst(batch.count)
            ActProgress.report(done.lines.count, of: count)
            return rest.isEmpty
        }
    }

    /// Invites the founder as administrator, in the commit that creates the organization.
    func inviteFounder(_ address: EmailAddress, in work: UnitOfWork) throws {
        try work.publish(issue(address, .administrator, [], in: work))
    }

    private func preview(
        _ entries: [AddressList.Entry], _ role: RoleID, in work: UnitOfWork
    ) throws -> InvitationPreview {
        var seen: Set<EmailAddress> = []
        var free = try seats.freeSeats(in: work)
        let lines = try entries.map { entry in
            var verdict = try verdict(on: entry, role, in: work)
            if verdict.isInvited, case .success(let address) = entry.address, !seen.insert(address).inserted {
                verdict = .duplicate
            }
            if verdict == .ready, let left = free {
                if left > 0 { free = left - 1 } else { verdict = .noSeatLeft }
            }
            return InvitationPreview.Line(entry: entry, verdict: verdict)
        }
        return InvitationPreview(lines: lines)
    }

    func verdict(
        on entry: AddressList.Entry, _ role: RoleID, in work: UnitOfWork
    ) throws -> InvitationPreview.Verdict {
        let address: EmailAddress
        switch entry.address {
        case .failure(let fault): return .invalid(fault)
        case .success(let valid): address = valid
        }
        let member = try work.member(address: address)
        if member?.state == .active, try !canComeBack(address, role, in: work) { return .alreadyMember }
        if member?.state == .deactivated { return .deactivated }
        let isPending = try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM invitations_invitation
                WHERE email = \(address) AND state = 'pending' AND expires_at > \(work.now))
            """, as: Bool.self)
        return isPending ? .alreadyInvited : member?.state == .active ? .comesBack : .ready
    }

    /// Writes an invitation with its mail and its seat, and returns the event to publish.
    func issue(
        _ address: EmailAddress, _ role: RoleID, _ teams: [TeamID], in work: UnitOfWork
    ) throws -> InvitationSent {
        // An expired invitation that is not swept yet would break the unique index of pending ones.
        try expire("email = \(address) AND expires_at <= \(work.now)", in: work)
        let id: ID<Invitation> = try work.newID()
        let secret = tenant.makeSecret()
        let teams = teams.distinct
        let joined = try teamsToJoin(role, teams, in: work)
        try work.run(
            """
            INSERT INTO invitations_invitation (id, email, role, state, token_digest, mailing, inviter, created_at, sent_at,
                expires_at, joins_teams)
            VALUES (\(id), \(address), \(role), 'pending', \(secret.digest), 1, \(work.principal.member), \(work.now),
                \(work.now), \(work.now.addingTimeInterval(lifetime / .seconds(1))), \(joined == teams))
            """)
        for team in teams { try work.run("INSERT INTO invitations_team VALUES (\(id), \(team), NULL)") }
        // An active member who comes back already has a seat.
        if try work.member(address: address)?.state != .active { try seats.reserve(id, in: work) }
        try send(id, mailing: 1, to: address, secret, in: work)
        try work.wake(Invitations.sweep, at: work.now.addingTimeInterval(lifetime / .seconds(1)))
        return InvitationSent(invitation: id, teams: joined, at: work.now)
    }

    func send(
        _ id: ID<Invitation>, mailing: Int, to address: EmailAddress, _ secret: Secret, in work: UnitOfWork
    ) throws {
        let letter = letter(of: try work.organization(), token: secret.token(of: tenant.organization))
        let language = try work.language(of: work.member(address: address)?.id)
        try mail.enqueue(letter.message(to: address, in: language), key: Self.mailKey(id, mailing), in: work)
    }

    func letter(of organization: any Organization, token: String) -> InvitationLetter {
        InvitationLetter(
            organization: organization, link: link(token), lifetimeInDays: max(1, Int(lifetime / .seconds(24 * 3600))))
    }

    static func mailKey(_ id: ID<Invitation>, _ mailing: Int) -> String { "invitations:\(id):\(mailing)" }

    /// One page of the invitations that match a query, ordered by address.
    public func list(
        _ query: InvitationQuery = InvitationQuery(), as principal: Principal
    ) async throws -> InvitationPage {
        try await store.read(as: principal, .viewInvitations) { try query.page(in: $0) }
    }
}
