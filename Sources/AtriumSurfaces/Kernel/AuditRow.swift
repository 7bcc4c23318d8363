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

        /// The permission in words: `Manage teams`. The entry of an erased content says so.
        var what: Words {
            guard let permission = content?.permission else { return "The content of this entry is erased." }
            let words = permission.wordsOfPermission
            return Words(verbatim: words.prefix(1).uppercased() + words.dropFirst())
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

    /// The references of a text such as `member:<id> of team:<id>`.
    static func list(_ text: String) -> [AuditReference] {
        text.hasPrefix("member:")
            ? text.split(separator: " of ").map(String.init).map { AuditReference($0) } : [AuditReference(text)]
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
        case let kind?: self = .words(which.isEmpty ? Words(verbatim: kind) : "\(kind) …\(String(which.suffix(6)))")
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

extension Tenant {
    /// The names of those members whom the principal may see. It reads 1,000 members at once.
    func names(of members: [MemberID], as principal: Principal) async throws -> [MemberID: String] {
        var names: [MemberID: String] = [:]
        var rest = Array(Set(members))[...]
        while !rest.isEmpty {
            var query = MemberQuery()
            (query.ids, query.limit) = (Array(rest.prefix(1000)), 1000)
            rest = rest.dropFirst(1000)
            do {
                for entry in try await self.members.list(query, as: principal).entries {
                    names[entry.id] = entry.member.name
                }
            } catch is AccessError { return [:] }
        }
        return names
    }
}
