internal import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// The page of a sheet.
    public func page<S: Sheet>(of sheet: S) async throws -> String {
        var content = [
            element("h1", text: S.title.description), lead(S.help), try await buttons(beside: S.self),
            try await filters(of: sheet),
        ]
        for block in try await session.blocks(of: sheet) { content.append(try await html(block)) }
        return try await frame.page(S.title.description, in: S.path, content)
    }

    private func html(_ block: Block) async throws -> HTML {
        switch block {
        case .figures(let figures): return element("div", ["class": "grid"], figures.map(html))
        case .chart(let chart): return ChartHTML(chart: chart, texts: texts).html
        case .facts(let facts):
            let rows = facts.flatMap { fact in
                let value = html(fact.value)
                return [
                    element("dt", text: fact.label.description),
                    element("dd", [:], fact.link.map { element("a", ["href": context.address($0)], value) } ?? value),
                ]
            }
            return element("section", ["class": "card"], element("dl", [:], rows))
        case .terms(let terms):
            let rows = terms.flatMap {
                [element("dt", text: $0.name.description), element("dd", text: $0.meaning.description)]
            }
            return element("section", ["class": "card"], element("dl", ["class": "terms"], rows))
        case .text(let words): return element("p", text: words.description)
        case .html(let html, _): return element("section", ["class": "card"], .trusted(html))
        case .svg(let svg): return element("section", ["class": "card"], .trusted(svg))
        case .table(let table): return try await html(table)
        case .act(let act):
            return element(
                "p", [:],
                element("a", ["class": "button", "href": context.address(act)], text: type(of: act).title.description))
        case .link(let surface): return element("p", [:], link(surface))
        case .download(let download): return element("p", text: download.name)
        }
    }

    private func html<T: Table>(_ table: T) async throws -> HTML {
        let page = try await session.page(of: table, PageRequest(limit: 20))
        let all = element("a", ["class": "quietlink", "href": context.address(table)], text: "All, with filters")
        return element(
            "section", [:], element("div", ["class": "row"], element("h2", text: T.title.description), all),
            try await rows(of: page, table))
    }

    private func html(_ figure: Figure) -> HTML {
        let verdict = figure.verdict.map {
            element("span", ["class": "chip \($0.tone.rawValue)"], text: $0.words.description)
        }
        let (large, small): (String, String) =
            switch figure.value {
            case .rate(let part, let total): total == 0 ? ("–", "no cases") : ("\(part * 100 / total)%", "of \(total)")
            default: (texts.text(figure.value), figure.unit.description)
            }
        return element(
            "div", ["class": "card figure"], element("span", text: figure.label.description),
            element("b", text: large), element("span", ["class": "to"], text: small), verdict ?? .empty,
            element(
                "details", [:], element("summary", text: "Definition"),
                element("p", text: figure.definition.description)))
    }
}
