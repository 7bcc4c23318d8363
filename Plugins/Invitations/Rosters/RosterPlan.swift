internal import Atrium
internal import AtriumCSV
internal import AtriumSeats

/// Decides, in one unit, what each line of a list of people changes. On request it also makes the change.
struct RosterPlan {
    /// The missing teams that a list names, by their folded names.
    struct NewTeams: Sendable {
        /// Each team's name as the list spells it first.
        fileprivate var names: [String: String] = [:]
        /// The ids of the teams that the import has created.
        fileprivate var ids: [String: TeamID] = [:]
    }

    /// The teams that a line names: teams that existed before the list, by id, and new teams, by name.
    private typealias Named = (known: [TeamID], new: [String])

    private let service: InvitationService
    private let work: UnitOfWork
    /// The teams that the principal sees, by their folded names.
    private let teams: [String: TeamID]
    private let createsTeams: Bool
    private var freeSeats: Int?
    private var sent: [InvitationSent] = []
    /// The missing teams of all lines so far, including the lines of earlier units.
    private(set) var newTeams: NewTeams

    init(_ service: InvitationService, createsTeams: Bool, _ newTeams: NewTeams, in work: UnitOfWork) throws {
        (self.service, self.work) = (service, work)
        (self.createsTeams, self.newTeams) = (createsTeams, newTeams)
        let seen = try work.teams(in: work.reach(of: .viewTeams))
        teams = Dictionary(seen.map { (TextRule.folded($0.name), $0.id) }) { first, _ in first }
        freeSeats = try service.seats.freeSeats(in: work)
    }

    /// What a line would change. An error of the line refuses only this line; the other lines continue.
    mutating func line(of row: RosterReader.Row) throws -> RosterReport.Line {
        do {
            let person = try row.content.get()
            let named = try named(person.teams)
            let change = try change(by: person, named)
            let new = change.changesSomething ? named.new : []
            for name in new { newTeams.names[TextRule.folded(name)] = name }
            return RosterReport.Line(number: row.number, change: change, newTeams: new)
        } catch let error as any ExplainedError where Self.isLineError(error) {
            return RosterReport.Line(number: row.number, change: .refused(error.words), newTeams: [])
        }
    }

    /// Makes the change that `line` describes for its row.
    mutating func apply(_ line: RosterReport.Line, of row: RosterReader.Row) throws {
        guard line.change.changesSomething else { return }
        let role = try row.content.get().role
        let new = try line.newTeams.map { try team(named: $0) }
        switch line.change {
        case .invite(let address, let role, let teams):
            sent.append(try service.issue(address, role, teams + new, in: work))
        case .add(let address, let assignments, let teams):
            guard let member = try work.member(address: address) else { throw MemberError.unknown }
            let held = new.isEmpty ? [] : try service.assignments(role, new, in: work).filter { $0.team != nil }
            let joined = try service.teamsToJoin(role, new, in: work)
            try work.grant(assignments + held, teams: teams + joined, to: member.id)
        case .unchanged, .alreadyInvited, .refused: break
        }
    }

    /// Publishes the invitations that were sent. Call it once, at the end.
    func publish() throws { try work.publish(contentsOf: sent) }

    // MARK: - Teams

    private func named(_ names: [String]) throws -> Named {
        var (named, seen): (Named, Set<String>) = (([], []), [])
        for name in names {
            // A text that cannot be a team's name is not looked up: the time for that may grow with the square of its length.
            guard Names.isName(name) else { throw RosterReader.Fault.teamName }
            let key = TextRule.folded(name)
            guard seen.insert(key).inserted else { continue }
            if let spelling = newTeams.names[key] {
                named.new.append(spelling)
            } else if let team = teams[key] {
                named.known.append(team)
            } else {
                guard createsTeams else { throw RosterReader.Fault.unknown(team: name) }
                named.new.append(name)
            }
        }
        return named
    }

    /// A missing team that the list names. The first line that names it creates it.
    private mutating func team(named name: String) throws -> TeamID {
        let key = TextRule.folded(name)
        if let team = newTeams.ids[key] { return team }
        let team = try work.createTeam(name)
        newTeams.ids[key] = team
        return team
    }

    // MARK: - Deciding

    private static func isLineError(_ error: any Error) -> Bool {
        error is RosterReader.Fault || error is RoleError || error is TeamError || error is MemberError
            || error is AccessError || error is SeatError
    }

    private mutating func change(by person: RosterReader.Person, _ named: Named) throws -> RosterReport.Change {
        // The error for an unknown role would repeat the cell, and the cell may contain anything.
        guard (try? work.role(person.role)) != nil else { throw RosterReader.Fault.role }
        let entry = AddressList.Entry(line: 1, text: "", address: .success(person.address))
        let verdict = try service.verdict(on: entry, person.role, in: work)
        if verdict == .alreadyMember {
            guard let member = try work.member(address: person.address) else { throw MemberError.unknown }
            return try addition(to: member.id, person, named)
        }
        try requireGrants(person.role, named)
        let count = named.known.count + named.new.count
        if verdict.isInvited, count > InvitationService.teamLimit { throw RosterReader.Fault.teams }
        switch verdict {
        case .alreadyInvited: return .alreadyInvited
        case .deactivated: throw MemberError.notActive
        case .comesBack: return .invite(person.address, person.role, teams: named.known)
        case .ready, .duplicate, .noSeatLeft, .invalid, .alreadyMember:
            if freeSeats == 0 { throw SeatError.noSeatLeft }
            freeSeats = freeSeats.map { $0 - 1 }
            return .invite(person.address, person.role, teams: named.known)
        }
    }

    /// The roles and teams that a member lacks. If nothing is missing, the principal need not be allowed to grant the role.
    private func addition(
        to member: MemberID, _ person: RosterReader.Person, _ named: Named
    ) throws -> RosterReport.Change {
        let held = try work.assignments(of: member)
        let joined = Set(try work.teams(of: member).map(\.id))
        let assignments = try assignments(person.role, named).filter { $0.role != .member && !held.contains($0) }
        let teams = try service.teamsToJoin(person.role, named.known, in: work).filter { !joined.contains($0) }
        if assignments.isEmpty, teams.isEmpty, named.new.isEmpty { return .unchanged }
        try requireGrants(person.role, named)
        try work.requireRank(over: member)
        for team in teams { try work.require(.manageTeamMembers, in: .team(team)) }
        try work.requireCompatible(named.new.isEmpty ? assignments : [Assignment(person.role)], with: member)
        return .add(person.address, assignments, teams: teams)
    }

    /// The assignments for existing teams or for the organization.
    private func assignments(_ role: RoleID, _ named: Named) throws -> [Assignment] {
        let isOfNewTeams = try named.known.isEmpty && !named.new.isEmpty && work.role(role).level == .team
        return isOfNewTeams ? [] : try service.assignments(role, named.known, in: work)
    }

    private func requireGrants(_ role: RoleID, _ named: Named) throws {
        for assignment in try assignments(role, named) { try work.requireGrant(of: assignment) }
        if named.new.isEmpty { return }
        for permission in [Permission.viewTeams, .manageTeams, .manageTeamMembers] { try work.require(permission) }
        guard try work.role(role).level == .team else { return }
        do {
            try work.requireGrant(of: Assignment(role, team: work.newID()))
        } catch TeamError.unknown {
            // The role itself may be granted. Only the team does not exist yet.
        }
    }
}
