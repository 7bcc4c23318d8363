import Atrium
import AtriumLearningSlots
import Foundation
import Testing

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let team: Set<Asker> = [.administrator, .supervisor]
    private static let leaders: Set<Asker> = [.administrator, .manager]
    private static let led: Set<Asker> = [.administrator, .manager, .supervisor]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]

    private static let schedule = SlotSchedule(
        .tuesday, at: 9, for: 60, in: .gmt, from: Day(year: 2026, month: 1), to: Day(year: 2026, month: 4))

    /// The learning slots of teams.
    static let slots: [Row] = [
        Row("LearningSlotService.set(_:of:as:)", on: "North", team) {
            try await $0.slots.set(schedule, of: $0.north, as: $1)
        },
        Row("LearningSlotService.set(_:of:as:)", on: "South", administrators) {
            try await $0.slots.set(schedule, of: $0.south, as: $1)
        },
        Row("LearningSlotService.end(of:as:)", on: "North", team) { world, asker in
            do { try await world.slots.end(of: world.north, as: asker) } catch LearningSlotError.unknown {
                // Access was granted, but the team has no slot.
            }
        },
        Row("LearningSlotService.end(of:as:)", on: "South", administrators) { world, asker in
            do { try await world.slots.end(of: world.south, as: asker) } catch LearningSlotError.unknown {
                // Access was granted, but the team has no slot.
            }
        },
        Row("LearningSlotService.slot(of:as:)", on: "North", led) {
            _ = try await $0.slots.slot(of: $0.north, as: $1)
        },
        Row("LearningSlotService.slot(of:as:)", on: "South", leaders) {
            _ = try await $0.slots.slot(of: $0.south, as: $1)
        },
        Row("LearningSlotService.slots(of:as:)", on: "a member of North", members) {
            _ = try await $0.slots.slots(of: $0.ada, as: $1)
        },
        Row("LearningSlotService.slots(of:as:)", on: "a member of South", leaders) {
            _ = try await $0.slots.slots(of: $0.bob, as: $1)
        },
        Row("LearningSlotService.uses(of:as:)", on: "all whom the asker leads", led) {
            _ = try await $0.slots.uses(as: $1)
        },
        Row("LearningSlotService.uses(of:as:)", on: "South", leaders) {
            _ = try await $0.slots.uses(of: $0.south, as: $1)
        },
    ]
}
