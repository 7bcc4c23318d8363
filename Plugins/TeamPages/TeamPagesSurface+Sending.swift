internal import Atrium
internal import AtriumSuggestions
internal import AtriumSurfaces

/// Sends a message to an audience, after a look at it and at the number of its readers.
protocol SendAct: PlannedAct where Provider == TeamPages, Plan == MessagePlan {
    var subject: String? { get }
    var text: String? { get }
    func audience(for caller: Caller) async throws -> MessageAudience
}

/// A message, and what sending it would do.
struct MessagePlan: Sendable {
    let message: Message
    let preview: MessagePreview
}

extension SendAct {
    static var help: Words { "Everybody gets it by mail, and answers go to your address. Markdown is allowed." }
    static var repetition: Repetition { .byRequest }

    fileprivate static var subjectField: Field<Self, String?> {
        Field("subject", { $0.subject }, .required(.line), "Subject")
    }
    fileprivate static var textField: Field<Self, String?> { Field("text", { $0.text }, .required(.lines), "Text") }

    func plan(in service: TeamPageService, for caller: Caller) async throws -> MessagePlan {
        guard let subject else { throw InvalidFields.missing("subject") }
        guard let text else { throw InvalidFields.missing("text") }
        let message = Message(to: try await audience(for: caller), subject: subject, text: text)
        return MessagePlan(message: message, preview: try await service.preview(message, as: caller.principal))
    }

    func preview(of plan: MessagePlan) -> Preview {
        let (count, optedOut) = (plan.preview.recipientCount, plan.preview.optedOutCount)
        let reached: Words = "\(count, "person gets", "people get") this message."
        return Preview(
            count, optedOut == 0 ? reached : "\(reached) \(optedOut) more get no messages by their own choice.",
            lines: plan.preview.plainText.split(separator: "\n").enumerated().map { index, line in
                ReportLine(index + 1, String(line), .neutral, "")
            }, basis: plan.message.audience.basis)
    }

    func perform(_ plan: MessagePlan, in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        try await service.send(plan.message, operation: caller.identity(), as: caller.principal)
        return Outcome("The message is on its way.", next: MessagesTable())
    }
}

extension MessageAudience {
    /// Names the chosen members, so that a confirmation is for these and no others.
    fileprivate var basis: String {
        if case .members(let ids) = self { ids.sorted().map(\.description).joined() } else { "" }
    }
}

/// Writes to every member.
struct SendToEverybody: SendAct {
    let subject: String?
    let text: String?

    func audience(for caller: Caller) -> MessageAudience { .organization }

    static let name: SurfaceName = "send-to-everybody"
    static let title: Words = "Write to everybody"
    static let needs = Need<Self>(.sendMessages)
    static let places: [Place<Self>] = [.beside(MessagesTable.self)]
    static let form = Form(Self.init, subjectField, textField)
}

/// Writes to the members of a team.
struct SendToTeam: SendAct {
    let team: TeamID
    let subject: String?
    let text: String?

    func audience(for caller: Caller) -> MessageAudience { .teams([team]) }

    static let name: SurfaceName = "send-to-team"
    static let title: Words = "Write to the team"
    static let needs = Need<Self>(.sendMessages) { .team($0.team) }
    static let places: [Place<Self>] = [
        .team { Self(team: $0, subject: nil, text: nil) },
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(team: $0.id, subject: nil, text: nil) : nil },
    ]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"), subjectField, textField)
}

/// Writes to one member.
struct SendToMember: SendAct {
    let member: MemberID
    let subject: String?
    let text: String?

    func audience(for caller: Caller) -> MessageAudience { .members([member]) }

    static let name: SurfaceName = "send-to-member"
    static let title: Words = "Write"
    static let needs = Need<Self>(.sendMessages) { .member($0.member) }
    static let places: [Place<Self>] = [
        .member { Self(member: $0, subject: nil, text: nil) },
        .row(of: MembersTable.self) {
            $0.member.state == .active ? Self(member: $0.id, subject: nil, text: nil) : nil
        },
    ]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"), subjectField, textField)
}

/// Writes to the members who were ticked, or to everybody who matches.
struct SendToMembers: SendAct {
    let members: Selection<MembersTable>
    let subject: String?
    let text: String?

    /// The active ones among them. A message names at most 1,000 members. More of them are named by their team or by the
    /// organization, if the table has no other filter.
    func audience(for caller: Caller) async throws -> MessageAudience {
        let chosen = Set(try await caller.members(in: members).filter { $0.member.state == .active }.map(\.id))
        if chosen.count > 1000, case .matching(let table) = members, table.text == nil, table.role == nil {
            return table.team.map { .teams([$0]) } ?? .organization
        }
        return .members(chosen)
    }

    static let name: SurfaceName = "send-to-members"
    static let title: Words = "Write"
    static let needs = Need<Self>(.sendMessages, .viewMembers, in: .anyTeam)
    static let places: [Place<Self>] = [
        .selection(of: MembersTable.self) { Self(members: $0, subject: nil, text: nil) },
        .selection(of: FollowUpTable.self) {
            Selection($0).map { Self(members: $0, subject: nil, text: nil) }
        },
    ]
    static let form = Form(
        Self.init, Field("members", \.members, .selection(of: MembersTable.self), "Members"), subjectField, textField)
}
