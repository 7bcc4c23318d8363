internal import Atrium

/// The rows of one module in one organization, as texts that can be compared.
///
/// Rows of two platforms differ in their identities and secrets. ``anonymous(_:)`` leaves these out.
struct ModuleRows: Equatable {
    /// The rows of each table, sorted.
    private let tables: [String: [String]]

    private init(texts tables: [String: [String]]) { self.tables = tables }

    init(_ tables: [String: [[String]]]) {
        self.tables = tables.mapValues { rows in rows.map { "(\($0.joined(separator: ", ")))" }.sorted() }
    }

    var isEmpty: Bool { tables.values.allSatisfy(\.isEmpty) }

    /// The same rows with names in place of known identities, and with the same mark for all others and for secrets.
    func anonymous(_ names: [String: String]) -> ModuleRows {
        ModuleRows(
            texts: tables.mapValues { rows in
                rows.map { row in
                    Self.replacingWords(of: row) { word in
                        if let name = names[word] { return name }
                        if ID<Self>(word) != nil { return "<id>" }
                        return word.utf8.count >= 20 && word.contains(where: \.isNumber) ? "<secret>" : word
                    }
                }.sorted()
            })
    }

    /// All identities in the rows.
    var identities: Set<String> {
        var found: Set<String> = []
        for row in tables.values.joined() {
            _ = Self.replacingWords(of: row) { word in
                if ID<Self>(word) != nil { found.insert(word) }
                return word
            }
        }
        return found
    }

    /// The rows without those of some tables.
    func without(_ tables: Set<String>) -> ModuleRows {
        ModuleRows(texts: self.tables.filter { !tables.contains($0.key) })
    }

    /// The first difference to the rows that were expected, as a sentence; `nil` if there is none.
    func difference(from expected: ModuleRows) -> String? {
        for table in Set(tables.keys).union(expected.tables.keys).sorted() {
            let (own, others) = (tables[table] ?? [], expected.tables[table] ?? [])
            if own == others { continue }
            if own.count != others.count {
                return "\(table) has \(own.count == 1 ? "1 row" : "\(own.count) rows") instead of \(others.count)"
            }
            let (one, other) = zip(own, others).first { $0 != $1 } ?? ("", "")
            return "\(table) has \(one) instead of \(other)"
        }
        return nil
    }

    /// Words are letters, digits, `-` and `_` without a gap, as identities and secrets are.
    private static func replacingWords(of text: String, by replacement: (String) -> String) -> String {
        var (result, word) = ("", "")
        for character in text {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                word.append(character)
                continue
            }
            if !word.isEmpty { result += replacement(word) }
            (result, word) = (result + String(character), "")
        }
        return result + (word.isEmpty ? "" : replacement(word))
    }
}
