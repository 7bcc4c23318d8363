import RawSQLite

/// The bare rows of the learning record, inserted directly through the C API. The table and its indexes are the same, and
/// there is no other work of recording.
final class RawEntries {
    private let database: RawDatabase
    private let insert, begin, commit: RawStatement
    /// The participation of each person in each course, and its number of entries.
    private var participations: [Int: (id: Int, count: Int)] = [:]

    /// Opens a file, which is a copy of the tenant's with all people enrolled.
    init(path: String) throws {
        database = try RawDatabase(path: path)
        begin = try database.prepare("BEGIN IMMEDIATE")
        commit = try database.prepare("COMMIT")
        insert = try database.prepare(
            "INSERT INTO courses_entry VALUES (?, ?, ?, ?, 'activity', ?, NULL, ?, ?, ?, 0, 0, 'counted', NULL, NULL)")
        let known = try database.prepare(
            """
            SELECT p.id, m.email, p.course_id FROM courses_participation p JOIN kernel_member m ON m.id = p.member_id
            """)
        while sqlite3_step(known.handle) == SQLITE_ROW {
            let email = String(cString: sqlite3_column_text(known.handle, 1))
            let course = String(cString: sqlite3_column_text(known.handle, 2))
            guard let person = Int(email.dropFirst("person-".count).prefix { $0.isNumber }),
                let number = Int(course.dropFirst("course-".count))
            else { throw HarnessError("'\(email)' in '\(course)' is not a known participation") }
            participations[person * Activities.courses + number] = (Int(sqlite3_column_int64(known.handle, 0)), 1)
        }
    }

    /// Inserts activities, 1,000 in a commit, and returns their number.
    func add(_ activities: [Activities.Activity]) throws -> Int {
        var count = 0
        for start in stride(from: 0, to: activities.count, by: 1_000) {
            try begin.run()
            for activity in activities[start..<min(start + 1_000, activities.count)] {
                let key = activity.person * Activities.courses + activity.course
                guard let participation = participations[key] else { throw HarnessError("a person is not enrolled") }
                participations[key]?.count += 1
                insert.bind(1, participation.id)
                insert.bind(2, participation.count + 1)
                insert.bind(3, participation.count + 1)
                insert.bind(4, activity.id)
                insert.bind(5, activity.minutes)
                let second = Activities.start + activity.day * 86_400
                insert.bind(6, second * 1_000)
                insert.bind(7, second / 86_400)
                insert.bind(8, second * 1_000)
                try insert.run()
                count += 1
            }
            try commit.run()
        }
        return count
    }

    /// The dashboard of teams by month, by scanning the record: the sums of activities, active people and minutes over all
    /// cells.
    func scan() throws -> [Int] {
        let scan = try database.prepare(
            """
            SELECT t.team_id, strftime('%Y-%m', e.effective_at / 1000, 'unixepoch') AS month, count(*),
                count(DISTINCT p.member_id), sum(e.minutes)
            FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
            JOIN kernel_team_member t ON t.member_id = p.member_id AND t.valid_until IS NULL
            WHERE e.kind IN ('activity', 'progressed') AND e.standing = 'counted' GROUP BY 1, 2
            """)
        var sums = [0, 0, 0]
        while sqlite3_step(scan.handle) == SQLITE_ROW {
            for column in 0..<3 { sums[column] += Int(sqlite3_column_int64(scan.handle, Int32(column) + 2)) }
        }
        return sums
    }

    /// Gives back the memory that the scan left free in the heap. The C library does so when the next large piece is freed.
    /// Without this, that piece may be another side's.
    func settleHeap() { sqlite3_free(sqlite3_malloc(100_000)) }
}
