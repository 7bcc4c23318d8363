import Atrium
import AtriumSurfaces
import Foundation
import SurfacePages

extension SurfaceServer {
    /// The pages about a person's account, of the platform's own modules.
    func accountPages(of account: AccountID) async throws -> [(title: Words, path: String)] {
        let caller = Caller(.account(account), request: "", now: settings.now(), timeZone: .gmt)
        let session = SurfaceSession(try await platform.systemTenant, system.catalogue, caller)
        return try await session.surfaces(in: [.home]).joined().map { ($0.title, "/o/\(system.id)/\($0.path)") }
    }

    /// An organization in the reader's menu, with the areas that the reader's roles open there. An organization that is closed
    /// at present has none.
    func menuEntry(_ link: OrganizationLink, for account: AccountID) async throws -> PageContext.Organization {
        let base = "/o/\(link.slug)"
        do {
            let tenant = try await platform.tenant(link.organization)
            let caller = Caller(
                try await tenant.principal(for: account), request: "", now: settings.now(), timeZone: .gmt)
            let session = SurfaceSession(tenant, catalogue, caller)
            let entrances = zip(PageRenderer.tabs, try await session.surfaces(in: PageRenderer.tabs)).compactMap {
                area, surfaces in
                surfaces.first.map { PageContext.Entrance(area, path: "\(base)/\($0.path)") }
            }
            return .init(name: link.name, path: base, areas: entrances)
        } catch is OrganizationError { return .init(name: link.name, path: base) }
    }
}
