public import Atrium

public struct TeamPageService: Sendable {
    let tenant: TenantContext
}
