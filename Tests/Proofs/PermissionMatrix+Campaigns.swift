import Atrium
import AtriumCampaigns
import AtriumTesting
import Foundation
import Testing

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]

    private static func id<Noun>(_ byte: UInt8) -> ID<Noun> {
        ID(at: .init(timeIntervalSince1970: 0), random: Array(repeating: byte, count: 10))
    }

    /// An entry that an administrator has added.
    private static func banner(in world: World) async throws -> ID<PlanEntry> {
        let administrator = try #require(world.principals[.administrator])
        let today = Day(world.test.clock.now, in: .gmt)
        try await world.campaigns.add(id(1), PlanEntry.Content(.banner, on: today, text: "Hello"), as: administrator)
        return id(1)
    }

    /// The plan of the year, banners and the weekly note.
    static let campaigns: [Row] = [
        Row("CampaignService.entries(_:as:)", administrators) { _ = try await $0.campaigns.entries(as: $1) },
        Row("CampaignService.entry(_:as:)", administrators) {
            _ = try await $0.campaigns.entry(banner(in: $0), as: $1)
        },
        Row("CampaignService.begin(_:from:as:)", administrators) { world, asker in
            let next = Day(world.test.clock.now, in: .gmt).advanced(by: 31)
            try await world.campaigns.begin(id(1), from: next, as: asker)
        },
        Row("CampaignService.add(_:_:as:)", administrators) { world, asker in
            let today = Day(world.test.clock.now, in: .gmt)
            try await world.campaigns.add(id(2), PlanEntry.Content(.review, on: today), as: asker)
        },
        Row("CampaignService.change(_:to:basedOn:as:)", administrators) { world, asker in
            let today = Day(world.test.clock.now, in: .gmt)
            try await world.campaigns.change(
                banner(in: world), to: PlanEntry.Content(.banner, on: today), basedOn: 1, as: asker)
        },
        Row("CampaignService.skip(_:as:)", administrators) {
            try await $0.campaigns.skip(banner(in: $0), as: $1)
        },
        Row("CampaignService.approve(_:basedOn:as:)", administrators) {
            try await $0.campaigns.approve(banner(in: $0), basedOn: 1, as: $1)
        },
        Row("CampaignService.refusals(of:as:)", administrators) {
            _ = try await $0.campaigns.refusals(of: [], as: $1)
        },
        Row("CampaignService.takeDown(_:as:)", administrators) { world, asker in
            let draft = try await banner(in: world)
            do { try await world.campaigns.takeDown(draft, as: asker) } catch PlanError.noBanner {}
        },
        Row("CampaignService.banners(as:)", members) { _ = try await $0.campaigns.banners(as: $1) },
        Row("CampaignService.getsNote(_:as:)", on: "oneself", [.member]) {
            _ = try await $0.campaigns.getsNote($0.ada, as: $1)
        },
        Row("CampaignService.chooseNote(_:for:as:)", on: "oneself", [.member]) {
            try await $0.campaigns.chooseNote(true, for: $0.ada, as: $1)
        },
        Row("CampaignService.noteDay(as:)", administrators) { _ = try await $0.campaigns.noteDay(as: $1) },
        Row("CampaignService.setNoteDay(_:as:)", administrators) {
            try await $0.campaigns.setNoteDay(.friday, as: $1)
        },
    ]
}
