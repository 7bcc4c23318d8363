public import Atrium

internal import struct Foundation.Date

/// The people who get a message: those who belong to the audience when it is sent. A supervisor of a team does not belong to
/// the team.
public enum MessageAudience: Sendable, Hashable {
    /// Every member of the organization.
    case organization
    /// The members of up to 100 teams.
    case teams(Set<TeamID>)
    /// Up to 1,000 single members.
    case members(Set<MemberID>)

    /// Throws unless the sender, by default the unit's principal, may write to the whole audience. All its teams must exist and
    /// not be archived. All its members must exist and be active.
    func require(in work: UnitOfWork, by sender: Principal? = nil) throws {
        switch self {
        case .organization: try work.require(.sendMessages, by: sender)
        case .teams(let ids):
            for id in ids { try work.require(.sendMessages, in: .team(id), by: sender) }
            for id in ids { _ = try work.requireTeam(id) }
        case .members(let ids):
            for id in ids { try work.require(.sendMessages, in: .member(id), by: sender) }
            for id in ids {
                guard let member = try work.member(id) else { throw MemberError.unknown }
                guard member.state == .active else { throw MemberError.notActive }
            }
        }
    }

    /// The next members who are active now and belonged to the audience at a moment. The moment may be in the past, because the
    /// kernel keeps the history of teams.
    ///
    /// The members come in the order of their ids. The returned `last` is the last member that was looked at; `nil` at the end.
    func page(
        at moment: Date, after last: MemberID?, limit: Int, in work: UnitOfWork
    ) throws -> (members: [StoredMember], last: MemberID?) {
        let candidates = try candidates(after: last, limit: limit, in: work)
        let members = try candidates.filter { member in
            guard member.state == .active, member.joinedAt <= moment else { return false }
            guard case .teams(let ids) = self else { return true }
            return try work.teamPeriods(of: member.id).contains { period in
                ids.contains(period.team) && period.from <= moment && period.until.map { $0 > moment } ?? true
            }
        }
        return (members, candidates.count == limit ? candidates.last?.id : nil)
    }

    private func candidates(after last: MemberID?, limit: Int, in work: UnitOfWork) throws -> [StoredMember] {
        switch self {
        case .organization: return try work.members(after: last, limit: limit)
        case .teams(let ids):
            // For several teams, all members of the organization are looked at once, rather than once for each team.
            return try work.members(after: last, of: ids.count == 1 ? ids.first : nil, limit: limit)
        case .members(let ids):
            let rest = ids.filter { id in last.map { id > $0 } ?? true }.sorted()
            return try rest.lazy.compactMap { try work.member($0) }.prefix(limit).map { $0 }
        }
    }
}
