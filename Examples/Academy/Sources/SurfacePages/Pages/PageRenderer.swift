internal import Atrium
public import AtriumSurfaces

/// Shows surfaces as pages without a script. It names no module.
public struct PageRenderer: Sendable {
    let session: SurfaceSession
    let context: PageContext
    let texts: CellText

    /// A renderer for one reader.
    public init(_ session: SurfaceSession, _ context: PageContext) async throws {
        (self.session, self.context, texts) = (session, context, try await CellText(for: session))
    }

    /// The stylesheet of all pages, for `/style.css`.
    public static var style: String { String(decoding: PackageResources.style_css, as: UTF8.self) }

    var frame: PageFrame { PageFrame(session: session, context: context) }

    func hidden(_ name: String, _ value: String) -> HTML {
        void("input", ["type": "hidden", "name": name, "value": value])
    }

    /// The head of a page. `subject` names the one thing that the page is about.
    func heading(_ title: Words, subject: Words? = nil, help: Words) -> HTML {
        let lead = help.isEmpty ? HTML.empty : element("p", ["class": "lead"], text: help.description)
        guard let subject else {
            return element("div", ["class": "heading"], element("h1", text: title.description), lead)
        }
        return element(
            "div", ["class": "heading"], element("p", ["class": "kicker"], text: title.description),
            element("h1", [:], element("bdi", text: subject.description)), lead)
    }

    func html(_ cell: Cell) -> HTML {
        switch cell {
        case .state(let words, let tone): element("span", ["class": "chip \(tone.rawValue)"], text: words.description)
        case .hidden(let mark, let why):
            element("abbr", ["title": why.description, "tabindex": "0"], text: mark)
        case .rate(let part, let total) where total > 0:
            element(
                "span", ["class": "rate"],
                .trusted("<meter min=\"0\" max=\"\(total)\" value=\"\(part)\"></meter> "), HTML(texts.text(cell)))
        case .text(""): HTML("–")
        case .list(let cells) where cells.isEmpty: HTML("–")
        case .list(let cells):
            element("span", [:], cells.map { element("span", ["class": "item"], html($0)) })
        case .text, .member, .team: element("bdi", text: texts.text(cell))
        case .moment, .day: element("span", ["class": "time"], text: texts.text(cell))
        default: HTML(texts.text(cell))
        }
    }
}
