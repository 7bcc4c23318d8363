import Atrium
import AtriumCourses
import AtriumTesting
import Coaching
import Testing

struct FollowUpTests {
    @Test func `a completed course proposes a session once, and the coach chooses its day`() async throws {
        try await withCoaching { world in
            try await world.complete()
            try await world.complete()
            let proposal = try #require(await world.sessions().first)
            #expect(try await world.sessions().count == 1)
            #expect(
                proposal.state == .proposed && proposal.coachName == "Carl"
                    && proposal.course?.description == "swift-101")
            try await world.service.move(proposal.id, to: CoachingWorld.tomorrow, as: world.carl)
            #expect(try await world.states() == [.planned])
        }
    }

    @Test func `the coach whom the member met last comes first`() async throws {
        try await withCoaching { world in
            let tom = try await world.test.member(
                "tom@acme.example", name: "Tom", roles: [Assignment("coach", team: world.north)], in: world.acme)
            let met = try await world.service.plan(
                of: world.bob.id, with: tom.id, on: CoachingWorld.today, as: world.sue)
            try await world.service.record(met, minutes: 45, as: tom)
            try await world.complete()
            #expect(try await world.service.list(as: world.bob).map(\.coachName) == ["Tom"])
        }
    }

    @Test func `who has no coach is proposed none, and the completion is kept`() async throws {
        try await withCoaching { world in
            try await LeavingTests.Act.coachLosesRole.happen(in: world)
            try await world.complete()
            #expect(try await world.sessions() == [])
            #expect(
                try await world.courses.participations(of: world.bob.id, as: world.ada).map(\.state) == [.completed])
        }
    }

    @Test func `a proposal that nobody takes up goes after a month, and one that is planned stays`() async throws {
        try await withCoaching { world in
            try await world.complete()
            try await world.plan(on: CoachingWorld.today.advanced(by: 60))
            try await world.pass(days: 29)
            #expect(Set(try await world.states()) == [.proposed, .planned])
            try await world.pass(days: 2)
            #expect(try await world.states() == [.planned])
        }
    }

    @Test func `a proposal goes when the completion no longer counts`() async throws {
        try await withCoaching { world in
            let id = try CourseID("swift-101")
            try await world.courses.record(.enrolled, of: world.bob.id, in: id, as: world.ada)
            try await world.courses.record(.completed, of: world.bob.id, in: id, id: "end", as: world.ada)
            try await world.test.settle()
            #expect(try await world.states() == [.proposed])
            try await world.courses.void("end", of: world.bob.id, as: world.ada)
            try await world.test.settle()
            #expect(try await world.states() == [])
        }
    }
}
