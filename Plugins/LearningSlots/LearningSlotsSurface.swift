internal import Atrium
internal import AtriumSuggestions
public import AtriumSurfaces

internal import struct Foundation.TimeZone

extension LearningSlots: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        MySlotsTable.self, SlotsTable.self, SlotSheet.self, SetSlot.self, EndSlot.self,
    ]
}

/// The slots of the teams that the reader is in.
struct MySlotsTable: Table {
    /// A slot with the name of its team.
    struct Row: Sendable, Identifiable {
        let slot: LearningSlot
        let team: String
        var id: ID<LearningSlot> { slot.id }
    }

    typealias Provider = LearningSlots
    static let name: SurfaceName = "my-slots"
    static let title: Words = "My learning slots"
    static let help: Words =
        "The time that your teams set aside for learning. Your calendar of what is due shows it, too."
    static let whenEmpty: Words = "Your teams have no learning slot."
    static let needs = Need<Self>(.viewSlots, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Row>] = [
        Column("team", "Team", \.team),
        Column("when", "When", { $0.slot.schedule.words }),
        Column("first", "First day", \.slot.schedule.start),
        Column("last", "Last day", \.slot.schedule.last),
    ]

    func page(_ request: PageRequest, in service: LearningSlotService, for caller: Caller) async throws -> Page<Row> {
        let slots = try await service.slots(of: caller.member, as: caller.principal)
        return try page(of: slots.map { Row(slot: $0.slot, team: $0.team) }, request)
    }
}

/// The slots of the teams that the reader leads.
struct SlotsTable: Table {
    typealias Provider = LearningSlots
    static let name: SurfaceName = "slots"
    static let title: Words = "Learning slots"
    static let help: Words =
        "The time that teams set aside for learning, and what was learned in it in the last 28 days."
    static let whenEmpty: Words =
        "No team has a learning slot. An administrator or the supervisor of a team sets it on the page of the team."
    static let needs = Need<Self>(.viewSlots, in: .anyTeam)
    static let places: [Place<Self>] = [
        .area(.analytics, after: FollowUpSheet.self), .beside(FollowUpSheet.self),
    ]
    static let form = Form<Self>(Self.init)
    static func id(of row: SlotUse) -> ID<LearningSlot> { row.slot.id }
    static let columns: [Column<SlotUse>] = [
        Column("team", "Team", \.team, link: { SlotSheet(team: $0.slot.team) }),
        Column("when", "When", { $0.slot.schedule.words }),
        Column("first", "First day", \.slot.schedule.start),
        Column("last", "Last day", \.slot.schedule.last),
        Column("times", "Took place", \.times),
        Column("minutes", "Minutes learned in it", \.minutes),
    ]

    func page(
        _ request: PageRequest, in service: LearningSlotService, for caller: Caller
    ) async throws -> Page<SlotUse> {
        try page(of: await service.uses(as: caller.principal), request)
    }
}

/// The slot of a team.
struct SlotSheet: Sheet {
    let team: TeamID

    typealias Provider = LearningSlots
    static let name: SurfaceName = "slot"
    static let title: Words = "Learning slot"
    static let help: Words = "The time that the team sets aside for learning, and what was learned in it."
    static let needs = Need<Self>(.viewSlots) { .team($0.team) }
    static let places: [Place<Self>] = [.team { Self(team: $0) }]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))

    func blocks(in service: LearningSlotService, for caller: Caller) async throws -> [Block] {
        guard let use = try await service.uses(of: team, as: caller.principal).first else {
            return [.text("This team has no learning slot.")]
        }
        let schedule = use.slot.schedule
        var figures = [
            Figure(
                "times", "Took place", .number(use.times), unit: "times",
                definition: "How often the slot took place in the last 28 days, since it has its present time.")
        ]
        if let minutes = use.minutes {
            figures.append(
                Figure(
                    "minutes", "Minutes learned in it", .number(minutes), unit: "minutes",
                    definition:
                        "The reported minutes of activities in the slot's times in the last 28 days, since it has its present time. They are of the members who are in the team now. An activity counts at most as long as the slot."
                ))
        }
        return [
            .facts([
                Fact("Team", use.team), Fact("When", schedule.words),
                Fact("Time zone", schedule.zone.identifier), Fact("First day", schedule.start),
                Fact("Last day", schedule.last),
            ]),
            .figures(figures),
        ]
    }
}
