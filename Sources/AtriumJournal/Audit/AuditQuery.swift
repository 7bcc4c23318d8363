package import AtriumStorage
public import AtriumValues

public import struct Foundation.Date

/// An entry of an audit chain: one unit that changed something.
public struct AuditEntry: Sendable, Equatable, Identifiable {
    /// The number of the entry in the chain, from 1.
    public let id: Int
    /// What the entry says; `nil` if its content was erased.
    public let content: Content?

    /// Who did what, when, and about whom.
    public struct Content: Sendable, Equatable {
        /// When the unit ran.
        public let at: Date
        /// The permission with which it ran.
        public let permission: String
        /// The scope of the permission: `organization`, `team:<id>`, `member:<id>` and so on.
        public let scope: String
        /// What the unit was about, such as `team:<id>`; `nil` if it named nothing.
        public let subject: String?
        /// In whose name it ran: `member:<id>`, `operator:<name>` and so on.
        public let principal: String

        /// Reads a payload: the parts that ``AuditChain`` writes, separated by tabs.
        package init?(_ payload: String) {
            let parts = payload.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 5, let time = Double(parts[0]) else { return nil }
            at = Date(timeIntervalSince1970: time / 1000)
            (permission, scope, principal) = (parts[1], parts[2], parts[4])
            subject = parts[3] == "-" ? nil : parts[3]
        }
    }
}

/// A query for entries of an audit chain, in pages, the newest first.
public struct AuditQuery: Sendable, PagedList {
    public static let listName: StaticString = "kernel.audit"
    public typealias Position = Int

    /// How many entries one page looks at. A filter that few entries match gives pages with few entries or none.
    private static let scanLimit = 20_000

    /// Only entries that contain this text in permission, scope, subject or principal, such as an id; up to 200 bytes. A longer
    /// text finds nothing. Upper and lower case are the same.
    public var text: String?
    /// With ``text``, also entries that name one of these ids, such as those of people who have the text in their name.
    public var ids: Set<String> = []
    /// With ``text``, also entries with one of these permissions, such as those that a reader's language calls by the text.
    public var permissions: Set<String> = []
    /// Only entries of units that ran at this time or later; `nil` for all.
    public var from: Date?
    /// Only entries of units that ran before this time; `nil` for all.
    public var until: Date?
    /// Where the page starts; `nil` for the first page.
    public var cursor: Cursor?
    /// The number of entries of a page, 1 to 1,000.
    public var limit = 100

    /// A query for the first page of all entries.
    public init() {}

    /// Reads a page.
    package func page(_ executor: CachingExecutor) throws -> AuditPage {
        guard text?.utf8.count ?? 0 <= 200 else { return AuditPage(entries: [], next: nil) }
        let limit = min(max(limit, 1), 1000)
        let text = text?.lowercased()
        let isFiltered = text?.isEmpty == false || from != nil || until != nil
        let rowLimit = isFiltered ? Self.scanLimit : limit + 1
        let rows = try executor.rows(
            """
            SELECT sequence, payload FROM kernel_audit WHERE sequence < \(cursor?.position ?? .max)
            ORDER BY sequence DESC LIMIT \(rowLimit)
            """, as: Int.self, String?.self)
        var entries: [AuditEntry] = []
        var last: Int?
        for (sequence, payload) in rows where entries.count < limit {
            last = sequence
            let entry = AuditEntry(id: sequence, content: payload.flatMap(AuditEntry.Content.init))
            if matches(entry, payload ?? "", text) { entries.append(entry) }
        }
        let hasMore = last != rows.last?.0 || rows.count == rowLimit
        return AuditPage(entries: entries, next: hasMore ? last.map { Cursor(after: $0) } : nil)
    }

    private func names(_ entry: AuditEntry) -> Bool {
        guard let content = entry.content else { return false }
        if permissions.contains(content.permission) { return true }
        guard !ids.isEmpty else { return false }
        return [content.principal, content.scope, content.subject].compactMap(\.self).contains { text in
            text.split { $0 == ":" || $0 == " " }.contains { ids.contains(String($0)) }
        }
    }

    private func matches(_ entry: AuditEntry, _ payload: String, _ text: String?) -> Bool {
        if let text, !text.isEmpty, !payload.lowercased().contains(text) {
            guard names(entry) else { return false }
        }
        if let from, entry.content.map({ $0.at < from }) ?? true { return false }
        if let until, entry.content.map({ $0.at >= until }) ?? true { return false }
        return true
    }
}

/// One page of an audit chain. It may hold fewer entries than asked for, or none. Only a page without `next` is the last one.
public struct AuditPage: Sendable {
    /// The entries, the newest first.
    public let entries: [AuditEntry]
    /// Where the next page starts; `nil` after the last page.
    public let next: AuditQuery.Cursor?
}
