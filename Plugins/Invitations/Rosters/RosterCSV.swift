public import Atrium
internal import AtriumCSV

/// The active members whom a principal sees, as CSV in UTF-8 with a byte-order mark. An import of it with
/// ``InvitationService/importRoster(from:form:createTeams:as:)`` changes nothing. Each piece is read when it is requested.
///
/// Each member has one line with `email`, `name`, `role`, `teams` and `other roles`. The lines are in the order of the members'
/// ids. The role is the highest one that the member holds for the whole organization; the teams are those of the member. If a
/// member has neither, the role is one that is held for teams, and the teams are the ones for which it is held. The last column
/// lists the member's other roles for human readers. The import does not read that column or the name.
///
/// The header starts with an apostrophe (`'email`). It says that an apostrophe protects cells from being read as formulas.
/// Another program has to remove these apostrophes.
public struct RosterCSV: AsyncSequence, Sendable {
    let service: InvitationService
    let principal: Principal

    public func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    /// Reads one page of members at a time.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: RosterCSV
        private var last: MemberID?
        private var isFirst = true
        private var isDone = false

        init(source: RosterCSV) { self.source = source }

        /// The lines of the next page. The permission is checked for each page.
        public mutating func next() async throws -> [UInt8]? {
            if isDone { return nil }
            let page = try await source.service.rosterPage(after: last, as: source.principal)
            let header = isFirst ? "\u{FEFF}" + CSVLine.header(["email", "name", "role", "teams", "other roles"]) : ""
            (last, isFirst, isDone) = (page.last, false, page.last == nil)
            return Array((header + page.lines).utf8)
        }
    }
}

extension InvitationService {
    /// The active members whom the principal sees, as a list of people with the teams that the principal sees.
    public func exportRoster(as principal: Principal) -> RosterCSV { RosterCSV(service: self, principal: principal) }

    /// The lines of one page of members, and the last member of the page; `nil` after the last page.
    fileprivate func rosterPage(
        after last: MemberID?, as principal: Principal
    ) async throws -> (lines: String, last: MemberID?) {
        try await store.read(as: principal, .viewMembers, in: .anywhere) { work in
            let reach = try work.reach(of: .viewMembers)
            let seen = try work.teams(in: work.reach(of: .viewTeams))
            let names = Dictionary(uniqueKeysWithValues: seen.map { ($0.id, $0.name) })
            let members = try work.members(after: last, limit: pageSize)
            let lines = try members.filter { $0.state == .active }.compactMap { member -> String? in
                let teams = try work.teams(of: member.id).map(\.id)
                let isSeen = reach.everyone || reach.oneself == member.id || teams.contains(where: reach.teams.contains)
                return isSeen ? try line(of: member, teams.compactMap { names[$0] }, names, in: work) : nil
            }
            return (lines.joined(), members.count == pageSize ? members.last?.id : nil)
        }
    }

    private func line(
        of member: any Member, _ joined: [String], _ names: [TeamID: String], in work: UnitOfWork
    ) throws -> String {
        // The import would refuse a role that the platform no longer knows.
        let held = try work.assignments(of: member.id).compactMap { held in
            (try? work.role(held.role)).map { (id: held.role, rank: $0.rank, team: held.team) }
        }
        let wide = held.filter { $0.team == nil }.max { $0.rank < $1.rank }
        let narrow = joined.isEmpty && wide == nil ? held.first { $0.team.flatMap { names[$0] } != nil } : nil
        let role = wide?.id ?? narrow?.id ?? .member
        let teams = narrow == nil ? joined : held.filter { $0.id == role }.compactMap { $0.team.flatMap { names[$0] } }
        let others = held.filter { $0.id != role }.compactMap { other -> String? in
            guard let team = other.team else { return other.id.rawValue }
            return names[team].map { "\(other.id) (\($0))" }
        }
        return CSVLine.text([
            member.email.description, member.name, role.rawValue, CSVList.cell(teams), CSVList.cell(others),
        ])
    }
}
