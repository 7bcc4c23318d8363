import Atrium
import AtriumSurfaces
import Foundation
import SurfacePages

extension SurfaceServer {
    /// An organization in the reader's menu, with the areas that the reader's roles open there. An organization that is closed
    /// at present has none.
    func menuEntry(_ link: OrganizationLink, for account: AccountID) async throws -> PageContext.Organization {
        let base = "/o/\(link.slug)"
        do {
            let tenant = try await platform.tenant(link.organization)
            let caller = Caller(
                try await tenant.principal(for: account), request: "", now: settings.now(), timeZone: .gmt)
            let session = SurfaceSession(tenant, catalogue, caller)
            let areas: [Area] = [.home, .analytics, .administration]
            let entrances = zip(areas, try await session.surfaces(in: areas)).compactMap { area, surfaces in
                surfaces.first.map { PageContext.Entrance(area, path: "\(base)/\($0.path)") }
            }
            return .init(name: link.name, path: base, areas: entrances)
        } catch is OrganizationError { return .init(name: link.name, path: base) }
    }
}
