internal import AtriumValues

/// The rows of a table that a person means.
public enum Selection<T: Table>: Sendable {
    /// The rows that were ticked.
    case ticked([T.RowID])
    /// All rows that match the table's filters, on all pages.
    case matching(T)
}

extension FieldKind {
    /// Rows of a table: the id of each that is ticked, also after `id:`, or `all:` followed by the filters as a URL's query.
    public static func selection<T: Table>(of table: T.Type) -> Self where Value == Selection<T> {
        Self(.selection(table.path), isRequired: true) { (texts: [String]) throws(InvalidField) in
            if let all = texts.last(where: { $0.hasPrefix("all:") }) {
                guard let input = try? FormInput(query: String(all.dropFirst(4))),
                    (try? T.form.requireKnown(input.texts.keys)) != nil, let table = try? T.form.read(input)
                else { throw InvalidField("has filters that cannot be read; go back to the table") }
                return .matching(table)
            }
            var ids: [T.RowID] = []
            for text in texts where !text.isEmpty {
                guard let id = T.RowID(text.hasPrefix("id:") ? String(text.dropFirst(3)) : text) else {
                    throw InvalidField("names no row; go back to the table")
                }
                ids.append(id)
            }
            guard !ids.isEmpty else { throw InvalidField("is empty; tick at least one row") }
            return .ticked(ids)
        } write: { selection in
            switch selection {
            case .ticked(let ids): ids.map { "id:\($0)" }
            case .matching(let table): ["all:\(T.form.write(table).query)"]
            }
        }
    }
}
