import Atrium
import AtriumSurfaces
import Foundation
import Hummingbird
import SurfacePages

/// A browser in an organization.
struct Visit: Sendable {
    let visitor: Visitor
    let surfaces: SurfaceSession
    let page: PageContext
    /// Other organizations of the reader, for the menu of a page.
    var others: [OrganizationLink] = []
    /// Whether the reader is no member of the organization. Such a reader came with a link, and what the link does not open
    /// answers like what does not exist.
    let isGuest: Bool

    /// The address of a surface with the fields of a form.
    func path(of type: any Surface.Type, _ texts: [String: [String]]) -> String {
        "\(page.base)/\(type.path)?\(FormInput(texts).query)"
    }
}

extension SurfaceServer {
    /// Enters the organization that an address names: its members by the slug, others by the id that their link has. Throws
    /// ``Elsewhere`` if only the account is missing, and for a member who comes by the id. It throws the same for an organization
    /// that does not exist and for one of which the person is no member.
    func visit(_ request: Request, _ context: ServerContext, id: String) async throws -> Visit {
        guard id.utf8.count <= 200 else { throw Problem.unreadableForm }
        let visitor = context.visitor
        let name = try context.parameters.require("organization")
        let links =
            if let account = visitor.account { try await platform.organizations(of: account) } else {
                [OrganizationLink]()
            }
        if let own = links.first(where: { "\($0.slug)" == name }) {
            return try await enter(own, among: links, visitor, request, context, id)
        }
        if let organization = OrganizationID(name) {
            if organization == system.id, visitor.account == nil {
                throw Elsewhere(path: LocalPath.signIn(then: request.uri.string))
            }
            if let own = links.first(where: { $0.organization == organization }) {
                throw Elsewhere(path: Self.path(of: request.uri.string, at: own.slug), keepsForm: true)
            }
            // From the pages about their account, people go on to their organizations.
            return try await look(
                at: organization, among: organization == system.id ? links : [], visitor, request, context, id)
        }
        guard visitor.account == nil else {
            let present = try await presentSlug(name)
            guard let own = links.first(where: { $0.slug == present }) else { throw Problem.notFound }
            throw Elsewhere(path: Self.path(of: request.uri.string, at: own.slug), keepsForm: true)
        }
        throw Elsewhere(path: LocalPath.signIn(then: request.uri.string))
    }

    /// The address of a request with the present slug in place of what names the organization in it.
    static func path(of address: String, at slug: Slug) -> String {
        let named = address.drop { $0 == "/" }.dropFirst().drop { $0 == "/" }
        return "/o/\(slug)\(named.drop { $0 != "/" && $0 != "?" })"
    }

    /// The present slug of an organization that had this one before; `nil` if none had it.
    private func presentSlug(_ former: String) async throws -> Slug? {
        do { _ = try await platform.tenant(former) } catch OrganizationError.moved(let slug) {
            return slug
        } catch is OrganizationError {}
        return nil
    }

    private func enter(
        _ own: OrganizationLink, among links: [OrganizationLink], _ visitor: Visitor, _ request: Request,
        _ context: ServerContext, _ id: String
    ) async throws -> Visit {
        guard let account = visitor.account else { throw Problem.notFound }
        let tenant = try await platform.tenant(own.organization)
        context.place.note(tenant.id)
        let principal = try await tenant.principal(for: account)
        let organization = try await tenant.settings.organization(as: principal)
        let page = PageContext(
            organization: own.name, base: "/o/\(own.slug)", reader: try await platform.account(account)?.name,
            formToken: visitor.formToken)
        let language = try await tenant.language(as: principal)
        context.place.note(language)
        let caller = Caller(
            principal, request: id, now: settings.now(), timeZone: organization.timeZone, language: language)
        return Visit(
            visitor: visitor, surfaces: SurfaceSession(tenant, catalogue, caller), page: page,
            others: links.filter { $0.organization != own.organization }, isGuest: false)
    }

    private func look(
        at organization: OrganizationID, among links: [OrganizationLink], _ visitor: Visitor, _ request: Request,
        _ context: ServerContext, _ id: String
    ) async throws -> Visit {
        let tenant = try await platform.tenant(organization)
        context.place.note(tenant.id)
        let principal: Principal =
            if let account = visitor.account { try await tenant.principal(for: account) } else { .visitor }
        let name = if let account = visitor.account { try await platform.account(account)?.name } else { String?.none }
        let page = PageContext(
            organization: settings.product, base: "/o/\(organization)", reader: name, formToken: visitor.formToken)
        let browser = visitor.account == nil ? visitor.formToken : ""
        let caller = Caller(
            principal, request: id, browser: browser, now: settings.now(), timeZone: .gmt,
            language: language(of: request, in: tenant.languages))
        return Visit(
            visitor: visitor, surfaces: SurfaceSession(tenant, catalogue(of: organization), caller), page: page,
            others: links, isGuest: true)
    }

    /// What makes the pages of a visit. Only pages have the menu, for which the other organizations are opened.
    func renderer(of visit: Visit) async throws -> PageRenderer {
        var page = visit.page
        if let account = visit.visitor.account {
            page.account = try await accountPages(of: account)
            for link in visit.others { page.organizations.append(try await menuEntry(link, for: account)) }
        }
        return try await PageRenderer(visit.surfaces, page)
    }

    /// Runs the body of a visit. To guests, what they may not do answers like what does not exist.
    func answering<Value>(_ visit: Visit, _ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch  where visit.isGuest && SurfaceSession.explanation(of: error) != nil {
            throw Problem.notFound
        }
    }

    /// The surface that an address names, if it exists in the organization.
    func surface(_ context: ServerContext, in session: SurfaceSession) throws -> any Surface.Type {
        let path = "\(try context.parameters.require("module"))/\(try context.parameters.require("surface"))"
        guard let type = session.catalogue.surface(path), try session.isPresent(type) else { throw Problem.notFound }
        context.place.note(surface: path)
        return type
    }
}
