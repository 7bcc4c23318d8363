public import Atrium

/// A table in pieces of text, page after page: each is read when it is asked for, so that memory holds one, and the totals.
///
/// Members come by the hundred, with all parts of the interval; all other rows come for some parts at a time. The totals stand
/// behind everything.
public struct FigureCSV: AsyncSequence, Sendable {
    let service: AnalyticsService
    let query: FigureQuery
    let principal: Principal

    public func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    public struct Iterator: AsyncIteratorProtocol {
        private let source: FigureCSV
        private var query: FigureQuery
        /// The intervals of the pages that are left; `nil` before the first.
        private var intervals: ArraySlice<Range<Day>>?
        private var totals: [String] = []

        init(source: FigureCSV) { (self.source, query) = (source, source.query) }

        /// The lines of the next page; the permission is checked for each.
        public mutating func next() async throws -> String? {
            let isFirst = intervals == nil
            if intervals == nil {
                intervals = try await source.service.intervals(of: query, as: source.principal)[...]
            }
            guard let days = intervals?.first else {
                defer { totals = [] }
                return totals.isEmpty ? nil : totals.joined()
            }
            query.days = days
            let page = try await source.service.table(query, as: source.principal)
            totals += page.csvTotals
            query.cursor = page.next
            if page.next == nil { intervals = intervals?.dropFirst() }
            return (isFirst ? page.csvHeader : "") + page.csvRows.joined()
        }
    }
}

extension AnalyticsService {
    /// How many parts of an interval one page holds: teams and courses by the thousand stay within a table's limit.
    private static let partsOfPage = 12

    /// The table that a query asks for as CSV, streamed: of any length, from the query's cursor on. Each page shows the
    /// figures of its moment.
    public func csv(_ query: FigureQuery, as principal: Principal) -> FigureCSV {
        FigureCSV(service: self, query: query, principal: principal)
    }

    /// The intervals of the pages.
    func intervals(of query: FigureQuery, as principal: Principal) async throws -> [Range<Day>] {
        guard query.rows != .members else { return [query.days] }
        return try await store.read(as: principal, .viewFigures, in: .anywhere) { work in
            let parts = try query.parts(firstWeekday: work.organization().firstWeekday)
            return stride(from: 0, to: parts.count, by: Self.partsOfPage).map { start in
                let end = min(start + Self.partsOfPage, parts.count) - 1
                return parts[start].lowerBound..<parts[end].upperBound
            }
        }
    }
}
