import Atrium
import Foundation

enum CoachingSchema {
    static let all = Schema(
        Migration(
            "create pairing and meeting",
            """
            CREATE TABLE coaching_pairing (
                id TEXT PRIMARY KEY, member_id TEXT NOT NULL, coach_id TEXT NOT NULL,
                began_at INTEGER NOT NULL, ended_at INTEGER
            ) STRICT
            """,
            "CREATE UNIQUE INDEX coaching_pairing_current ON coaching_pairing (member_id) WHERE ended_at IS NULL",
            """
            CREATE TABLE coaching_meeting (
                id TEXT PRIMARY KEY, pairing_id TEXT NOT NULL REFERENCES coaching_pairing (id),
                day INTEGER NOT NULL, minutes INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX coaching_meeting_pairing ON coaching_meeting (pairing_id)"
        ))
}

/// A member with their coach, now or in the past.
struct Pairing: Sendable, Identifiable {
    let id: ID<Pairing>
    let member, coach: MemberID
    let beganAt: Date
    let endedAt: Date?
    let meetings: Int
    var memberName = "", coachName = ""

    static let select: SQL = """
        SELECT id, member_id, coach_id, began_at, ended_at,
            (SELECT count(*) FROM coaching_meeting WHERE pairing_id = p.id)
        FROM coaching_pairing p
        """

    init(_ row: Row) throws {
        (id, member, coach) = (try row[0], try row[1], try row[2])
        (beganAt, endedAt, meetings) = (try row[3], try row[4], try row[5])
    }
}

/// A meeting of a member and their coach.
enum Meeting {}
