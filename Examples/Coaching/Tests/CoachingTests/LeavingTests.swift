import Atrium
import AtriumPrivacy
import AtriumTesting
import Coaching
import Testing

struct LeavingTests {
    /// Something after which Bob and Carl no longer meet.
    enum Act: String, CaseIterable {
        case leavesTeam, isRemoved, isDeactivated, teamIsArchived
        case coachIsRemoved, coachIsDeactivated, coachLosesRole

        func happen(in world: CoachingWorld) async throws {
            let (acme, ada) = (world.acme, world.ada)
            switch self {
            case .leavesTeam: try await acme.teams.remove(world.bob.id, from: world.north, as: ada)
            case .isRemoved: try await acme.members.remove(world.bob.id, as: ada)
            case .isDeactivated: try await acme.members.deactivate(world.bob.id, as: ada)
            case .teamIsArchived: try await acme.teams.archive(world.north, as: ada)
            case .coachIsRemoved: try await acme.members.remove(world.carl.id, as: ada)
            case .coachIsDeactivated: try await acme.members.deactivate(world.carl.id, as: ada)
            case .coachLosesRole:
                try await acme.roles.revoke(Assignment("coach", team: world.north), from: world.carl.id, as: ada)
            }
        }
    }

    @Test(arguments: Act.allCases)
    func `when one of the two leaves, open sessions end in the same commit, and what was held stays`(
        act: Act
    ) async throws {
        try await withCoaching { world in
            let held = try await world.plan(on: CoachingWorld.today)
            try await world.service.record(held, minutes: 45, as: world.carl)
            try await world.complete()
            let planned = try await world.plan()
            try await act.happen(in: world)
            let states = Dictionary(uniqueKeysWithValues: try await world.sessions().map { ($0.id, $0.state) })
            #expect(states == [held: .held, planned: .cancelled])
        }
    }

    @Test func `a coach of two teams goes on in the other one`() async throws {
        try await withCoaching { world in
            try await world.acme.roles.grant(
                Assignment("coach", team: world.south), to: world.carl.id, as: world.ada)
            try await world.plan()
            try await world.service.plan(
                of: world.eve.id, with: world.carl.id, on: CoachingWorld.tomorrow, as: world.ada)
            try await Act.coachLosesRole.happen(in: world)
            #expect(try await world.service.list(as: world.ada).map(\.memberName) == ["Eve"])
        }
    }

    @Test func `a person gets a copy of their sessions, and an erasure leaves none of them`() async throws {
        try await withCoaching { world in
            let held = try await world.plan(on: CoachingWorld.today)
            try await world.service.record(held, minutes: 45, note: "Wants to lead", as: world.carl)
            let privacy = try world.acme[Privacy.self]
            let (bobs, carls) = (
                try await privacy.export(of: world.bob.id, as: world.bob).parts.map(\.title.key),
                try await privacy.export(of: world.carl.id, as: world.carl).parts.map(\.title.key)
            )
            #expect(bobs.contains("Your coaching sessions"))
            for title in ["Sessions that you led", "Notes that you wrote", "Teams that you coach"] {
                #expect(carls.contains(title) && !bobs.contains(title))
            }
            try await privacy.erase(world.carl.id, as: world.ada)
            #expect(try await world.sessions().map(\.note) == [""])
            try await privacy.erase(world.bob.id, as: world.ada)
            #expect(try await world.sessions() == [])
        }
    }
}
