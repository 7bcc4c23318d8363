public import Atrium
internal import Foundation

/// What was done in the organization, by whom and when: the newest first.
public struct AuditTable: Table {
    /// Only entries that contain this text.
    public let text: String?
    /// Only entries of this day or later.
    public let from: Day?
    /// Only entries of this day or earlier.
    public let until: Day?

    /// The table with filters; without one, of all entries.
    public init(text: String? = nil, from: Day? = nil, until: Day? = nil) {
        (self.text, self.from, self.until) = (text, from, until)
    }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "audit"
    public static let title: Words = "Audit"
    public static let help: Words =
        "Each unit of work that changed something has an entry. The entries are a chain that can be verified."
    public static let needs = Need<Self>(.viewAudit)
    public static let places: [Place<Self>] = [.area(.administration, after: ChangeSettings.self)]
    public static let form = Form(
        Self.init,
        Field(
            "text", \.text, .optional(.line), "Contains",
            help: "What was done, such as manage teams, or the name, the address or the id of a person."),
        Field("from", \.from, .optional(.day), "From"),
        Field("until", \.until, .optional(.day), "Until, with this day"))
    public static let columns: [Column<Row>] = [
        Column("entry", "Entry", \.id),
        Column("time", "Time", \.content?.at),
        Column(name: "who", label: "Who", kind: .list, cell: \.who, link: \.sheet),
        Column("what", "Did what", \.what),
        Column(name: "where", label: "Where", kind: .list, cell: \.place),
        Column(name: "about", label: "About", kind: .list, cell: \.about),
    ]
    public static let fileColumns: [Column<Row>] = [
        Column("principal", "Principal", \.content?.principal),
        Column("permission", "Permission", \.content?.permission),
        Column("scope", "Scope", \.content?.scope),
        Column("subject", "\(context: "subject")Subject", \.content?.subject),
    ]

    public func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<Row> {
        var query = AuditQuery()
        query.text = text
        query.permissions = permissions(text ?? "", in: tenant, caller.language)
        let found = try await people(text, in: tenant, for: caller)
        query.ids = Set(found?.entries.map(\.id.description) ?? [])
        query.from = from?.start(in: caller.timeZone)
        query.until = until?.advanced(by: 1).start(in: caller.timeZone)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await tenant.audit.list(query, as: caller.principal)
        let names = try await tenant.members.names(of: page.entries.flatMap(\.members), as: caller.principal)
        return Page(
            page.entries.map { Row(id: $0.id, content: $0.content, names: names) }, next: page.next?.description,
            note: found?.next == nil
                ? "" : "More than 100 people have this text in their name. The first 100 are found.")
    }

    /// The permissions that a language calls by a text.
    private func permissions(_ text: String, in tenant: Tenant, _ language: Language) -> Set<String> {
        let text = TextRule.folded(text)
        guard !text.isEmpty else { return [] }
        return Set(
            tenant.permissions.map(\.id).filter { id in
                TextRule.folded(language.text(Words(source: id.wordsOfPermission))).contains(text)
            })
    }

    /// The first 100 people with a text in their name or address; `nil` for somebody who sees no people.
    private func people(_ text: String?, in tenant: Tenant, for caller: Caller) async throws -> MemberPage? {
        guard let text, !text.isEmpty else { return nil }
        let refusals = try await tenant.rolesMissing(for: [(.viewMembers, .anywhere)], of: caller.principal)
        guard refusals == [nil] else { return nil }
        var query = MemberQuery()
        (query.text, query.limit) = (text, 100)
        return try await tenant.members.list(query, as: caller.principal)
    }
}

/// Whether the chain of the audit is whole.
struct AuditVerificationSheet: Sheet {
    /// The sheet.
    init() {}

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "verify-audit"
    static let title: Words = "Verify the audit"
    static let help: Words =
        "Publish the head from time to time. A person who can rewrite the whole file could otherwise forge the chain."
    static let needs = Need<Self>(.viewAudit)
    static let places: [Place<Self>] = [.beside(AuditTable.self)]
    static let form = Form<Self>(Self.init)

    func blocks(in tenant: Tenant, for caller: Caller) async throws -> [Block] {
        let result = try await tenant.audit.verify(as: caller.principal)
        let verdict = result.firstFault.map { StateValue("broken at entry \($0)", .bad) } ?? StateValue("whole", .good)
        return [
            .facts([
                Fact("Chain", verdict), Fact("Entries", result.count), Fact("Erased contents", result.erased),
                Fact("Head", result.head),
            ])
        ]
    }
}
