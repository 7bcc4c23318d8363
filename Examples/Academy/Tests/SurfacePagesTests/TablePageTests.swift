import Atrium
import AtriumSurfaces
import AtriumTesting
import SurfacePages
import Testing

struct TablePageTests {
    @Test func `a reader can go on, back and to the first page`() async throws {
        try await withPageWorld { world in
            for number in 1...3 { _ = try await world.test.member("m\(number)@acme.example", in: world.acme) }
            let (pages, session) = (try await world.pages(world.ada), world.session(world.ada))
            let second = try #require(try await session.page(of: MembersTable(), PageRequest(limit: 1)).next)
            let third = try #require(
                try await session.page(of: MembersTable(), PageRequest(cursor: second, limit: 1)).next)

            let first = try await pages.page(of: MembersTable(), PageRequest(limit: 1))
            #expect(
                first.contains(">Next page</a>") && first.contains("&amp;_cursor=") && first.contains("_before=&amp;"))
            #expect(!first.contains(">Previous page</a>") && !first.contains(">First page</a>"))
            let other = try await pages.page(of: MembersTable(), PageRequest(cursor: second, limit: 1), trail: [""])
            #expect(other.contains(">First page</a>") && !other.contains(">Previous page</a>"))
            let last = try await pages.page(
                of: MembersTable(), PageRequest(cursor: third, limit: 1), trail: ["", second])
            #expect(last.contains(">Previous page</a>") && last.contains("_before=&amp;_cursor="))
        }
    }

    @Test func `the next page keeps a filter that was emptied`() async throws {
        try await withPageWorld { world in
            _ = try await world.test.member("eve@acme.example", in: world.acme)
            let html = try await world.pages(world.ada).page(of: MembersTable(state: nil), PageRequest(limit: 1))
            #expect(
                html.contains("/acme/kernel/members?_before=&amp;_cursor=") && html.contains("&amp;state=\">Next page"))
        }
    }

    @Test func `an empty table says whether filters or a beginning are the reason, and what to do`() async throws {
        try await withPageWorld { world in
            let pages = try await world.pages(world.ada)
            let filtered = try await pages.page(of: MembersTable(text: "nobody"))
            #expect(filtered.contains("Nothing matches these filters."))
            #expect(filtered.contains("<a href=\"/acme/kernel/members\">Start again without them</a>"))
            let teams = try await pages.page(of: TeamsTable())
            #expect(teams.contains("<p>There is no team yet.</p><p>What you can do next:</p>"))
            #expect(teams.contains("<li><a href=\"/acme/kernel/create-team\">Create a team</a></li>"))
        }
    }

    @Test func `the head of a column sorts by it, if the table can`() async throws {
        try await withPageWorld(and: [Sorting()]) { world in
            let pages = try await world.pages(world.ada)
            let html = try await pages.page(of: SortedTable(order: .age))
            #expect(html.contains("<a href=\"/acme/sorting/sorted?order=name\">Name"))
            #expect(
                html.contains(
                    "<th scope=\"col\" class=\"n\" aria-sort=\"other\"><a href=\"/acme/sorting/sorted?order=age\""))
            #expect(html.contains("<th scope=\"col\">Note</th>"))
        }
    }

    @Test func `a row with many acts has one menu, whose name says which row`() async throws {
        try await withPageWorld { world in
            let html = try await world.pages(world.ada).page(of: MembersTable())
            #expect(
                html.contains("popovertarget=\"acts-members-0\">Actions<span class=\"unseen\">: Ada Lovelace</span>"))
            #expect(html.contains("id=\"acts-members-0\" popover=\"\""))
        }
    }
}

/// A module with a table that can be sorted.
struct Sorting: Module, SurfaceProvider {
    static let id: ModuleID = "sorting"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.viewSorted]
    static let schema = Schema()
    static let surfaces: [any Surface.Type] = [SortedTable.self]

    func start(in tenant: TenantContext) -> Int { 0 }
}

extension Permission {
    fileprivate static let viewSorted = Permission("sorting.view", grantedTo: .everyMember)
}

struct SortedTable: Table {
    enum Order: String, CaseIterable { case name, age }

    struct Row: Sendable, Identifiable {
        let id: Int
        let name: String
    }

    let order: Order

    typealias Provider = Sorting
    static let name: SurfaceName = "sorted"
    static let title: Words = "Sorted"
    static let needs = Need<Self>(.viewSorted, in: .anywhere)
    static let form = Form(
        Self.init, Field("order", \.order, .order { Words(verbatim: $0.rawValue) }, "Order", default: .name))
    static let columns: [Column<Row>] = [
        Column("name", "Name", \.name), Column("age", "Age", \.id), Column("note", "Note", \.name),
    ]

    func page(_ request: PageRequest, in service: Int, for caller: Caller) async throws -> Page<Row> {
        try page(of: [Row(id: 1, name: "Ada")], request)
    }
}
