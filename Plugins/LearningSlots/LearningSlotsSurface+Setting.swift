internal import Atrium
internal import AtriumSurfaces

internal import struct Foundation.TimeZone

/// Sets the slot of a team, or changes it.
struct SetSlot: Act {
    let team: TeamID
    let weekday: Weekday?
    let hour: Int?
    let minute: Int?
    let minutes: Int?
    let zone: TimeZone?
    let first: Day?
    let last: Day?

    typealias Provider = LearningSlots
    static let name: SurfaceName = "set"
    static let title: Words = "Set the learning slot"
    static let help: Words =
        "Each member of the team gets an invitation for the calendar by mail, also those who join later. A change is sent, too."
    static let needs = Need<Self>(.setSlots) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .team { Self(of: $0) }, .row(of: SlotsTable.self) { Self(of: $0.slot.team) },
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(of: $0.id) : nil },
    ]
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"),
        Field("weekday", \.weekday, .required(.weekday), "Day of the week"),
        Field("hour", \.hour, .required(.integer(0...23)), "Hour"),
        Field("minute", \.minute, .required(.integer(0...59)), "Minute"),
        Field("minutes", \.minutes, .required(.integer(5...480)), "Length in minutes"),
        Field("zone", \.zone, .optional(.timeZone), "Time zone", help: "Empty for yours."),
        Field("first", \.first, .required(.day), "First day"),
        Field("last", \.last, .required(.day), "Last day", help: "At most three years after the first day."))

    /// The slot as it is now, or else an hour from today on.
    static func initial(_ offered: Self?, in service: LearningSlotService, for caller: Caller) async throws -> Self? {
        guard let team = offered?.team else { return nil }
        // Who may set a slot need not be allowed to see it.
        let slot: LearningSlot?
        do { slot = try await service.slot(of: team, as: caller.principal) } catch is AccessError { slot = nil }
        guard let schedule = slot?.schedule else {
            return Self(
                team: team, weekday: nil, hour: nil, minute: 0, minutes: 60, zone: caller.timeZone, first: caller.today,
                last: nil)
        }
        return Self(
            team: team, weekday: schedule.weekday, hour: schedule.hour, minute: schedule.minute,
            minutes: schedule.minutes, zone: schedule.zone, first: schedule.first, last: schedule.last)
    }

    func perform(in service: LearningSlotService, for caller: Caller) async throws -> Outcome {
        guard let weekday else { throw InvalidFields.missing("weekday") }
        guard let hour else { throw InvalidFields.missing("hour") }
        guard let minute else { throw InvalidFields.missing("minute") }
        guard let minutes else { throw InvalidFields.missing("minutes") }
        guard let first else { throw InvalidFields.missing("first") }
        guard let last else { throw InvalidFields.missing("last") }
        try await service.set(
            SlotSchedule(
                weekday, at: hour, minute, for: minutes, in: zone ?? caller.timeZone, from: first, to: last),
            of: team, as: caller.principal)
        return Outcome("The learning slot is set. The invitations are on their way.", next: SlotSheet(team: team))
    }
}

extension SetSlot {
    private init(of team: TeamID) {
        self.init(team: team, weekday: nil, hour: nil, minute: nil, minutes: nil, zone: nil, first: nil, last: nil)
    }
}

extension FieldKind where Value == TimeZone {
    /// A time zone that this machine knows.
    fileprivate static let timeZone = FieldKind(
        .choice(TimeZone.knownTimeZoneIdentifiers.map { Choice($0, Words(verbatim: $0)) }),
        parse: { (text: String) throws(InvalidField) in
            guard let zone = TimeZone(identifier: text) else { throw InvalidField("is none of the choices") }
            return zone
        }, text: \.identifier)
}

/// Ends the slot of a team.
struct EndSlot: Act {
    let team: TeamID

    typealias Provider = LearningSlots
    static let name: SurfaceName = "end"
    static let title: Words = "End the learning slot"
    static let help: Words = "Each member who was invited gets a cancellation by mail."
    static let isDestructive = true
    static let needs = Need<Self>(.setSlots) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: SlotsTable.self) { Self(team: $0.slot.team) }]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))

    func perform(in service: LearningSlotService, for caller: Caller) async throws -> Outcome {
        try await service.end(of: team, as: caller.principal)
        return Outcome("The learning slot is ended.", next: SlotsTable())
    }
}
