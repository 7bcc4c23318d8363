import Atrium

enum RoomsSchema {
    static let all = Schema(
        Migration(
            "create room and booking",
            "CREATE TABLE rooms_room (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, seats INTEGER NOT NULL) STRICT",
            """
            CREATE TABLE rooms_booking (
                room_id TEXT NOT NULL REFERENCES rooms_room (id), day INTEGER NOT NULL, member_id TEXT NOT NULL,
                PRIMARY KEY (room_id, day)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX rooms_booking_day ON rooms_booking (day)",
            "CREATE INDEX rooms_booking_member ON rooms_booking (member_id)"
        ))

    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        .impersonal("rooms_room", "id", "name"),
        PersonalTable(
            "rooms_booking", "Your bookings", of: .member("member_id"),
            exporting: [
                .text("room", "Room", from: "(SELECT name FROM rooms_room r WHERE r.id = room_id)"), .day("day", "Day"),
            ], erasing: .rows),
    ]
}
