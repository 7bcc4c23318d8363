internal import Atrium
internal import AtriumSurfaces

/// The frame of every page: the organization, the tabs that the reader may enter, the reader's menu, and the sections of the
/// tab.
struct PageFrame {
    let session: SurfaceSession
    let context: PageContext

    func page(_ title: String, in path: String?, _ content: [HTML]) async throws -> String {
        let areas = try await areas()
        let section = section(of: path, in: areas)
        let current = areas.first { $0.surfaces.contains { $0.path == section } } ?? areas.first
        let head = element("head", [:], headContent("\(title) · \(context.organization)"))
        let main = element("main", ["id": "main"], [sections(of: current, section, isPage: section == path)] + content)
        let body = element(
            "body", [:], element("a", ["class": "skip", "href": "#main"], text: "Skip to content"),
            header(areas, current?.area), main)
        return "<!DOCTYPE html>" + element("html", ["lang": "en"], head, body).text
    }

    private typealias AreaContent = (area: Area, surfaces: [any Surface.Type])

    private func areas() async throws -> [AreaContent] {
        var areas: [AreaContent] = []
        for area in [Area.home, .analytics, .administration] {
            let surfaces = try await session.surfaces(in: area)
            if !surfaces.isEmpty { areas.append((area, surfaces)) }
        }
        return areas
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
                    "aria-current": content.area == current ? "page" : nil,
                ], text: content.area.title.description)
        }
        let brand = element("span", ["class": "org"], .trusted(Self.mark), HTML(context.organization))
        return element(
            "header", [:],
            element(
                "div", ["class": "bar"], brand, element("nav", ["class": "tabs", "aria-label": "Area"], tabs), menu))
    }

    private var menu: HTML {
        guard let reader = context.reader else { return .empty }
        let others = context.organizations.map { organization in
            element(
                "a", ["href": organization.path], element("strong", text: organization.name),
                element("small", text: organization.roles))
        }
        let out = element(
            "form", ["method": "post", "action": "/sign-out"],
            void("input", ["type": "hidden", "name": "_token", "value": context.formToken]),
            element("button", ["class": "quiet"], text: "Sign out"))
        return element(
            "details", ["class": "me"],
            element(
                "summary", ["aria-label": "\(reader), menu"],
                element("span", ["class": "initials", "aria-hidden": "true"], text: context.initials)),
            element("div", [:], [element("p", [:], element("bdi", text: reader))] + others + [out]))
    }

    private func sections(of content: AreaContent?, _ path: String?, isPage: Bool) -> HTML {
        guard let content else { return .empty }
        let links = content.surfaces.map { type in
            element(
                "a",
                ["href": context.address(type), "aria-current": type.path == path ? (isPage ? "page" : "true") : nil],
                text: type.title.description)
        }
        return element("nav", ["class": "sub", "aria-label": "Section"], links)
    }

    private static let mark = """
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 28V12L16 4l12 8v16h-7v-9a5 5 0 0 0-10 0v9z"/>\
        </svg>
        """
}
