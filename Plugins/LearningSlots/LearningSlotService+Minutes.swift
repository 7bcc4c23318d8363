public import Atrium
internal import AtriumCourses

internal import struct Foundation.Date

/// What was learned in the slots.
extension LearningSlotService {
    /// The number of days that ``SlotUse`` looks back.
    static let lookBack = 28

    /// The slots that the principal sees as a leader, by the names of the teams: of one team, or of all.
    ///
    /// The minutes are those of activities whose time is in the slot, in the records of the members who are in the team now.
    /// Only the sum is told, and only to those who may see what the members of the team learn.
    public func uses(of team: TeamID? = nil, as principal: Principal) async throws -> [SlotUse] {
        try await store.read(as: principal, .viewSlots, in: team.map(Scope.team) ?? .anyTeam) { work in
            if let team, try work.team(team) == nil { throw TeamError.unknown }
            let teams = try work.teams(in: work.reach(of: .viewSlots)).filter { team == nil || $0.id == team }
            let learning = try work.reach(of: .viewLearning)
            return try teams.compactMap { team in
                try slot(of: team.id, in: work).map { slot in
                    let today = Day(work.now, in: slot.schedule.zone)
                    let starts = slot.schedule.starts(on: today.advanced(by: -Self.lookBack)..<today.advanced(by: 1))
                        .filter { (slot.timedAt...max(slot.timedAt, work.now)).contains($0) }
                    let isSeen = learning.everyone || learning.teams.contains(team.id)
                    let minutes = try isSeen ? minutes(of: slot, startingAt: starts, in: work) : nil
                    return SlotUse(slot: slot, team: team.name, times: starts.count, minutes: minutes)
                }
            }
        }
    }

    private func minutes(of slot: LearningSlot, startingAt starts: [Date], in work: UnitOfWork) throws -> Int {
        let members = try work.members(of: slot.team, formerToo: false, limit: .max).filter { $0.state == .active }
        return try courses.minutes(
            of: members.map(\.id), startingAt: starts, lasting: slot.schedule.minutes, in: work)
    }
}
