internal import Atrium
internal import AtriumCSV

/// A table as CSV (RFC 4180), page by page. Memory holds one page. The header has the names of the columns; a rate has a second
/// column, `<name>-of`, with its number of cases. ``Table/fileColumns`` follow the others. Totals come last.
extension SurfaceSession {
    /// All rows that match the table's filters.
    public func csv<T: Table>(of table: T) async throws -> Download {
        // The first page is read before anything is sent, so that a refusal is an error and not a broken file.
        let texts = try await CellText(for: self)
        let first = try await page(of: table, PageRequest(limit: 1000))
        // People and programs read the names as they are. The apostrophe of `CSVLine.header` is for files that come back.
        let header = CSVLine.text(
            (T.columns + T.fileColumns).flatMap { $0.kind == .rate ? [$0.name, "\($0.name)-of"] : [$0.name] })
        let name = "\(T.Provider.id)-\(T.name).csv"
        return Download(name: name, mediaType: "text/csv; charset=utf-8") {
            let state = Locked<(page: Page<T.Row>?, isFirst: Bool)>((first, true))
            return AsyncThrowingStream {
                let (page, isFirst) = state.withLock { $0 }
                guard let page else { return nil }
                var text = isFirst ? header : ""
                for row in page.rows { text += line(of: row, T.self, texts) }
                if page.next == nil { for row in first.totals { text += line(of: row, T.self, texts) } }
                let next: Page<T.Row>? =
                    if let cursor = page.next {
                        try await self.page(of: table, PageRequest(cursor: cursor, limit: 1000))
                    } else { nil }
                state.withLock { $0 = (next, false) }
                return Array(text.utf8)
            }
        }
    }

    private func line<T: Table>(of row: T.Row, _ table: T.Type, _ texts: CellText) -> String {
        CSVLine.text((T.columns + T.fileColumns).flatMap { texts.fields($0.cell(row), of: $0.kind) })
    }
}
