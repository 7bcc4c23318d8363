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

    func lead(_ words: Words) -> HTML {
        words.isEmpty ? .empty : element("p", ["class": "lead"], text: words.description)
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
        case .list(let cells): HTML.join(cells.map { element("span", ["class": "item"], html($0)) })
        case .member(_, let name): element("bdi", text: name)
        case .moment, .day: element("span", ["class": "time"], text: texts.text(cell))
        default: HTML(texts.text(cell))
        }
    }
}
