import Atrium
import AtriumMail

/// The rooms of one organization.
struct RoomService: Sendable {
    let store: Store
    let mail: MailService

    /// Adds a room, and returns its id.
    func add(_ name: String, seats: Int, as principal: Principal) async throws -> ID<Room> {
        try await store.write(as: principal, .addRooms) { work in
            let id: ID<Room> = try work.newID()
            do {
                try work.run("INSERT INTO rooms_room VALUES (\(id), \(name), \(seats))")
            } catch let error as DatabaseError where error.isDuplicate(of: "rooms_room.name") {
                throw RoomError.nameTaken
            }
            try work.setSubject("room", id)
            return id
        }
    }

    /// One page of rooms.
    func list(
        _ query: RoomQuery = RoomQuery(), as principal: Principal
    ) async throws -> (rooms: [Room], next: RoomQuery.Cursor?) {
        try await store.read(as: principal, .viewRooms) { try query.page(in: $0) }
    }

    /// Books a room for a member. Members book for themselves; administrators book for everybody.
    func book(_ room: ID<Room>, on day: Day, for member: MemberID, as principal: Principal) async throws {
        try await store.write(as: principal, .bookRooms, in: .member(member)) { work in
            guard try work.member(member)?.state == .active else { throw MemberError.unknown }
            guard try day >= today(in: work) else { throw RoomError.past }
            let isThere = try work.one("SELECT EXISTS (SELECT 1 FROM rooms_room WHERE id = \(room))", as: Bool.self)
            guard isThere else { throw RoomError.unknown }
            do {
                try work.run("INSERT INTO rooms_booking VALUES (\(room), \(day), \(member))")
            } catch let error as DatabaseError where error.isDuplicate(of: "rooms_booking.day") {
                throw RoomError.booked
            }
            // A booking for tomorrow is reminded of at once, not in an hour.
            try work.wake("send reminders")
        }
    }

    /// The bookings of a member, by day.
    func bookings(of member: MemberID, as principal: Principal) async throws -> [Booking] {
        try await store.read(as: principal, .bookRooms, in: .member(member)) { work in
            try work.rows(
                "SELECT \(Booking.columns) FROM rooms_booking WHERE member_id = \(member) ORDER BY day, room_id",
                make: Booking.init)
        }
    }

    // MARK: - Reminders

    /// Writes a reminder for each booking of tomorrow into the outbox. The same key is written once only.
    func sendReminders(as system: SystemPrincipal) async throws {
        try await store.write(as: system) { work in
            let tomorrow = try today(in: work).advanced(by: 1)
            let rows = try work.rows(
                """
                SELECT b.room_id, b.member_id, r.name FROM rooms_booking b JOIN rooms_room r ON r.id = b.room_id
                WHERE b.day = \(tomorrow)
                """, as: ID<Room>.self, MemberID.self, String.self)
            for (room, member, name) in rows {
                guard let person = try work.member(member) else { continue }
                let message = MailMessage(
                    to: person, kind: .reminders, subject: "Tomorrow: \(name)",
                    text: "You booked \(name) for \(tomorrow).")
                try mail.enqueue(message, key: "rooms:reminder:\(room):\(tomorrow):\(member)", in: work)
            }
        }
    }

    /// Whether a reminder may still be sent. `which` is the rest of its key: room, day and member.
    func check(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        // The check runs in a unit of the mail module; this module's tables are reached within it.
        try store.within(work) { own in
            guard which.count == 3, let room = ID<Room>(which[0]), let day = Day(which[1]) else {
                return .withdraw(.outdated)
            }
            let isBooked = try own.one(
                "SELECT EXISTS (SELECT 1 FROM rooms_booking WHERE (room_id, day, member_id) = (\(room), \(day), \(which[2])))",
                as: Bool.self)
            return isBooked ? .asWritten : .withdraw(.outdated)
        }
    }

    // MARK: - People who leave

    func forget(_ member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM rooms_booking WHERE member_id = \(member)")
    }

    func forgetFormerMembers(in work: UnitOfWork) throws {
        for member in try work.rows("SELECT DISTINCT member_id FROM rooms_booking", as: MemberID.self)
        where try work.member(member)?.state != .active { try forget(member, in: work) }
    }

    private func today(in work: UnitOfWork) throws -> Day { Day(work.now, in: try work.organization().timeZone) }
}
