public import Atrium

/// What counts in the record, inside another module's unit. A consequence: it asks for no permission.
extension CourseService {
    /// The entry with an id, with what it corrects and what corrects it.
    public func history(of id: String, in work: UnitOfWork) throws -> EntryHistory {
        try store.within(work) { own in
            // What corrects an entry has its place.
            let entries = try own.rows(
                """
                SELECT \(LearningEntry.columns), e.standing = 'counted'
                FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                WHERE (e.participation_id, e.place) = (
                    SELECT participation_id, place FROM courses_entry WHERE external_id = \(id))
                ORDER BY e.number
                """
            ) { row in (try LearningEntry(row), isCounted: try row[LearningEntry.columnCount] as Bool) }
            return EntryHistory(ids: entries.map(\.0.id), counting: entries.first { $0.isCounted }?.0)
        }
    }

    /// Calls the closure with every entry that counts, in no promised order, keeping none in memory.
    public func forEachEntry(in work: UnitOfWork, _ body: (LearningEntry) throws -> Void) throws {
        try store.within(work) { own in
            var last = (participation: 0, number: 0)
            // Pages, because the deadline of a statement covers all its rows.
            while true {
                let page = try own.rows(
                    """
                    SELECT \(LearningEntry.columns), e.standing = 'counted', e.participation_id, e.number
                    FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                    WHERE (e.participation_id, e.number) > (\(last.participation), \(last.number))
                    ORDER BY e.participation_id, e.number LIMIT \(pageSize)
                    """
                ) { row in
                    let next = LearningEntry.columnCount
                    return (
                        try LearningEntry(row), try row[next] as Bool, try row[next + 1] as Int,
                        try row[next + 2] as Int
                    )
                }
                for (entry, isCounted, _, _) in page where isCounted { try body(entry) }
                guard let end = page.last else { return }
                last = (end.2, end.3)
            }
        }
    }
}
