public import Atrium

internal import struct Foundation.Date

/// To whom a message goes: those who belong to the audience when it is sent. Supervising a team is not belonging to it.
public enum MessageAudience: Sendable, Hashable {
    case organization
    /// Up to 100.
    case teams(Set<TeamID>)
    /// Up to 1,000.
    case members(Set<MemberID>)

    /// Throws unless the unit's principal may write to all of it, and it is there: teams that are not archived, members who
    /// are active.
    func require(in work: UnitOfWork) throws {
        switch self {
        case .organization: try work.require(.sendMessages)
        case .teams(let ids):
            for id in ids { try work.require(.sendMessages, in: .team(id)) }
            for id in ids { _ = try work.requireTeam(id) }
        case .members(let ids):
            for id in ids { try work.require(.sendMessages, in: .person(id)) }
            for id in ids {
                guard let member = try work.member(id) else { throw MemberError.unknown }
                guard member.state == .active else { throw MemberError.notActive }
            }
        }
    }

    /// The next of those who are active now, and belonged to the audience at a moment, which may be past: the time that
    /// members spend in teams is on record.
    ///
    /// They come in the order of their ids; `last` is the last one that was looked at, `nil` at the end.
    func page(
        at moment: Date, behind last: MemberID?, limit: Int, in work: UnitOfWork
    ) throws -> (members: [StoredMember], last: MemberID?) {
        let candidates = try candidates(behind: last, limit: limit, in: work)
        let members = try candidates.filter { member in
            guard member.state == .active, member.joinedAt <= moment else { return false }
            guard case .teams(let ids) = self else { return true }
            return try work.teamPeriods(of: member.id).contains { period in
                ids.contains(period.team) && period.from <= moment && period.until.map { $0 > moment } ?? true
            }
        }
        return (members, candidates.count == limit ? candidates.last?.id : nil)
    }

    private func candidates(behind last: MemberID?, limit: Int, in work: UnitOfWork) throws -> [StoredMember] {
        switch self {
        case .organization: return try work.members(behind: last, limit: limit)
        case .teams(let ids):
            // Of several teams, everybody is looked at, rather than everybody once for each team.
            return try work.members(behind: last, everIn: ids.count == 1 ? ids.first : nil, limit: limit)
        case .members(let ids):
            let rest = ids.filter { id in last.map { id > $0 } ?? true }.sorted()
            return try rest.lazy.compactMap { try work.member($0) }.prefix(limit).map { $0 }
        }
    }
}
