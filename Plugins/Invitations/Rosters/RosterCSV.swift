public import Atrium
internal import AtriumCSV

/// The active members whom a principal sees, as CSV that ``InvitationService/importRoster(from:form:createTeams:as:)`` reads and
/// finds unchanged: UTF-8 with a byte-order mark, in pieces, each read when it is asked for.
///
/// A member has one line, in the order of their ids: `email`, `name`, `role`, `teams` and `other roles`. The role is the highest
/// that is held for the whole organization, with the teams that the member belongs to; where there is neither, it is one that
/// is held for teams, with these. The roles beside it stand in the last column, for people: it is not read, nor is the name.
///
/// The header begins with an apostrophe (`'email`), which says that cells are protected from being read as formulas by one: another
/// program has to take these off.
public struct RosterCSV: AsyncSequence, Sendable {
    let service: InvitationService
    let principal: Principal

    public func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    public struct Iterator: AsyncIteratorProtocol {
        private let source: RosterCSV
        private var last: MemberID?
        private var isFirst = true
        private var isDone = false

        init(source: RosterCSV) { self.source = source }

        /// The lines of the next page; the permission is checked for each.
        public mutating func next() async throws -> [UInt8]? {
            if isDone { return nil }
            let page = try await source.service.rosterPage(behind: last, as: source.principal)
            let header = isFirst ? "\u{FEFF}" + CSVLine.header(["email", "name", "role", "teams", "other roles"]) : ""
            (last, isFirst, isDone) = (page.last, false, page.last == nil)
            return Array((header + page.lines).utf8)
        }
    }
}

extension InvitationService {
    /// The members whom the principal sees, as a list of people: with the teams that the principal sees.
    public func exportRoster(as principal: Principal) -> RosterCSV { RosterCSV(service: self, principal: principal) }

    /// The lines of some members, and the last of these; `nil` if there are no more.
    fileprivate func rosterPage(
        behind last: MemberID?, as principal: Principal
    ) async throws -> (lines: String, last: MemberID?) {
        try await store.read(as: principal, .viewMembers, in: .anywhere) { work in
            let reach = try work.reach(of: .viewMembers)
            let seen = try work.teams(in: work.reach(of: .viewTeams))
            let names = Dictionary(uniqueKeysWithValues: seen.map { ($0.id, $0.name) })
            let members = try work.members(behind: last, limit: pageSize)
            let lines = try members.filter { $0.state == .active }.compactMap { member -> String? in
                let teams = try work.teams(of: member.id).map(\.id)
                let isSeen = reach.everyone || reach.oneself == member.id || teams.contains(where: reach.teams.contains)
                return isSeen ? try line(of: member, teams.compactMap { names[$0] }, names, in: work) : nil
            }
            return (lines.joined(), members.count == pageSize ? members.last?.id : nil)
        }
    }

    private func line(
        of member: StoredMember, _ joined: [String], _ names: [TeamID: String], in work: UnitOfWork
    ) throws -> String {
        // A role that the platform knows no more would be refused.
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
