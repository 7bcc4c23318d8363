internal import Atrium
internal import AtriumCalendar

/// The slots in a member's own calendar, which every module may fill.
extension LearningSlotService {
    func events(of member: MemberID, in work: UnitOfWork) throws -> [ICalendarEvent] {
        try store.within(work) { own in
            let (language, organization) = (try own.language(of: member), try own.organization())
            return try own.teams(of: member).compactMap { team in
                try slot(of: team.id, in: own).map {
                    ICalendarEvent(
                        $0, team: team.name, changedAt: $0.changedAt, in: language, of: organization.id)
                }
            }
        }
    }
}
