internal import Atrium
public import AtriumSurfaces

/// Shows surfaces as pages without a script. It names no module.
public struct PageRenderer: Sendable {
    let session: SurfaceSession
    let context: PageContext
    let texts: CellText
    /// The areas that the reader may enter.
    let areas: [PageFrame.AreaContent]

    var language: Language { session.caller.language }

    /// A renderer for one page.
    public init(_ session: SurfaceSession, _ context: PageContext) async throws {
        let session = session.forOnePage()
        (self.session, self.context, texts) = (session, context, try await CellText(for: session))
        // Most of what the page asks later is asked here, in one snapshot.
        areas = try await PageFrame.areas(of: session)
    }

    /// The stylesheet of all pages, for `/style.css`.
    public static var style: String { String(decoding: PackageResources.style_css, as: UTF8.self) }

    /// The areas that have a tab, in their order.
    public static let tabs: [Area] = [.home, .analytics, .administration]

    var frame: PageFrame { PageFrame(session: session, context: context, areas: areas) }

    /// The head of a page. `subject` names the one thing that the page is about.
    func heading(_ title: Words, subject: Words? = nil, help: Words) -> HTML {
        let lead = help.isEmpty ? HTML.empty : element("p", ["class": "lead"], text: help, in: language)
        guard let subject else {
            return element("div", ["class": "heading"], element("h1", text: title, in: language), lead)
        }
        return element(
            "div", ["class": "heading"], element("p", ["class": "kicker"], text: title, in: language),
            element("h1", [:], element("bdi", text: subject, in: language)), lead)
    }

    func html(_ cell: Cell) -> HTML { texts.html(cell) }
}
