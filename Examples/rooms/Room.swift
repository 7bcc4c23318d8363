import Atrium

/// A room that members book.
struct Room: Sendable, Equatable {
    let id: ID<Room>
    let name: String
    let seats: Int

    static let columns: SQL = "id, name, seats"

    init(_ row: Row) throws { (id, name, seats) = (try row[0], try row[1], try row[2]) }
}

/// A member's booking of a room for a day.
struct Booking: Sendable, Equatable {
    let room: ID<Room>
    let day: Day
    let member: MemberID

    static let columns: SQL = "room_id, day, member_id"

    init(_ row: Row) throws { (room, day, member) = (try row[0], try row[1], try row[2]) }
}

/// The rooms in the order in which they were added, in pages.
struct RoomQuery: Sendable, PagedList {
    static let listName: StaticString = "rooms.rooms"
    typealias Position = ID<Room>

    /// Where the page starts; `nil` for the first page.
    var cursor: Cursor?
    /// The number of rooms on a page.
    var limit = 50

    func page(in work: UnitOfWork) throws -> (rooms: [Room], next: Cursor?) {
        let rooms = try work.rows(
            """
            SELECT \(Room.columns) FROM rooms_room WHERE id > \(cursor?.position.description ?? "")
            ORDER BY id LIMIT \(limit + 1)
            """, make: Room.init)
        let shown = Array(rooms.prefix(limit))
        return (shown, rooms.count > limit ? shown.last.map { Cursor(after: $0.id) } : nil)
    }
}

/// Why an act on a room is refused.
enum RoomError: String, Error, CustomStringConvertible {
    case unknown = "there is no such room in this organization; look at the list again"
    case nameTaken = "another room has this name; choose a different one"
    case booked = "the room is booked for this day; choose another room or another day"
    case past = "the day is over; choose a day from today on"

    var description: String { rawValue }
}
