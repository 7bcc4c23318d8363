public import Atrium

/// Reads what counts in the record, inside another module's unit. These reads are consequences of the caller's act, so they
/// check no permission.
extension CourseService {
    /// The entry with an id, together with what it corrects and what corrects it.
    public func history(of id: String, in work: UnitOfWork) throws -> EntryHistory {
        try store.within(work) { own in
            // An entry and its corrections have the same place.
            let entries = try own.rows(
                """
                SELECT \(LearningEntry.columns), e.standing
                FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                WHERE (e.participation_id, e.place) = (
                    SELECT participation_id, place FROM courses_entry WHERE external_id = \(id))
                ORDER BY e.number
                """
            ) { row in
                (entry: try LearningEntry(row), standing: try row[LearningEntry.columnCount] as Recorder.Standing)
            }
            return EntryHistory(
                ids: entries.map(\.entry.id), counting: entries.first { $0.standing == .counted }?.entry,
                isVoided: entries.allSatisfy { $0.standing == .voided })
        }
    }

    /// The member's completion of a course that counts and has the latest date; `nil` if none counts.
    public func lastCompletion(
        of member: MemberID, in course: CourseID, in work: UnitOfWork
    ) throws -> LearningEntry? {
        try store.within(work) { own in
            try own.first(
                """
                SELECT \(LearningEntry.columns) FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                WHERE (p.member_id, p.course_id) = (\(member), \(course)) AND e.kind = 'completed' AND e.standing = 'counted'
                ORDER BY e.effective_at DESC, e.place DESC, e.number DESC LIMIT 1
                """, make: LearningEntry.init)
        }
    }

    /// Calls the closure with every entry that counts, in no promised order. It keeps no entry in memory.
    public func forEachEntry(in work: UnitOfWork, _ body: (LearningEntry) throws -> Void) throws {
        // It reads in pages, because the deadline of a statement covers all its rows.
        var cursor: EntryPage.Cursor?
        repeat {
            let page = try entries(after: cursor, limit: pageSize, in: work)
            try page.entries.forEach(body)
            cursor = page.next
        } while cursor != nil
    }

    /// A page of the entries that count, in no promised order, for callers that go through the record in several units. It
    /// looks at `limit` lines of the record, 1 to 1,000. Only few of them may count.
    public func entries(after cursor: EntryPage.Cursor?, limit: Int, in work: UnitOfWork) throws -> EntryPage {
        let limit = min(max(limit, 1), 1000)
        return try store.within(work) { own in
            let lines = try own.rows(
                """
                SELECT \(LearningEntry.columns), e.standing = 'counted', e.participation_id, e.number
                FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                WHERE (e.participation_id, e.number) > (\(cursor?.position.first ?? 0), \(cursor?.position.second ?? 0))
                ORDER BY e.participation_id, e.number LIMIT \(limit)
                """
            ) { row in
                let next = LearningEntry.columnCount
                return (
                    entry: try LearningEntry(row), isCounted: try row[next] as Bool,
                    cursor: EntryPage.Cursor(after: PagePosition(try row[next + 1], try row[next + 2]))
                )
            }
            return EntryPage(
                entries: lines.filter(\.isCounted).map(\.entry),
                next: lines.count == limit ? lines.last?.cursor : nil)
        }
    }
}

/// Entries that count, and where the next page of the record starts.
public struct EntryPage: Sendable, PagedList {
    public static let listName: StaticString = "courses.entries"
    /// A participation, and the number of an entry in it.
    public typealias Position = PagePosition<Int, Int>

    /// The entries of this page that count; perhaps none, even if a next page follows.
    public let entries: [LearningEntry]
    /// Where the next page starts; `nil` after the last page.
    public let next: Cursor?
}
