internal import Atrium

extension AuditTable {
    /// An entry of the audit in words. Names are those that the reader may see.
    public struct Row: Sendable, Identifiable {
        public let id: Int
        /// `nil` if it was erased.
        let content: AuditEntry.Content?
        let names: [MemberID: String]

        var who: Cell { cell(content?.principal) }
        var place: Cell { cell(content?.scope) }
        var about: Cell { cell(content?.subject) }

        /// The permission in words: `manage teams`. The entry of an erased content says so.
        var what: Words {
            guard let permission = content?.permission else { return "The content of this entry is erased." }
            return Words(source: permission.wordsOfPermission)
        }

        /// The page of the member who did it, if the reader may see it.
        var sheet: (any Surface)? {
            guard case .member(let id)? = content.map({ AuditReference($0.principal) }), names[id] != nil else {
                return nil
            }
            return MemberSheet(member: id)
        }

        private func cell(_ text: String?) -> Cell {
            guard let text else { return .none }
            return .list(AuditReference.list(text).map(cell))
        }

        private func cell(_ reference: AuditReference) -> Cell {
            switch reference {
            case .member(let id):
                names[id].map { .member(id, name: $0) } ?? .words("a member whom you do not see")
            case .team(let id): .team(id)
            case .words(let words): .words(words)
            }
        }
    }
}

/// What a part of an audit entry refers to.
enum AuditReference {
    case member(MemberID)
    case team(TeamID)
    case words(Words)

    /// The references of a text such as `member:<id> of team:<id>` or `member:<id> token:<id>`.
    static func list(_ text: String) -> [AuditReference] {
        text.hasPrefix("member:")
            ? text.split(separator: " ").filter { $0 != "of" }.map { AuditReference(String($0)) }
            : [AuditReference(text)]
    }

    /// Reads `<kind>:<which>`. What is neither a member nor a team is named by its kind and the end of its id, because the
    /// beginnings of ids are alike.
    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let which = parts.count == 2 ? parts[1] : ""
        switch parts.first {
        case "member" where MemberID(which) != nil: self = MemberID(which).map(Self.member) ?? .words("")
        case "team" where TeamID(which) != nil: self = TeamID(which).map(Self.team) ?? .words("")
        case "account": self = .words("a person who is no member")
        case "visitor": self = .words("a person who has not signed in")
        case "operator": self = .words("operator \(which)")
        case "system":
            let system = which.split(separator: ":", maxSplits: 1).map(String.init)
            self = .words("module \(system.first ?? ""): \(system.last ?? "")")
        case "organization": self = .words("the organization")
        case "anywhere": self = .words("where the role allows it")
        case "any team": self = .words("any team")
        case let kind?:
            self = .words(which.isEmpty ? Words(source: kind) : "\(Words(source: kind)) …\(String(which.suffix(6)))")
        case nil: self = .words("")
        }
    }
}

extension AuditEntry {
    /// The members that the entry names.
    var members: [MemberID] {
        [content?.principal, content?.scope, content?.subject].compactMap(\.self).flatMap(AuditReference.list)
            .compactMap { if case .member(let id) = $0 { id } else { nil } }
    }
}

extension Members {
    /// Those of the members whom the principal may see, 1,000 in one read.
    func entries(of members: Set<MemberID>, as principal: Principal) async throws -> [MemberEntry] {
        var (entries, rest): ([MemberEntry], _) = ([], members.sorted()[...])
        while !rest.isEmpty {
            var query = MemberQuery()
            (query.ids, query.limit) = (Array(rest.prefix(1000)), 1000)
            entries += try await list(query, as: principal).entries
            rest = rest.dropFirst(1000)
        }
        return entries
    }

    /// The names of those members whom the principal may see.
    func names(of members: [MemberID], as principal: Principal) async throws -> [MemberID: String] {
        let entries = try await entries(of: Set(members), as: principal)
        return Dictionary(entries.map { ($0.id, $0.member.name) }) { first, _ in first }
    }
}
