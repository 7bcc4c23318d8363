internal import Atrium

internal import struct Foundation.Date

/// Stored entries.
extension Recorder {
    /// Whether an entry counts, and why not: a redundant entry says nothing new.
    enum Standing: String, ColumnValue { case counted, redundant, voided }

    /// A stored entry, with what only the record knows about it.
    struct Known {
        let entry: LearningEntry
        let participation: Int
        let place: Int
        let standing: Standing
        let mayEnrol: Bool
        let digest: [UInt8]?
        let registration: String?

        static let columns: SQL = """
            \(LearningEntry.columns), e.participation_id, e.place, e.standing, e.may_enrol, e.digest, e.registration
            """

        init(_ row: Row) throws {
            let next = LearningEntry.columnCount
            entry = try LearningEntry(row)
            (participation, place, standing) = (try row[next], try row[next + 1], try row[next + 2])
            (mayEnrol, digest, registration) = (try row[next + 3], try row[next + 4], try row[next + 5])
        }

        /// Whether a statement repeats this entry, judged by what both say. The names in the statement are not looked up again,
        /// because addresses, links and mappings change. `nil` if one of the two is no statement.
        func matches(_ digest: [UInt8]?, at date: Date?) -> Bool? {
            guard let own = self.digest, let digest else { return nil }
            // An LRS gives a time to a statement without one (xAPI 1.0.3, Data, 2.3.1). The import that recorded it did so too.
            let isSameTime = date.map {
                entry.effectiveAt == entry.recordedAt || entry.effectiveAt.isSameTimestamp(as: $0)
            }
            return own == digest && isSameTime ?? true
        }

        /// Whether a report repeats this entry. A report without a date matches every date.
        func matches(_ report: LearningReport, of member: MemberID) -> Bool {
            entry.member == member && entry.course == report.course && entry.learning == report.learning
                && isSameTime(report)
        }

        /// A day is the same day in every zone.
        private func isSameTime(_ report: LearningReport) -> Bool {
            if report.day != nil || entry.day != nil { return report.day == entry.day }
            return report.effectiveAt.map { $0.sqlValue == entry.effectiveAt.sqlValue } ?? true
        }
    }

    func entry(_ id: String) throws -> Known? {
        try work.first("SELECT \(Known.columns) \(Self.source) WHERE e.external_id = \(id)", make: Known.init)
    }

    /// The entries of a member in a course that are not voided, in the order of the record.
    func entries(of participation: Int) throws -> [Known] {
        try work.rows(
            """
            SELECT \(Known.columns) \(Self.source) WHERE e.participation_id = \(participation) AND e.standing <> 'voided'
            ORDER BY e.place, e.number
            """, make: Known.init)
    }

    static let source: SQL = "FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id"
}
