import Atrium
import AtriumSurfaces
import AtriumTesting
import SurfacePages
import Testing

struct SheetPageTests {
    @Test func `a sheet offers its reader only what the reader may do, buttons in a row and links in a list`()
        async throws
    {
        try await withPageWorld(and: [Handbook()]) { world in
            let eve = try await world.test.member("eve@acme.example", in: world.acme)
            let full = try await world.pages(world.ada).page(of: HandbookSheet())
            #expect(full.contains(#"<p class="buttons"><a class="button" href="/acme/handbook/close">"#))
            #expect(full.contains("Close the handbook</a><a class=\"button quiet\""))
            #expect(full.contains(#"<ul class="card list"><li><a href="/acme/kernel/members?state=active">"#))
            let partial = try await world.pages(eve).page(of: HandbookSheet())
            #expect(!partial.contains("handbook/close") && partial.contains("Download rules.txt"))
            #expect(!partial.contains("kernel/audit") && partial.contains(">Members</a>"))
        }
    }

    @Test func `a heading before a table is the title of the table`() async throws {
        try await withPageWorld(and: [Handbook()]) { world in
            let page = try await world.pages(world.ada).page(of: HandbookSheet())
            #expect(page.contains("<h2>Our people</h2>") && !page.contains("<h2>Members</h2>"))
            #expect(page.contains("See all<span class=\"unseen\">: Our people</span>"))
        }
    }
}

/// A module of somebody else, with one sheet.
private struct Handbook: Module, SurfaceProvider {
    static let id: ModuleID = "handbook"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.readHandbook, .closeHandbook]
    static let schema = Schema()
    static let surfaces: [any Surface.Type] = [HandbookSheet.self, CloseHandbook.self]

    func start(in tenant: TenantContext) -> Int { 0 }
}

extension Permission {
    fileprivate static let readHandbook = Permission("handbook.read", grantedTo: .everyMember)
    fileprivate static let closeHandbook = Permission("handbook.close", grantedTo: .administrator)
}

private struct HandbookSheet: Sheet {
    typealias Provider = Handbook
    static let name: SurfaceName = "handbook"
    static let title: Words = "Handbook"
    static let needs = Need<Self>(.readHandbook)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: Int, for caller: Caller) async throws -> [Block] {
        [
            .act(CloseHandbook()), .download(Download(name: "rules.txt", mediaType: "text/plain", text: "")),
            .link(MembersTable()), .link(AuditTable()), .heading("Our people"), .table(MembersTable()),
        ]
    }
}

private struct CloseHandbook: Act {
    typealias Provider = Handbook
    static let name: SurfaceName = "close"
    static let title: Words = "Close the handbook"
    static let needs = Need<Self>(.closeHandbook)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = []
    static let form = Form<Self>(Self.init)

    func perform(in service: Int, for caller: Caller) async throws -> Outcome { Outcome("The handbook is closed.") }
}
