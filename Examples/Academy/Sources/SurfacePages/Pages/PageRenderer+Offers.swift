internal import Atrium
internal import AtriumSurfaces

extension PageRenderer {
    /// What is offered on the page of a member or of a team: acts, tables with their first rows, and what the reader may not do
    /// here. `blocks` are what the page shows already.
    func offers<S: Sheet>(on sheet: S, beside blocks: [Block]) async throws -> [HTML] {
        let values = try await values(on: sheet, beside: blocks)
        guard !values.isEmpty else { return [] }
        let answers = zip(values, try await session.obstacles(to: values))
        let offered = answers.filter { $0.1 == nil }.map(\.0)
        let acts = offered.filter { $0 is any Act }
        var parts: [HTML] = []
        var links: [HTML] = []
        for value in offered where !(value is any Act) {
            guard let table = value as? any Table,
                let part = try await part(table, PageRequest(limit: 5), leavesOutEmpty: true)
            else {
                links.append(link(value))
                continue
            }
            parts.append(part)
        }
        let buttons = acts.map { act in
            element(
                "a",
                [
                    "class": type(of: act).isEnding ? "button quiet danger" : "button quiet",
                    "href": context.address(act),
                ], text: type(of: act).title, in: language)
        }
        let refused = answers.compactMap { value, obstacle in obstacle.map { (type(of: value), $0) } }
        return [
            buttons.isEmpty ? .empty : element("p", ["class": "buttons"], buttons),
            links.isEmpty ? .empty : element("p", ["class": "links"], links),
        ] + parts + [refusals(refused)]
    }

    /// The values that places offer on the one thing that a sheet is about, each surface once.
    private func values<S: Sheet>(on sheet: S, beside blocks: [Block]) async throws -> [any Surface] {
        var values: [any Surface] = []
        let (catalogue, principal) = (session.catalogue, session.caller.principal)
        if let sheet = sheet as? MemberSheet {
            let entry = try await session.tenant.members.member(sheet.member, as: principal)
            values = catalogue.offers(on: entry, of: MembersTable.self) + catalogue.offers(on: sheet.member)
        } else if let sheet = sheet as? TeamSheet {
            let teams = try await session.tenant.teams.list(archived: true, as: principal)
            let rows = teams.filter { $0.id == sheet.team }
            values =
                rows.flatMap { catalogue.offers(on: $0, of: TeamsTable.self) }
                + catalogue.offers(on: sheet.team, isArchived: rows.contains { $0.archivedAt != nil })
        }
        var shown: Set<String> = []
        for case .table(let table) in blocks { shown.insert(type(of: table).path) }
        return try values.filter { value in
            try shown.insert(type(of: value).path).inserted && isPresent(value)
        }
    }

    /// Whether the surface of a value exists with the configuration of its module.
    func isPresent(_ value: any Surface) throws -> Bool {
        func ask<S: Surface>(_ value: S) throws -> Bool { try session.isPresent(S.self) }
        return try ask(value)
    }

    private func refusals(_ refused: [(any Surface.Type, Obstacle)]) -> HTML {
        guard !refused.isEmpty else { return .empty }
        let rows = refused.flatMap { type, obstacle in
            [element("dt", text: type.title, in: language), element("dd", text: obstacle.words, in: language)]
        }
        return element(
            "details", ["class": "refusals"], element("summary", text: "What you may not do here", in: language),
            element("dl", ["class": "card terms"], rows))
    }

    /// The buttons for the surfaces that are offered beside another one.
    func buttons(beside type: any Surface.Type) async throws -> HTML {
        let types = try await session.surfaces(beside: type)
        // The first act is what most people come for. What ends something, and what only leads on, stands back.
        let first = types.first { $0 is any Act.Type && !$0.isEnding }?.path
        let buttons = types.map { type in
            let style = type.isEnding ? "button quiet danger" : type.path == first ? "button" : "button quiet"
            return element("a", ["class": style, "href": context.address(type)], text: type.title, in: language)
        }
        return buttons.isEmpty ? .empty : element("p", ["class": "buttons"], buttons)
    }

    func link(_ surface: any Surface) -> HTML {
        element("a", ["href": context.address(surface)], text: type(of: surface).title, in: language)
    }
}
