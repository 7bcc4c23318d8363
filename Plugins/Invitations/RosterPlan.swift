internal import Atrium
internal import AtriumSeats

/// Decides, in one unit, what each line of a list of people changes; and does it, if it is asked to.
struct RosterPlan {
    private let service: InvitationService
    private let work: UnitOfWork
    /// The teams that the principal sees, by name without case.
    private let teams: [String: TeamID]
    private var freeSeats: Int?
    private var sent: [InvitationSent] = []

    init(_ service: InvitationService, in work: UnitOfWork) throws {
        (self.service, self.work) = (service, work)
        let seen = try work.teams(in: work.reach(of: .viewTeams))
        teams = Dictionary(seen.map { (TextRule.folded($0.name), $0.id) }) { first, _ in first }
        freeSeats = try service.seats.free(in: work)
    }

    /// What a line would change. What keeps it from changing anything is its own: the others go on.
    mutating func line(of row: RosterReader.Row) throws -> RosterReport.Line {
        do {
            return RosterReport.Line(number: row.number, change: try change(by: row.content.get()))
        } catch let error where Self.isOfLine(error) {
            return RosterReport.Line(number: row.number, change: .refused("\(error)"))
        }
    }

    /// Does what a line changes.
    mutating func apply(_ change: RosterReport.Change) throws {
        switch change {
        case .invite(let address, let role, let teams):
            sent.append(try service.issue(address, role, teams, in: work))
        case .add(let address, let assignments, let teams):
            guard let member = try work.member(address: address) else { throw MemberError.unknown }
            try work.extend(member.id, by: assignments, teams: teams)
        case .unchanged, .alreadyInvited, .refused: break
        }
    }

    /// Publishes the invitations that were sent: to be called once, at the end.
    func publish() throws { try work.publish(contentsOf: sent) }

    // MARK: - Deciding

    private static func isOfLine(_ error: any Error) -> Bool {
        error is RosterReader.Fault || error is RoleError || error is TeamError || error is MemberError
            || error is AccessError || error is SeatsError
    }

    private mutating func change(by person: RosterReader.Person) throws -> RosterReport.Change {
        let named = try person.teams.map { name in
            // What is no name of a team is not looked up: that may take time with the square of its length.
            guard TextRule.isLine(name, upTo: 200), let team = teams[TextRule.folded(name)] else { throw TeamError.unknown }
            return team
        }.distinct
        // The error of an unknown role would repeat the cell, which may be anything.
        guard (try? work.role(person.role)) != nil else { throw RosterReader.Fault.role }
        try service.requireGrants(person.role, named, by: nil, in: work)
        let entry = AddressList.Entry(line: 1, text: "", address: .success(person.address))
        switch try service.verdict(on: entry, person.role, in: work) {
        case .alreadyInvited: return .alreadyInvited
        case .deactivated: throw MemberError.notActive
        case .alreadyMember:
            guard let member = try work.member(address: person.address) else { throw MemberError.unknown }
            return try addition(to: member.id, person, named)
        case .comesBack: return .invite(person.address, person.role, teams: named)
        case .ready, .duplicate, .noSeatLeft, .invalid:
            if freeSeats == 0 { throw SeatsError.noSeatLeft }
            freeSeats = freeSeats.map { $0 - 1 }
            return .invite(person.address, person.role, teams: named)
        }
    }

    private func addition(
        to member: MemberID, _ person: RosterReader.Person, _ named: [TeamID]
    ) throws -> RosterReport.Change {
        let held = try work.assignments(of: member)
        let joined = Set(try work.teams(of: member).map(\.id))
        let assignments = try service.assignments(person.role, named, in: work)
            .filter { $0.role != .member && !held.contains($0) }
        let teams = try service.teamsToJoin(person.role, named, in: work).filter { !joined.contains($0) }
        if assignments.isEmpty, teams.isEmpty { return .unchanged }
        try work.requireRank(over: member)
        for team in teams { try work.require(.staffTeams, in: .team(team)) }
        try work.requireCompatible(assignments, with: member)
        return .add(person.address, assignments, teams: teams)
    }
}
