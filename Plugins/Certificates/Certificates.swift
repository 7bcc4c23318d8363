public import Atrium
public import AtriumCourses

/// Certificates of completed courses: issued for a completion, renewed by a later one, downloaded by their holders, verified by
/// anybody.
///
/// A completion never fails because of its certificate, which follows after the commit.
///
/// Publishes ``CertificateIssued`` and ``CertificateEnded``, each once for a certificate.
public struct Certificates: Module {
    public static let id: ModuleID = "certificates"
    public static let dependencies: [any Module.Type] = [Courses.self]
    public static let permissions = [
        Permission.holdCertificates, .viewCertificates, .manageCertificates, .verifyCertificates,
    ]
    public static let schema = CertificatesSchema.all

    /// For how many months a certificate of a course is valid, 1 to 1,200; `nil` is without end. Asked when one is issued.
    public var validity: @Sendable (CourseID) -> Int?
    /// How many days before its end a certificate counts as expiring.
    public var expiringDays: Int
    /// Signs what a certificate says; without one, certificates are not signed.
    public var signer: (any CertificateSigner)?
    /// Whether certificates without a signature are verified although there is a signer: those from before it was there,
    /// and also those from which somebody who can write the organization's file took it away. An administrator who reissues the
    /// old ones needs this no more.
    public var acceptsUnsigned: Bool
    /// The words of a certificate in a language, given as a tag of BCP 47.
    public var words: @Sendable (_ language: String) -> CertificateWords
    /// Where a code is verified, printed on the certificate: the integrator's page, which calls
    /// ``CertificateService/verify(_:as:)``.
    public var link: @Sendable (CertificateCode) -> String
    /// How many lines of the record are looked at for missing certificates at a time, which are signed in one unit: small in
    /// tests, so that few need several pages.
    package var pageSize = 200

    public init(
        validity: @escaping @Sendable (CourseID) -> Int? = { _ in nil }, expiringDays: Int = 30,
        signer: (any CertificateSigner)? = nil, acceptsUnsigned: Bool = false,
        words: @escaping @Sendable (_ language: String) -> CertificateWords = CertificateWords.standard(for:),
        link: @escaping @Sendable (CertificateCode) -> String
    ) {
        (self.validity, self.expiringDays) = (validity, expiringDays)
        (self.signer, self.acceptsUnsigned) = (signer, acceptsUnsigned)
        (self.words, self.link) = (words, link)
    }

    public func start(in tenant: TenantContext) throws -> CertificateService {
        let service = CertificateService(
            tenant: tenant, courses: try tenant.service(of: Courses.self), module: self)
        try tenant.after(CompletionChanged.self) { try service.follow($0.member, $0.course, in: $1) }
        return service
    }
}

extension Permission {
    /// List and download one's own certificates.
    public static let holdCertificates = Permission("certificates.hold", grantedTo: .oneself)
    /// See who has which certificate and how it stands, without its code and without downloading it.
    public static let viewCertificates = Permission(
        "certificates.view certificates", grantedTo: .administrator, .manager, .supervisor)
    /// Read the register with the codes, revoke and reissue.
    public static let manageCertificates = Permission("certificates.manage certificates", grantedTo: .administrator)
    /// See what the certificate with a code says and how it stands: whoever holds the code.
    public static let verifyCertificates = Permission("certificates.verify", grantedTo: .anyone)
}
