internal import Atrium
public import AtriumSurfaces

extension Invitations: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        InvitationsTable.self, InviteMembers.self, ImportMembers.self, ResendInvitations.self, RevokeInvitations.self,
        InvitationSheet.self, AcceptInvitation.self, JoinWithNewAccount.self, DeclineInvitation.self,
    ]
}

/// The invitations, at first those that wait for an answer.
struct InvitationsTable: Table {
    let text: String?
    let state: InvitationState?
    let team: TeamID?

    init(text: String? = nil, state: InvitationState? = .pending, team: TeamID? = nil) {
        (self.text, self.state, self.team) = (text, state, team)
    }

    typealias Provider = Invitations
    static let name: SurfaceName = "invitations"
    static let title: Words = "Invitations"
    static let help: Words = "A pending invitation holds a seat until it is accepted, declined, revoked or expired."
    static let whenEmpty: Words = "Nobody has an open invitation."
    static let needs = Need<Self>(.viewInvitations)
    static let places: [Place<Self>] = [
        .area(.administration, after: MembersTable.self), .team { Self(team: $0) },
    ]
    static let form = Form(
        Self.init,
        Field("text", \.text, .optional(.line), "Address contains"),
        Field("state", \.state, .optional(.cases(\.words)), "State", default: .pending),
        Field("team", \.team, .optional(.team), "Team"))
    static let columns: [Column<Invitation>] = [
        Column("address", "Address", \.email),
        Column("state", "State", \.state, words: \.words, tone: \.tone),
        Column("role", "Role", \.role),
        Column("teams", "Teams", \.teams),
        Column("sent", "Sent", \.sentAt),
        Column("expires", "Expires", { $0.state == .pending ? $0.expiresAt : nil }),
    ]

    func page(_ request: PageRequest, in service: InvitationService, for caller: Caller) async throws -> Page<
        Invitation
    > {
        var query = InvitationQuery(self)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.list(query, as: caller.principal)
        return Page(page.invitations, next: page.next?.description)
    }
}

/// An act on pending invitations: the ticked ones, or all that match.
protocol InvitationsAct: PlannedAct where Provider == Invitations, Plan == [Invitation] {
    init(invitations: Selection<InvitationsTable>)
    var invitations: Selection<InvitationsTable> { get }
}

extension InvitationsAct {
    static var needs: Need<Self> { Need(.invite, .viewInvitations) }
    static var repetition: Repetition { .harmless }
    static var places: [Place<Self>] {
        [
            .row(of: InvitationsTable.self) {
                $0.state == .pending ? Self(invitations: .ticked([$0.id])) : nil
            },
            .selection(of: InvitationsTable.self) { Self(invitations: $0) },
        ]
    }
    static var form: Form<Self> {
        Form(
            Self.init(invitations:),
            Field("invitations", \.invitations, .selection(of: InvitationsTable.self), "Invitations"))
    }

    func plan(in service: InvitationService, for caller: Caller) async throws -> [Invitation] {
        var query = InvitationQuery(invitations)
        query.limit = 1000
        var chosen: [Invitation] = []
        repeat {
            let page = try await service.list(query, as: caller.principal)
            chosen += page.invitations
            query.cursor = page.next
        } while query.cursor != nil
        return chosen
    }

    fileprivate func preview(of plan: [Invitation], _ summary: Words, _ effect: Words) -> Preview {
        let lines = plan.enumerated().map { index, invitation in
            ReportLine(index + 1, invitation.email.description, .good, effect)
        }
        return Preview(plan.count, summary, lines: lines, basis: plan.map(\.id.description).joined())
    }

    fileprivate func outcome(_ result: BulkResult<InvitationChanges>, _ summary: Words) -> Outcome {
        let lines = result.done.refused.enumerated().map { index, refusal in
            ReportLine(
                index + 1, refusal.invitation.description, .bad,
                SurfaceSession.explanation(of: refusal.reason) ?? "could not be changed")
        }
        return Outcome(summary, lines: lines, stop: result.stopWords, next: InvitationsTable())
    }
}

/// Mails pending invitations again.
struct ResendInvitations: InvitationsAct {
    let invitations: Selection<InvitationsTable>

    static let name: SurfaceName = "resend"
    static let title: Words = "Send again"
    static let help: Words = "Each gets a new link and a new time. The old links end."

    func preview(of plan: [Invitation]) -> Preview {
        let count = plan.count
        return preview(
            of: plan, "\(count, "invitation is", "invitations are") sent again. The old links end.", "is sent again")
    }

    func perform(_: [Invitation], in service: InvitationService, for caller: Caller) async throws -> Outcome {
        let result = try await service.resend(InvitationQuery(invitations), as: caller.principal)
        return outcome(result, "\(result.done.done.count, "invitation was", "invitations were") sent again.")
    }
}

/// Ends pending invitations and frees their seats.
struct RevokeInvitations: InvitationsAct {
    let invitations: Selection<InvitationsTable>

    static let name: SurfaceName = "revoke"
    static let title: Words = "Revoke"
    static let isDestructive = true
    static let help: Words = "The links end, and the seats become free."

    func preview(of plan: [Invitation]) -> Preview {
        let count = plan.count
        return preview(
            of: plan, "\(count, "invitation ends", "invitations end"), and the seats become free.", "the link ends")
    }

    func perform(_: [Invitation], in service: InvitationService, for caller: Caller) async throws -> Outcome {
        let result = try await service.revoke(InvitationQuery(invitations), as: caller.principal)
        return outcome(result, "\(result.done.done.count, "invitation was", "invitations were") revoked.")
    }
}

// MARK: - In words

extension Invitation: Identifiable {}

extension InvitationQuery {
    fileprivate init(_ table: InvitationsTable) {
        self.init(state: table.state)
        (text, team) = (table.text, table.team)
    }

    fileprivate init(_ selection: Selection<InvitationsTable>) {
        switch selection {
        case .ticked(let ids): self.init(state: .pending, ids: ids)
        case .matching(let table): self.init(table)
        }
        state = .pending
    }
}

extension InvitationState {
    fileprivate var words: Words {
        switch self {
        case .pending: "\(context: "invitation")pending"
        case .accepted: "\(context: "invitation")accepted"
        case .declined: "\(context: "invitation")declined"
        case .revoked: "\(context: "invitation")revoked"
        case .expired: "\(context: "invitation")expired"
        case .superseded: "joined in another way"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .pending, .revoked, .superseded: .neutral
        case .accepted: .good
        case .declined, .expired: .warning
        }
    }
}
