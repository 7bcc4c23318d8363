import Atrium
import AtriumMail
import AtriumMailTesting
import AtriumTesting
import Coaching
import Testing

struct ReminderTests {
    @Test func `a reminder goes to the member once, the day before`() async throws {
        try await withCoaching { world in
            try await world.plan(on: CoachingWorld.today.advanced(by: 3))
            try await world.pass(days: 1)
            #expect(world.mailbox.mails.isEmpty)
            try await world.pass(days: 1)
            #expect(world.mailbox.mails.map(\.recipient.description) == ["bob@acme.example"])
            #expect(world.mailbox.word(after: "You meet ", to: "bob@acme.example") == "Carl")
            try await world.pass(days: 3)
            #expect(world.mailbox.mails.count == 1)
        }
    }

    @Test func `a session of tomorrow is reminded of at once`() async throws {
        try await withCoaching { world in
            try await world.test.settle()
            try await world.plan()
            try await world.test.settle()
            #expect(world.mailbox.mails.count == 1)
        }
    }

    @Test(arguments: LeavingTests.Act.allCases)
    func `a reminder that waits is withdrawn when the session no longer takes place`(
        act: LeavingTests.Act
    ) async throws {
        try await withCoaching { world in
            world.mailbox.isDown = true
            try await world.plan()
            try await world.test.settle()
            try await act.happen(in: world)
            world.mailbox.isDown = false
            world.test.clock.advance(by: .seconds(3600))
            try await world.test.settle()
            #expect(world.mailbox.mails.isEmpty)
            #expect(try await world.acme[Mail.self].list(as: world.ada).map(\.state) == [.withdrawn])
        }
    }

    @Test func `a session on another day is reminded of the day before that one`() async throws {
        try await withCoaching { world in
            world.mailbox.isDown = true
            let session = try await world.plan()
            try await world.test.settle()
            try await world.service.move(session, to: CoachingWorld.today.advanced(by: 2), as: world.carl)
            world.mailbox.isDown = false
            try await world.pass(days: 1)
            #expect(world.mailbox.mails.count == 1)
            #expect(world.mailbox.word(after: "on ", to: "bob@acme.example")?.isEmpty == false)
        }
    }
}
