internal import Atrium
internal import AtriumCalendar
internal import AtriumMail
internal import AtriumSurfaces

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// The mail with an invitation to a slot, or with its end.
struct SlotLetter {
    let slot: LearningSlot
    let team: String
    let organization: any Organization
    let isCancelled: Bool
    let writtenAt: Date
    let sender: EmailAddress

    func message(to member: StoredMember, in language: Language) -> MailMessage {
        let schedule = slot.schedule
        let letter = Letter(
            isCancelled ? "Learning slot of \(team): cancelled" : "Learning slot of \(team)",
            [
                .paragraph("Hello \(member.name),"),
                .paragraph(
                    isCancelled
                        ? "the learning slot of \(team) at \(organization.name) no longer takes place for you."
                        : "\(team) at \(organization.name) sets time aside for learning:"),
            ]
                + (isCancelled
                    ? []
                    : [
                        .list([
                            schedule.words, "From \(schedule.start) to \(schedule.last), \(schedule.zone.identifier)",
                        ])
                    ])
                + [.paragraph("Your calendar program can take over the entry that comes with this message.")])
        var message = MailMessage(letter, to: member, kind: nil, from: organization.name, in: language)
        message.calendar = ICalendarMessage(
            isCancelled ? .cancel : .request,
            ICalendarEvent(slot, team: team, changedAt: writtenAt, in: language, of: organization.id),
            from: .init(organization.name, sender), to: .init(member.name, member.email))
        return message
    }
}

extension ICalendarEvent {
    /// The event of a slot, in the language of its reader.
    init(
        _ slot: LearningSlot, team: String, changedAt: Date, in language: Language, of organization: OrganizationID
    ) {
        let schedule = slot.schedule
        self.init(
            uid: "slot-\(slot.id)@\(organization)", summary: language.text("Learning slot of \(team)"),
            description: language.text("Time for your courses and goals."), day: schedule.start,
            madeAt: slot.id.madeAt, lastModified: changedAt)
        time = Time(hour: schedule.hour, minute: schedule.minute, minutes: schedule.minutes, zone: schedule.zone)
        recurrence = Recurrence(.weekly, until: schedule.last)
    }
}

extension SlotSchedule {
    /// `every Tuesday at 09:30, 60 minutes`
    var words: Words { "every \(weekday.words) at \(clock), \(minutes, "minute", "minutes")" }

    /// The time at which it begins: `09:30`.
    var clock: String {
        let parts = [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
