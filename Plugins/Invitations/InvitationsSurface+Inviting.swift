internal import Atrium
internal import AtriumSurfaces

/// Invites pasted addresses with a role and teams.
struct InviteMembers: PlannedAct {
    let addresses: String
    let role: RoleID
    let teams: [TeamID]

    typealias Provider = Invitations
    static let name: SurfaceName = "invite"
    static let title: Words = "Invite people"
    static let help: Words = "Each address gets a mail with a link that works once."
    static let needs = Need<Self>(.invite)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(InvitationsTable.self), .beside(MembersTable.self)]
    static let form = Form(
        Self.init,
        Field(
            "addresses", \.addresses, .lines, "Addresses",
            help: "Separated by blanks, commas, semicolons or lines, also as a mail program copies them."),
        Field("role", \.role, .role, "Role", default: .member),
        Field("teams", \.teams, .many(.team), "Teams", help: "For a role of a team, the teams for which it is held."))

    func plan(in service: InvitationService, for caller: Caller) async throws -> InvitationPreview {
        try await service.preview(addresses, role: role, teams: teams, as: caller.principal)
    }

    func preview(of plan: InvitationPreview) -> Preview {
        let count = plan.ready.count
        return Preview(
            count, "\(count, "person gets", "people get") an invitation, of \(plan.lines.count, "line", "lines").",
            lines: plan.lines.map(\.report))
    }

    func perform(
        _ plan: InvitationPreview, in service: InvitationService, for caller: Caller
    ) async throws -> Outcome {
        let result = try await service.invite(plan.ready, role: role, teams: teams, as: caller.principal)
        // The numbers are those of the lines that people had pasted.
        let numbers = Dictionary(plan.lines.map { ($0.entry.text, $0.entry.line) }) { first, _ in first }
        let lines = result.done.lines.map { $0.report.numbered(numbers[$0.entry.text] ?? $0.entry.line) }
        return Outcome(
            "\(result.done.ready.count, "invitation was", "invitations were") sent.", lines: lines,
            stop: result.stopWords, next: InvitationsTable())
    }
}

/// Brings the organization up to a list of people in a file.
struct ImportMembers: PlannedAct {
    let file: Upload
    let createTeams: Bool

    typealias Provider = Invitations
    static let name: SurfaceName = "import"
    static let title: Words = "Import people"
    static let help: Words =
        "A CSV file with the column email, and if you want role and teams. Nobody is removed or demoted."
    static let needs = Need<Self>(.invite)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(InvitationsTable.self)]
    static let form = Form(
        Self.init,
        Field("file", \.file, .file, "File"),
        Field("create-teams", \.createTeams, .flag, "Create teams that are missing"))

    func plan(in service: InvitationService, for caller: Caller) async throws -> RosterReport {
        try await service.previewRoster(from: file.open(), createTeams: createTeams, as: caller.principal)
    }

    func preview(of plan: RosterReport) -> Preview {
        let count = plan.changeCount
        return Preview(
            count, "\(count, "line changes", "lines change") something, of \(plan.lines.count).",
            lines: plan.lines.map(\.report))
    }

    func perform(_ plan: RosterReport, in service: InvitationService, for caller: Caller) async throws -> Outcome {
        let result = try await service.importRoster(
            from: file.open(), createTeams: createTeams, as: caller.principal)
        return Outcome(
            "\(result.done.changeCount, "line", "lines") changed something.", lines: result.done.lines.map(\.report),
            stop: result.stopWords, next: InvitationsTable())
    }
}

// MARK: - In words

extension InvitationPreview.Line {
    fileprivate var report: ReportLine {
        let (line, text) = (entry.line, entry.text)
        return switch verdict {
        case .ready: ReportLine(line, text, .good, "gets an invitation")
        case .comesBack: ReportLine(line, text, .good, "gets an invitation, and their place back")
        case .duplicate: ReportLine(line, text, .neutral, "is in a line above")
        case .alreadyMember: ReportLine(line, text, .neutral, "is a member already")
        case .deactivated: ReportLine(line, text, .warning, "is a deactivated member; reactivate the member instead")
        case .alreadyInvited: ReportLine(line, text, .neutral, "is invited already")
        case .noSeatLeft: ReportLine(line, text, .warning, "no seat is left")
        case .invalid(let fault): ReportLine(line, text, .bad, fault.words)
        }
    }
}

extension RosterReport.Line {
    fileprivate var report: ReportLine {
        switch change {
        case .invite(let address, let role, _):
            ReportLine(number, address.description, .good, "gets an invitation as \(role)")
        case .add(let address, _, _):
            ReportLine(number, address.description, .good, "gets the roles and teams that are missing")
        case .unchanged: ReportLine(number, "", .neutral, "has everything already")
        case .alreadyInvited: ReportLine(number, "", .neutral, "is invited already")
        case .refused(let text): ReportLine(number, "", .bad, text)
        }
    }
}
