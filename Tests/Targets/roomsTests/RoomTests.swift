import Atrium
import AtriumMail
import AtriumMailTesting
import AtriumTesting
import Testing

@testable import rooms

struct RoomTests {
    private struct World {
        let test: TemporaryPlatform
        let acme: Tenant
        let mailbox: Mailbox
        let administrator: Principal
        let ada: MemberID
        let room: ID<Room>

        var rooms: RoomService { get throws { try acme[Rooms.self] } }
        /// 2026-01-06: the clock of a test stands still at 2026-01-05.
        let tomorrow = Day(year: 2026, month: 1, day: 6)

        func member(_ name: String) async throws -> MemberID {
            try #require(try await test.member("\(name)@acme.example", name: name, in: acme).member)
        }
    }

    private func withWorld(_ body: (World) async throws -> Void) async throws {
        let mailbox = Mailbox()
        let sender = try EmailAddress("no-reply@acme.example")
        try await withTemporaryPlatform([Mail(sender: sender, transport: mailbox), Rooms()]) { test in
            let acme = try await test.organization()
            let administrator = try await test.member(
                "admin@acme.example", roles: [Assignment(.administrator)], in: acme)
            let ada = try #require(try await test.member("ada@acme.example", name: "Ada", in: acme).member)
            let room = try await acme[Rooms.self].add("Attic", seats: 6, as: administrator)
            try await body(
                World(test: test, acme: acme, mailbox: mailbox, administrator: administrator, ada: ada, room: room))
        }
    }

    @Test func `a member books for themselves only, an administrator books for everybody`() async throws {
        try await withWorld { world in
            let bob = try await world.member("bob")
            try await world.rooms.book(world.room, on: world.tomorrow, for: world.ada, as: .member(world.ada))
            await #expect(throws: AccessError.self) {
                try await world.rooms.book(world.room, on: world.tomorrow, for: bob, as: .member(world.ada))
            }
            let later = world.tomorrow.advanced(by: 1)
            try await world.rooms.book(world.room, on: later, for: bob, as: world.administrator)
            #expect(try await world.rooms.bookings(of: bob, as: .member(bob)).map(\.day) == [later])
            await #expect(throws: AccessError.self) { try await world.rooms.add("Cellar", seats: 2, as: .member(bob)) }
        }
    }

    @Test func `a day is booked once, and an unknown or foreign room is unknown`() async throws {
        try await withWorld { world in
            let ada = Principal.member(world.ada)
            try await world.rooms.book(world.room, on: world.tomorrow, for: world.ada, as: ada)
            await #expect(throws: RoomError.booked) {
                try await world.rooms.book(world.room, on: world.tomorrow, for: world.ada, as: ada)
            }
            await #expect(throws: RoomError.past) {
                try await world.rooms.book(world.room, on: Day(year: 2026, month: 1, day: 4), for: world.ada, as: ada)
            }
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let boss = try await world.test.member(
                "eve@other.example", roles: [Assignment(.administrator)], in: other)
            let foreign = try await other[Rooms.self].add("Attic", seats: 6, as: boss)
            await #expect(throws: RoomError.unknown) {
                try await world.rooms.book(foreign, on: world.tomorrow, for: world.ada, as: ada)
            }
        }
    }

    @Test func `a reminder goes out once the day before, and not for a booking that ended`() async throws {
        try await withWorld { world in
            let bob = try await world.member("bob")
            let other = try await world.rooms.add("Cellar", seats: 2, as: world.administrator)
            try await world.rooms.book(world.room, on: world.tomorrow, for: world.ada, as: world.administrator)
            try await world.rooms.book(other, on: world.tomorrow, for: bob, as: world.administrator)
            try await world.acme.members.remove(bob, as: world.administrator)
            while try await world.test.platform.runDue() > 0 {}
            world.test.clock.advance(by: .seconds(3600))
            while try await world.test.platform.runDue() > 0 {}
            #expect(world.mailbox.mails.map(\.recipient.description) == ["ada@acme.example"])
        }
    }

    @Test func `the module says what its tables hold of people`() async throws {
        #expect(try await PersonalDataCheck.faults(of: [Rooms.self]).isEmpty)
    }

    @Test func `bookings of a member who was removed while the module was away are gone when it is back`() async throws
    {
        try await withWorld { world in
            try await world.rooms.book(world.room, on: world.tomorrow, for: world.ada, as: world.administrator)
            let without = try await world.test.reopened(
                with: [Mail(sender: try EmailAddress("no-reply@acme.example"), transport: world.mailbox)])
            let acme = try await without.platform.tenant("acme")
            try await acme.members.remove(world.ada, as: world.administrator)
            let again = try await without.reopened(
                with: [Mail(sender: try EmailAddress("no-reply@acme.example"), transport: world.mailbox), Rooms()])
            let rooms = try await again.platform.tenant("acme")[Rooms.self]
            #expect(try await rooms.bookings(of: world.ada, as: world.administrator).isEmpty)
            await again.platform.close()
        }
    }

    @Test func `rooms come in pages`() async throws {
        try await withWorld { world in
            for number in 1...4 {
                // The order of ids is that of time.
                world.test.clock.advance(by: .milliseconds(1))
                _ = try await world.rooms.add("Room \(number)", seats: 1, as: world.administrator)
            }
            var query = RoomQuery()
            query.limit = 2
            var names: [String] = []
            repeat {
                let page = try await world.rooms.list(query, as: .member(world.ada))
                names += page.rooms.map(\.name)
                query.cursor = page.next
            } while query.cursor != nil
            #expect(names == ["Attic", "Room 1", "Room 2", "Room 3", "Room 4"])
        }
    }
}
