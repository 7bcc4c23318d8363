public import Atrium

/// A table as CSV, in one piece of text for each page. Each page is read when it is requested, so that memory holds one page
/// and the totals.
///
/// A page of members has at most ``FigureQuery/limit`` members, with all parts of the interval. A page of other rows has all
/// rows, with some parts of the interval. The totals come last.
public struct FigureCSV: AsyncSequence, Sendable {
    let service: AnalyticsService
    let query: FigureQuery
    let principal: Principal

    public func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    /// Reads one page of the table at a time.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: FigureCSV
        private var query: FigureQuery
        /// The intervals of the remaining pages; `nil` before the first page.
        private var intervals: ArraySlice<Range<Day>>?
        private var totals: [String] = []

        init(source: FigureCSV) { (self.source, query) = (source, source.query) }

        /// The lines of the next page. The permission is checked for each page.
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
    /// The number of parts of an interval in one page. Thousands of teams and courses then stay within a table's limit.
    private static let partsOfPage = 12

    /// The table for a query as streamed CSV, of any length, from the query's cursor on. Each page shows the figures at the
    /// time when it is read.
    public func csv(_ query: FigureQuery, as principal: Principal) -> FigureCSV {
        FigureCSV(service: self, query: query, principal: principal)
    }

    /// The interval of each page. Members have one interval for all pages.
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
