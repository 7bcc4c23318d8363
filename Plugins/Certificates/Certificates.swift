public import Atrium
public import AtriumCourses

/// Certificates of completed courses. A completion issues one, and a later completion renews it. Its holder can download it,
/// and anybody can verify it.
///
/// A completion never fails because of its certificate: the certificate is issued after the commit.
///
/// Publishes ``CertificateIssued`` and ``CertificateEnded``, each at most once per certificate.
public struct Certificates: Module {
    public static let id: ModuleID = "certificates"
    public static let title: Words = "Certificates"
    public static let dependencies: [any Module.Type] = [Courses.self]
    public static let permissions = [
        Permission.viewOwnCertificates, .viewCertificates, .manageCertificates, .verifyCertificates,
    ]
    public static let phrases = [Phrases.arabic, .chinese, .french, .german, .spanish]
    public static let schema = CertificatesSchema.all
    public static let personalData = CertificatesSchema.personalData

    /// How many months a certificate of a course is valid: 1 to 1,200, or `nil` for no end. It is called when a certificate is
    /// issued.
    public var validity: @Sendable (CourseID) -> Int?
    /// How many days before its end a certificate counts as expiring.
    public var expiringDays: Int
    /// Signs what a certificate says. Without a signer, certificates are not signed.
    public var signer: (any CertificateSigner)?
    /// Whether certificates without a signature pass verification although there is a signer. Some of them are older than the
    /// signer. From others, somebody with write access to the organization's file may have removed the signature. This setting
    /// is no longer needed after an administrator has reissued the old certificates.
    public var acceptsUnsigned: Bool
    /// Where a code is verified: the integrator's page, which calls ``CertificateService/verify(_:as:)``. It is printed on the
    /// certificate.
    public var link: @Sendable (CertificateCode) -> String
    /// How many lines of the record are searched for missing certificates at a time. The missing ones are issued in one unit.
    /// Tests use a small number, so that few lines need several pages.
    package var pageSize = 200

    /// By default, certificates have no end, count as expiring for their last 30 days, and are not signed.
    public init(
        validity: @escaping @Sendable (CourseID) -> Int? = { _ in nil }, expiringDays: Int = 30,
        signer: (any CertificateSigner)? = nil, acceptsUnsigned: Bool = false,
        link: @escaping @Sendable (CertificateCode) -> String
    ) {
        (self.validity, self.expiringDays) = (validity, expiringDays)
        (self.signer, self.acceptsUnsigned) = (signer, acceptsUnsigned)
        self.link = link
    }

    public func start(in tenant: TenantContext) throws -> CertificateService {
        let service = CertificateService(
            tenant: tenant, courses: try tenant.service(of: Courses.self), module: self)
        try tenant.after(CompletionChanged.self) { try service.update($0.member, $0.course, in: $1) }
        let system = Principal(tenant.system("catch up"))
        try tenant.every(.seconds(366 * 86_400), "catch up") { try await service.catchUp(as: system) }
        // The record may be long, so it is read in pages, after the commit.
        try tenant.catchUp { try $0.wake("catch up") }
        return service
    }
}

extension Permission {
    /// List and download one's own certificates.
    public static let viewOwnCertificates = Permission("certificates.view own certificates", grantedTo: .oneself)
    /// See who has which certificate and in which state, without its code and without downloading it.
    public static let viewCertificates = Permission(
        "certificates.view certificates", grantedTo: .administrator, .manager, .supervisor)
    /// Read the register with the codes, revoke and reissue.
    public static let manageCertificates = Permission("certificates.manage certificates", grantedTo: .administrator)
    /// See what the certificate with a code says, and its state. Everybody who has the code may do this.
    public static let verifyCertificates = Permission("certificates.verify", grantedTo: .anyone)
}
