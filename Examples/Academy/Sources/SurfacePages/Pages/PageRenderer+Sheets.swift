internal import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// The page of a sheet.
    public func page<S: Sheet>(of sheet: S) async throws -> String {
        let blocks = try await session.blocks(of: sheet)
        let subject = try await subject(of: sheet)
        var content = [
            heading(S.title, subject: subject, help: S.help), try await buttons(beside: S.self),
            try await filters(of: sheet),
        ]
        content += try await html(blocks, of: sheet)
        content += try await offers(on: sheet, beside: blocks) + parts(ofHome: S.self)
        let title: Words = subject.map { "\($0) · \(S.title)" } ?? S.title
        return frame.page(title, in: S.path, content)
    }

    /// The name of what a sheet is about: of its first field that has to be filled in and has a name.
    private func subject<S: Sheet>(of sheet: S) async throws -> Words? {
        guard let field = S.form.fields.first(where: { $0.isRequired && $0.naming != nil }) else { return nil }
        guard let text = field.write(sheet).first else { return nil }
        return try await session.name(of: text, in: field)
    }

    /// The blocks in their order. Buttons that follow each other stand in a row, and links in a list. A heading before a table is
    /// the title of the table.
    private func html<S: Sheet>(_ blocks: [Block], of sheet: S) async throws -> [HTML] {
        var parts: [HTML] = []
        var rest = blocks[...]
        while let block = rest.first {
            let group = rest.prefix { $0.group == block.group }
            if case .heading(let title) = block, case .table(let table) = rest.dropFirst().first {
                parts.append(try await part(table, PageRequest(limit: 20), title: title) ?? .empty)
                rest = rest.dropFirst(2)
            } else if let place = block.group {
                var members: [HTML] = []
                for block in group { members.append(try await html(block, of: sheet)) }
                parts.append(element(place.tag, ["class": place.style], members))
                rest = rest.dropFirst(group.count)
            } else {
                parts.append(try await html(block, of: sheet))
                rest = rest.dropFirst()
            }
        }
        return parts
    }

    private func html<S: Sheet>(_ block: Block, of sheet: S) async throws -> HTML {
        switch block {
        case .figures(let figures): return element("div", ["class": "grid"], figures.map(html))
        case .chart(let chart): return ChartHTML(chart: chart, texts: texts).html
        case .facts(let facts):
            let rows = facts.flatMap { fact in
                let value = html(fact.value)
                return [
                    element("dt", text: fact.label, in: language),
                    element("dd", [:], fact.link.map { element("a", ["href": context.address($0)], value) } ?? value),
                ]
            }
            return element("section", ["class": "card"], element("dl", [:], rows))
        case .terms(let terms):
            let rows = terms.flatMap {
                [element("dt", text: $0.name, in: language), element("dd", text: $0.meaning, in: language)]
            }
            return element("section", ["class": "card"], element("dl", ["class": "terms"], rows))
        case .heading(let words): return element("h2", text: words, in: language)
        case .text(let words): return element("p", ["class": "prose"], text: words, in: language)
        case .html(let html, _):
            return element("section", ["class": "card prose", "dir": "auto"], .trusted(Self.lowered(html)))
        case .svg(let svg): return element("section", ["class": "card drawing"], .trusted(svg))
        case .table(let table): return try await part(table, PageRequest(limit: 20)) ?? .empty
        case .act(let act):
            return element(
                "a", ["class": "button", "href": context.address(act)], text: type(of: act).title, in: language)
        case .link(let surface):
            let help = type(of: surface).help
            return element(
                "li", [:], link(surface), help.isEmpty ? .empty : element("small", text: help, in: language))
        case .download(let download):
            let address = context.address(sheet, [("_download", [download.name])])
            return element(
                "a", ["class": "button quiet", "href": address, "download": download.name],
                text: "Download \(download.name)", in: language)
        }
    }

    /// The first page of a member's home also shows the first rows of the other sections, so that one page says what is new.
    private func parts<S: Sheet>(ofHome sheet: S.Type) async throws -> [HTML] {
        guard session.catalogue.surfaces(in: .home).first.map({ $0 == S.self }) == true else { return [] }
        var parts: [HTML] = []
        for type in areas.first(where: { $0.area == .home })?.surfaces ?? [] {
            func part<T: Table>(_ type: T.Type) async throws -> HTML? {
                guard let table = try? T.form.read(FormInput()) else { return nil }
                return try await self.part(table, PageRequest(limit: 3), leavesOutEmpty: true)
            }
            guard let table = type as? any Table.Type, let part = try await part(table) else { continue }
            parts.append(part)
        }
        return parts
    }

    /// A document whose headings stand below the heading of the page. All headings move one level in one pass, because each
    /// replacing of a text takes as long as the rest of a small page.
    private static func lowered(_ html: String) -> String {
        var bytes = Array(html.utf8)
        let (less, slash, more) = (UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: ">"))
        for index in bytes.indices.dropFirst().dropLast(2) where bytes[index] == UInt8(ascii: "h") {
            let isStart = bytes[index - 1] == less
            let isEnd = index > 1 && bytes[index - 1] == slash && bytes[index - 2] == less
            guard isStart || isEnd, bytes[index + 2] == more else { continue }
            if (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[index + 1]) { bytes[index + 1] += 1 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first rows of a table as a part of another page; `nil` if it is left out because it has none. It has the table's title
    /// unless there is another one.
    func part<T: Table>(
        _ table: T, _ request: PageRequest, title: Words? = nil, leavesOutEmpty: Bool = false
    ) async throws -> HTML? {
        let page = try await session.page(of: table, request)
        if leavesOutEmpty, page.rows.isEmpty { return nil }
        let all = element(
            "a", ["class": "quietlink", "href": context.address(table)], HTML("See all", in: language),
            element("span", ["class": "unseen"], text: ": \(title ?? T.title)", in: language))
        return element(
            "section", [:],
            element("div", ["class": "row"], element("h2", text: title ?? T.title, in: language), all),
            try await rows(of: page, table))
    }

    private func html(_ figure: Figure) -> HTML {
        let verdict = figure.verdict.map {
            element("span", ["class": "chip \($0.tone.rawValue)"], text: $0.words, in: language)
        }
        let (large, small): (String, Words) =
            switch figure.value {
            case .rate(_, 0): ("–", "no cases")
            case .rate(let part, let total): (language.percentage(part, of: total), "of \(total)")
            default: (texts.text(figure.value), figure.unit)
            }
        return element(
            "div", ["class": "card figure"], element("span", text: figure.label, in: language),
            element("b", verbatim: large), element("span", ["class": "to"], text: small, in: language),
            verdict ?? .empty,
            element(
                "details", [:],
                element(
                    "summary", [:], HTML("Definition", in: language),
                    element("span", ["class": "unseen"], text: ": \(figure.label)", in: language)),
                element("p", text: figure.definition, in: language)))
    }
}

extension Block {
    /// What blocks of a kind stand in together.
    fileprivate enum Group {
        case buttons, links

        var tag: StaticString { self == .buttons ? "p" : "ul" }
        var style: String { self == .buttons ? "buttons" : "card list" }
    }

    fileprivate var group: Group? {
        switch self {
        case .act, .download: .buttons
        case .link: .links
        default: nil
        }
    }
}
