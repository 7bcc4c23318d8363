internal import Atrium
internal import AtriumSurfaces

/// The frame of every page: the organization, the tabs that the reader may enter, the reader's menu, and the sections of the
/// tab.
struct PageFrame {
    let session: SurfaceSession
    let context: PageContext
    let areas: [AreaContent]

    private var language: Language { session.caller.language }

    func page(_ title: Words, in path: String?, _ content: [HTML]) -> String {
        let section = section(of: path, in: areas)
        let current = areas.first { $0.surfaces.contains { $0.path == section } } ?? areas.first
        var html = HTML.page(reserving: content.reduce(8_000) { $0 + $1.bytes.count })
        html.open("html", ["lang": language.tag, "dir": language.direction.rawValue])
        html.append(element("head", [:], headContent("\(title) · \(context.organization)", in: language)))
        html.open("body")
        html.append(element("a", ["class": "skip", "href": "#main"], text: "Skip to content", in: language))
        html.append(header(areas, current?.area))
        html.open("div", ["class": "page"])
        html.append(sections(of: current, section, isPage: section == path))
        html.open("main", ["id": "main", "tabindex": "-1"])
        for piece in content { html.append(piece) }
        html.close("main")
        html.close("div")
        html.close("body")
        html.close("html")
        return html.text
    }

    typealias AreaContent = (area: Area, surfaces: [any Surface.Type])

    static func areas(of session: SurfaceSession) async throws -> [AreaContent] {
        let areas = PageRenderer.tabs
        return zip(areas, try await session.surfaces(in: areas)).filter { !$0.1.isEmpty }
            .map { (area: $0.0, surfaces: $0.1) }
    }

    /// The section that a page belongs to: its own, or the one from which it is reached.
    private func section(of path: String?, in areas: [AreaContent]) -> String? {
        guard let path, let type = session.catalogue.surface(path) else { return nil }
        let sections = areas.flatMap(\.surfaces)
        if sections.contains(where: { $0.path == path }) { return path }
        return session.catalogue.origins(of: type).first { origin in sections.contains { $0 == origin } }?.path
    }

    private func header(_ areas: [AreaContent], _ current: Area?) -> HTML {
        let tabs = areas.map { content in
            element(
                "a",
                [
                    "href": context.address(content.surfaces[0]),
                    "aria-current": content.area == current ? "true" : nil,
                ], text: content.area.title, in: language)
        }
        let brand = element(
            "a", ["class": "org", "href": context.base], .trusted(Self.mark),
            element("bdi", verbatim: context.organization))
        let nav = tabs.isEmpty ? .empty : element("nav", ["class": "tabs", "aria-label": language.text("Areas")], tabs)
        return element(
            "header", [:], element("div", ["class": "bar"], brand, nav, menu(areas)))
    }

    /// The reader's organizations, each with the areas that the reader's roles open there.
    private func menu(_ areas: [AreaContent]) -> HTML {
        guard let reader = context.reader else { return .empty }
        let own = PageContext.Organization(
            name: context.organization, path: context.base,
            areas: areas.map { .init($0.area, path: context.address($0.surfaces[0])) })
        let out = element(
            "form", ["method": "post", "action": "/sign-out"],
            hidden("_token", context.formToken),
            element("button", ["class": "quiet"], text: "Sign out", in: language),
            element(
                "button", ["class": "quiet", "formaction": "/sign-out-everywhere"], text: "Sign out on all devices",
                in: language))
        let account = context.account.map { page in
            element("p", [:], element("a", ["href": page.path], text: page.title, in: language))
        }
        return element(
            "details", ["class": "me"],
            element(
                "summary", ["aria-label": language.text("\(reader), menu")],
                element("span", ["class": "initials", "aria-hidden": "true"], verbatim: context.initials)),
            element(
                "div", [:],
                [element("p", ["class": "reader"], element("bdi", verbatim: reader))]
                    + ([own] + context.organizations).map { entry($0, isCurrent: $0.path == own.path) }
                    + account + [out]))
    }

    private func entry(_ organization: PageContext.Organization, isCurrent: Bool) -> HTML {
        let name = element(
            "a", ["class": "name", "href": organization.path, "aria-current": isCurrent ? "true" : nil],
            element("bdi", verbatim: organization.name))
        let areas = organization.areas.map { entrance in
            element("li", [:], element("a", ["href": entrance.path], text: entrance.area.title, in: language))
        }
        return element(
            "section", ["aria-label": organization.name], name,
            areas.isEmpty ? .empty : element("ul", ["class": "areas"], areas))
    }

    /// The sections, in their groups. On a small screen they are folded under the name of the present one.
    private func sections(of content: AreaContent?, _ path: String?, isPage: Bool) -> HTML {
        guard let content else { return .empty }
        var links: [HTML] = []
        var group: SectionGroup?
        for type in content.surfaces {
            let own = session.catalogue.group(of: type, in: content.area)
            if own != group {
                links.append(element("p", ["class": "group"], text: own?.title ?? "Other", in: language))
            }
            group = own
            links.append(
                element(
                    "a",
                    [
                        "href": context.address(type),
                        "aria-current": type.path == path ? (isPage ? "page" : "true") : nil,
                    ], text: type.title, in: language))
        }
        let present = content.surfaces.first { $0.path == path }?.title ?? content.area.title
        return element(
            "nav", ["class": "sub", "aria-label": language.text("Sections")],
            element("details", [:], element("summary", text: present, in: language), element("div", [:], links)))
    }

    private static let mark = """
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 28V12L16 4l12 8v16h-7v-9a5 5 0 0 0-10 0v9z"/>\
        </svg>
        """
}
