public import Atrium

public struct CertificateService: Sendable {
    let tenant: TenantContext
}
