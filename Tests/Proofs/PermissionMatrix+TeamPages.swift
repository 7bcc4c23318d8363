import Atrium
import AtriumTeamPages
import Testing

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let team: Set<Asker> = [.administrator, .supervisor]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]

    private static func message(_ audience: MessageAudience) -> Message {
        Message(to: audience, subject: "News", text: "Hello")
    }

    /// Team pages, homes and messages.
    static let pages: [Row] = [
        Row("TeamPageService.page(of:as:)", on: "North", team) { _ = try await $0.pages.page(of: $0.north, as: $1) },
        Row("TeamPageService.page(of:as:)", on: "South", administrators) {
            _ = try await $0.pages.page(of: $0.south, as: $1)
        },
        Row("TeamPageService.history(of:from:limit:as:)", on: "North", team) {
            _ = try await $0.pages.history(of: $0.north, as: $1)
        },
        Row("TeamPageService.history(of:from:limit:as:)", on: "South", administrators) {
            _ = try await $0.pages.history(of: $0.south, as: $1)
        },
        Row("TeamPageService.saveDraft(_:of:basedOn:as:)", on: "North", team) {
            try await $0.pages.saveDraft("x", of: $0.north, basedOn: 0, as: $1)
        },
        Row("TeamPageService.saveDraft(_:of:basedOn:as:)", on: "South", administrators) {
            try await $0.pages.saveDraft("x", of: $0.south, basedOn: 0, as: $1)
        },
        Row("TeamPageService.discardDraft(of:basedOn:as:)", on: "North", team) { world, asker in
            // Access was granted, but there is no draft. The next rows expect such an error too.
            try await through(.noDraft) { try await world.pages.discardDraft(of: world.north, basedOn: 0, as: asker) }
        },
        Row("TeamPageService.discardDraft(of:basedOn:as:)", on: "South", administrators) { world, asker in
            try await through(.noDraft) { try await world.pages.discardDraft(of: world.south, basedOn: 0, as: asker) }
        },
        Row("TeamPageService.publish(of:at:basedOn:as:)", on: "North", team) { world, asker in
            try await through(.noDraft) { try await world.pages.publish(of: world.north, basedOn: 0, as: asker) }
        },
        Row("TeamPageService.publish(of:at:basedOn:as:)", on: "South", administrators) { world, asker in
            try await through(.noDraft) { try await world.pages.publish(of: world.south, basedOn: 0, as: asker) }
        },
        Row("TeamPageService.unschedule(_:of:basedOn:as:)", on: "North", team) { world, asker in
            try await through(.unknownVersion) {
                try await world.pages.unschedule(1, of: world.north, basedOn: 0, as: asker)
            }
        },
        Row("TeamPageService.unschedule(_:of:basedOn:as:)", on: "South", administrators) { world, asker in
            try await through(.unknownVersion) {
                try await world.pages.unschedule(1, of: world.south, basedOn: 0, as: asker)
            }
        },
        Row("TeamPageService.restore(_:of:basedOn:as:)", on: "North", team) { world, asker in
            try await through(.unknownVersion) {
                try await world.pages.restore(1, of: world.north, basedOn: 0, as: asker)
            }
        },
        Row("TeamPageService.restore(_:of:basedOn:as:)", on: "South", administrators) { world, asker in
            try await through(.unknownVersion) {
                try await world.pages.restore(1, of: world.south, basedOn: 0, as: asker)
            }
        },
        Row("TeamPageService.home(as:)", members) { _ = try await $0.pages.home(as: $1) },
        Row("TeamPageService.preview(_:as:)", on: "everybody", administrators) {
            _ = try await $0.pages.preview(message(.organization), as: $1)
        },
        Row("TeamPageService.preview(_:as:)", on: "North", team) {
            _ = try await $0.pages.preview(message(.teams([$0.north])), as: $1)
        },
        Row("TeamPageService.send(_:operation:as:)", on: "everybody", administrators) {
            try await $0.pages.send(message(.organization), as: $1)
        },
        Row("TeamPageService.send(_:operation:as:)", on: "North", team) {
            try await $0.pages.send(message(.teams([$0.north])), as: $1)
        },
        Row("TeamPageService.send(_:operation:as:)", on: "South", administrators) {
            try await $0.pages.send(message(.teams([$0.south])), as: $1)
        },
        Row("TeamPageService.send(_:operation:as:)", on: "a member of North", team) {
            try await $0.pages.send(message(.members([$0.ada])), as: $1)
        },
        Row("TeamPageService.send(_:operation:as:)", on: "a member of South", administrators) {
            try await $0.pages.send(message(.members([$0.bob])), as: $1)
        },
        Row("TeamPageService.messages(from:limit:as:)", team) { _ = try await $0.pages.messages(as: $1) },
        Row("TeamPageService.recipients(of:from:limit:as:)", on: "North", team) {
            try await recipients(of: $0.north, in: $0, as: $1)
        },
        Row("TeamPageService.recipients(of:from:limit:as:)", on: "South", administrators) {
            try await recipients(of: $0.south, in: $0, as: $1)
        },
    ]

    /// Runs an act and accepts `error`, which says that access was granted but the target is missing.
    private static func through(_ error: TeamPageError, _ act: () async throws -> Int) async throws {
        do { _ = try await act() } catch let found as TeamPageError where found == error {}
    }

    /// Asks for the recipients of a message to a team. A message that the asker must not see is unknown to them; this counts as
    /// a refusal.
    private static func recipients(of team: TeamID, in world: World, as asker: Principal) async throws {
        let administrator = try #require(world.principals[.administrator])
        let id = try await world.pages.send(message(.teams([team])), as: administrator)
        do { _ = try await world.pages.recipients(of: id, as: asker) } catch MessageError.unknown { throw Refused() }
    }
}
