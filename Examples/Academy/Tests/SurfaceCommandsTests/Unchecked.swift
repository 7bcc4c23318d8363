import Atrium
import AtriumSurfaces

/// A module whose texts no rule has checked. The program does not know it.
struct Unchecked: Module, SurfaceProvider {
    static let id: ModuleID = "unchecked"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()
    static let surfaces: [any Surface.Type] = [UncheckedTable.self, UncheckedSheet.self, UncheckedAct.self]

    /// Sequences with which a terminal changes colours, a line is overwritten, or letters run backwards.
    static let text = "a\u{1B}[31m\u{9B}2Kb\r\nc\u{202E}d\u{7}"

    func start(in tenant: TenantContext) -> String { Self.text }
}

struct UncheckedTable: Table {
    struct Row: Sendable, Identifiable { let id: String }

    typealias Provider = Unchecked
    static let name: SurfaceName = "unchecked"
    static let title: Words = "Unchecked"
    static let needs = Need<Self>(.viewOrganization)
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Row>] = [Column("text", "Text", \.id)]

    func page(_ request: PageRequest, in service: String, for caller: Caller) async throws -> Page<Row> {
        Page([Row(id: service)], next: request.cursor == nil ? service : nil, note: "\(service)")
    }
}

struct UncheckedSheet: Sheet {
    typealias Provider = Unchecked
    static let name: SurfaceName = "sheet"
    static let title: Words = "Sheet"
    static let needs = Need<Self>(.viewOrganization)
    static let form = Form<Self>(Self.init)

    func blocks(in service: String, for caller: Caller) async throws -> [Block] {
        [
            .facts([Fact("\(service)", service)]), .text("\(service)"), .html("", plainText: service),
            .terms([Term("\(service)", "\(service)")]), .act(UncheckedAct(text: service)),
            .download(Download(name: service, mediaType: "text/plain", text: service)),
            .figures([Figure("f", "\(service)", .text(service), unit: "\(service)", definition: "")]),
            .chart(
                Chart(
                    "\(service)", .bars, unit: "\(service)", axis: ["\(service)"], [.init("\(service)", [.number(1)])])),
        ]
    }
}

struct UncheckedAct: Act {
    let text: String

    typealias Provider = Unchecked
    static let name: SurfaceName = "act"
    static let title: Words = "Act"
    static let needs = Need<Self>(.viewOrganization)
    static let repetition = Repetition.harmless
    static let form = Form(Self.init, Field("text", \.text, .lines, "Text"))

    var question: Words { "Really \(text)?" }

    func perform(in service: String, for caller: Caller) async throws -> Outcome {
        Outcome("\(service)", lines: [ReportLine(1, service, .warning, "\(service)")], stop: "\(service)")
    }
}
