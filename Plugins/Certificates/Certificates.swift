public import Atrium
internal import AtriumCourses

public struct Certificates: Module {
    public static let id: ModuleID = "certificates"
    public static let dependencies: [any Module.Type] = [Courses.self]
    public static let permissions: [Permission] = []
    public static let schema = CertificatesSchema.all

    public init() {}

    public func start(in tenant: TenantContext) throws -> CertificateService { CertificateService(tenant: tenant) }
}
