internal import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// The page of a table. `trail` has the cursors of the pages before it, the oldest first.
    public func page<T: Table>(
        of table: T, _ request: PageRequest = PageRequest(), trail: [String] = []
    ) async throws -> String {
        let page = try await session.page(of: table, request)
        let about = try await about(table)
        var content = [
            heading(T.title, help: T.help), about, try await buttons(beside: T.self), try await filters(of: table),
        ]
        if !page.note.isEmpty { content.append(element("p", ["class": "note"], text: page.note, in: language)) }
        content.append(
            page.rows.isEmpty && request.cursor == nil
                ? try await nothing(in: table) : try await rows(of: page, table))
        content.append(pager(table, request.cursor, page, trail))
        return frame.page(T.title, in: T.path, content)
    }

    /// How many pages the reader can go back. The address of a page has the cursors of these pages.
    private static let longestTrail = 20

    private func pager<T: Table>(_ table: T, _ cursor: String?, _ page: Page<T.Row>, _ trail: [String]) -> HTML {
        func button(_ text: Words, _ extra: [(String, [String])]) -> HTML {
            element("a", ["class": "button quiet", "href": context.address(table, extra)], text: text, in: language)
        }
        let csv =
            page.rows.isEmpty
            ? HTML.empty
            : element(
                "a", ["class": "quietlink", "href": context.address(table, [("_format", ["csv"])])],
                text: "Download as CSV", in: language)
        // The first page has no cursor. On the trail it is empty.
        let present = (trail + [cursor ?? ""]).suffix(Self.longestTrail)
        var buttons: [HTML] = []
        if cursor != nil { buttons.append(button("First page", [])) }
        if let last = trail.last, trail.count > 1 {
            buttons.append(button("Previous page", [("_cursor", [last]), ("_before", Array(trail.dropLast()))]))
        }
        if let next = page.next {
            buttons.append(button("Next page", [("_cursor", [next]), ("_before", Array(present))]))
        }
        let count = page.rows.count
        let isAll = page.next == nil && cursor == nil
        let sum =
            count == 0 || (isAll && count < 10)
            ? HTML.empty
            : element(
                "span", ["class": "to"],
                text: isAll ? "\(count, "row", "rows")" : "\(count, "row", "rows") on this page", in: language)
        return element(
            "nav", ["class": "row pager", "aria-label": language.text("Pages")],
            element("span", ["class": "buttons"], buttons + [sum]),
            csv)
    }

    /// Says why a table is empty, and what to do next.
    private func nothing<T: Table>(in table: T) async throws -> HTML {
        if table.isFiltered {
            return element(
                "p", ["class": "card"], HTML("Nothing matches these filters.", in: language), HTML(verbatim: " "),
                element("a", ["href": context.address(T.self)], text: "Start again without them", in: language))
        }
        let words = T.whenEmpty.isEmpty ? "There is nothing here yet." : T.whenEmpty
        let text = element("p", text: words, in: language)
        // At home, nothing has to be done for a table to get rows.
        let isAtHome = session.catalogue.surfaces(in: .home).contains { $0 == T.self }
        let next =
            isAtHome
            ? []
            : try await session.surfaces(beside: T.self).filter { $0 is any Act.Type }.map { type in
                element("li", [:], element("a", ["href": context.address(type)], text: type.title, in: language))
            }
        guard !next.isEmpty else { return element("div", ["class": "card empty"], text) }
        return element(
            "div", ["class": "card empty"], text, element("p", text: "What you can do next:", in: language),
            element("ul", [:], next))
    }

    /// The fields with which the reader chooses what is shown. What belongs to one thing only has none.
    func filters<S: Surface>(of value: S) async throws -> HTML {
        let form = S.form
        guard !form.fields.isEmpty, value is any Table || (try? form.read(FormInput())) != nil else { return .empty }
        let fixed = Set(form.fields.filter { $0.isRequired && $0.shape.isReference }.map(\.name))
        guard form.fields.contains(where: { !fixed.contains($0.name) && $0.shape != .reference("member") }) else {
            return .empty
        }
        let fields = try await FieldHTML(session: session, purpose: .filters, faults: [:], fixed: fixed)
            .fields(of: form, form.write(value))
        let filters = element(
            "form", ["class": "filters", "method": "get", "action": context.address(S.self)],
            fields + [element("button", ["class": "quiet"], text: "Show", in: language)])
        // On a small screen the filters are folded, unless something is chosen.
        let isPlain = (try? form.read(FormInput())).map { form.write($0).query == form.write(value).query } ?? true
        return element(
            "details", ["class": "fold", "open": isPlain ? nil : ""], element("summary", text: "Filters", in: language),
            filters)
    }

    /// The one thing that a table is about, such as the member whose goals it shows.
    private func about<S: Surface>(_ value: S) async throws -> HTML {
        let fixed = S.form.fields.filter {
            $0.shape == .reference("member") || ($0.isRequired && $0.shape.isReference)
        }
        return try await about(S.form, S.form.write(value), Set(fixed.map(\.name)))
    }

    /// What the fixed fields of a form say, with the names of what they identify.
    func about<Subject>(_ form: Form<Subject>, _ input: FormInput, _ fixed: Set<String>) async throws -> HTML {
        var rows: [HTML] = []
        for field in form.fields {
            let texts = (input.texts[field.name] ?? []).filter { !$0.isEmpty }
            if case .selection = field.shape, let first = texts.first {
                let words: Words =
                    first.hasPrefix("all:") ? "all that match the filters" : "\(texts.count) chosen"
                rows += [element("dt", text: field.label, in: language), element("dd", text: words, in: language)]
            }
            guard fixed.contains(field.name), let text = texts.first else { continue }
            let name = try await session.name(of: text, in: field)
            // An identity without a name says nothing to people.
            if name == nil, field.choices == nil { continue }
            let value = element("bdi", text: name ?? Words(verbatim: text), in: language)
            let isMember = field.shape == .reference("member")
            let link = isMember ? MemberID(text).map { context.address(MemberSheet(member: $0)) } : nil
            rows += [
                element("dt", text: field.label, in: language),
                element("dd", [:], link.map { element("a", ["href": $0], value) } ?? value),
            ]
        }
        return rows.isEmpty ? .empty : element("dl", ["class": "about"], rows)
    }
}

extension FieldShape {
    var isReference: Bool { if case .reference = self { true } else { false } }
}
