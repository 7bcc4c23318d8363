import Atrium
import AtriumCourses
import AtriumOperations
import AtriumTesting
import Coaching
import Testing

struct AbsenceTests {
    /// What the organization has after an act that took place while the module worked, or while it was off.
    private func outcome(
        isAway: Bool, _ act: (CoachingWorld) async throws -> Void
    ) async throws -> [String] {
        var outcome: [String] = []
        try await withCoaching { world in
            try await world.plan(on: CoachingWorld.today.advanced(by: 20))
            try await world.test.settle()
            if isAway { try await world.switchCoaching(on: false) }
            try await act(world)
            if isAway { try await world.switchCoaching(on: true) }
            try await world.test.settle()
            outcome = try await world.sessions().map {
                "\($0.memberName) \($0.coachName) \($0.state) \($0.course?.description ?? "")"
            }.sorted()
        }
        return outcome
    }

    @Test(arguments: LeavingTests.Act.allCases)
    func `who left while the module was off has left when it is back`(act: LeavingTests.Act) async throws {
        let expected = try await outcome(isAway: false, act.happen)
        #expect(expected == ["Bob Carl cancelled "])
        #expect(try await outcome(isAway: true, act.happen) == expected)
    }

    @Test func `who left the team and came back meanwhile is planned again, and not still`() async throws {
        func leave(_ world: CoachingWorld) async throws {
            try await LeavingTests.Act.leavesTeam.happen(in: world)
            try await world.pass(days: 1)
            try await world.acme.teams.add(world.bob.id, to: world.north, as: world.ada)
        }
        let expected = try await outcome(isAway: false, leave)
        #expect(try await outcome(isAway: true, leave) == expected)
    }

    @Test(arguments: [1, 20, 40])
    func `a course that was completed while the module was off is followed up as if it had worked`(
        days: Int
    ) async throws {
        func learn(_ world: CoachingWorld) async throws {
            try await world.complete()
            try await world.pass(days: days)
        }
        let expected = try await outcome(isAway: false, learn)
        #expect(expected.count == (days < 30 ? 2 : 1))
        #expect(try await outcome(isAway: true, learn) == expected)
    }

    @Test func `after a purge, the module begins with nothing, also without coaches`() async throws {
        try await withCoaching { world in
            try await world.plan()
            try await world.switchCoaching(on: false)
            try await world.acme.modules.purge("coaching", as: world.test.platform.operator("Grace"))
            try await world.complete()
            try await world.switchCoaching(on: true)
            #expect(try await world.sessions() == [])
            let coach = Assignment("coach", team: world.north)
            let entry = try await world.acme.members.member(world.carl.id, as: world.ada)
            #expect(!entry.assignments.contains(coach))
        }
    }
}

extension CoachingWorld {
    /// Switches the module on or off, as an operator does.
    func switchCoaching(on isOn: Bool) async throws {
        let grace = try test.platform.operator("Grace")
        try await acme.modules.carryOut(acme.modules.plan(["coaching": isOn], as: grace), as: grace)
    }
}
