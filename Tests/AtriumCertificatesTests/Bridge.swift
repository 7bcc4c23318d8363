import Atrium
import AtriumCertificates
import AtriumCourses

/// Until `after` delivers.
struct Bridge: Module {
    static let id: ModuleID = "bridge"
    static let dependencies: [any Module.Type] = [Certificates.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) throws -> Int {
        let service = try tenant.service(of: Certificates.self)
        tenant.on(LearningRecorded.self) {
            try service.followForTests($0.entry, replacing: $0.replaces, in: $1)
            try service.followForTests($0.entry, replacing: $0.replaces, in: $1)
        }
        tenant.on(LearningVoided.self) { try service.followForTests($0.entry, replacing: nil, in: $1) }
        return 0
    }
}
