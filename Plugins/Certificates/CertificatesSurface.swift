internal import Atrium
internal import AtriumCourses
public import AtriumSurfaces

extension Certificates: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        MyCertificatesTable.self, CertificateSheet.self, CertificatesTable.self, CertificateCodesTable.self,
        RevokeCertificate.self, ReissueCertificate.self, IssueMissingCertificates.self, VerifyCertificate.self,
    ]
}

/// Who has which certificate.
struct CertificatesTable: Table {
    let member: MemberID?
    let team: TeamID?
    let course: CourseID?
    let state: CertificateState?

    init(member: MemberID? = nil, team: TeamID? = nil, course: CourseID? = nil, state: CertificateState? = nil) {
        (self.member, self.team, self.course, self.state) = (member, team, course, state)
    }

    typealias Provider = Certificates
    static let name: SurfaceName = "certificates"
    static let title: Words = "Certificates"
    static let help: Words = "Who has completed which course, and until when each certificate is valid."
    static let needs = Need<Self>(.viewCertificates) { subject in
        if let member = subject.member { .member(member) } else { .anyTeam }
    }
    static let places: [Place<Self>] = [
        .area(.administration, after: CatalogueTable.self), .member { Self(member: $0) }, .team { Self(team: $0) },
    ]
    static let form = Form(
        Self.init,
        Field("member", \.member, .optional(.member), "Member"),
        Field("team", \.team, .optional(.team), "Team"),
        Field("course", \.course, .optional(.course), "Course"),
        Field("state", \.state, .optional(.cases(\.words)), "State"))
    static func id(of row: CertificateStatus) -> ID<Certificate> { row.id }
    static let columns: [Column<CertificateStatus>] = [
        Column("name", "Name", { MemberValue($0.member, name: $0.name) }, link: { MemberSheet(member: $0.member) }),
        Column("title", "Course", \.title),
        Column("day", "\(context: "date")Completed", \.day),
        Column("valid-until", "Valid until", \.validUntil),
        Column("state", "State", \.state, words: \.words, tone: \.tone),
    ]

    func page(
        _ request: PageRequest, in service: CertificateService, for caller: Caller
    ) async throws -> Page<CertificateStatus> {
        var query = CertificateQuery(member: member, team: team)
        (query.course, query.state) = (course, state)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.list(query, as: caller.principal)
        return Page(page.entries, next: page.next?.description)
    }
}

/// The register of all certificates with their codes.
struct CertificateCodesTable: Table {
    let course: CourseID?

    typealias Provider = Certificates
    static let name: SurfaceName = "codes"
    static let title: Words = "Codes"
    static let help: Words =
        "Everybody who has a code sees what the certificate says. Give codes only to their holders."
    static let needs = Need<Self>(.manageCertificates, in: .anywhere)
    static let places: [Place<Self>] = [.beside(CertificatesTable.self)]
    static let form = Form(Self.init, Field("course", \.course, .optional(.course), "Course"))
    static func id(of row: Certificate) -> ID<Certificate> { row.id }
    static let columns: [Column<Certificate>] = [
        Column("name", "Name", { MemberValue($0.member, name: $0.content.name) }),
        Column("title", "Course", \.content.title),
        Column("day", "\(context: "date")Completed", \.content.day),
        Column("state", "State", \.state, words: \.words, tone: \.tone),
        Column("code", "Code", \.content.code.description),
        Column("reason", "Why it was revoked", \.reason),
    ]

    func page(_ request: PageRequest, in service: CertificateService, for caller: Caller) async throws -> Page<
        Certificate
    > {
        var query = CertificateQuery()
        query.course = course
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.listWithCodes(query, as: caller.principal)
        return Page(page.entries, next: page.next?.description)
    }
}

/// Takes a certificate back.
struct RevokeCertificate: Act {
    let certificate: ID<Certificate>
    let reason: String?

    typealias Provider = Certificates
    static let name: SurfaceName = "revoke"
    static let title: Words = "Revoke"
    static let isDestructive = true
    static let help: Words =
        "Whoever verifies it sees that it is revoked, and not why. It cannot be undone; issue it again instead."
    static let needs = Need<Self>(.manageCertificates)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: CertificatesTable.self) { $0.state.hasEnded ? nil : Self(certificate: $0.id, reason: nil) }
    ]
    static let form = Form(
        Self.init, Field("certificate", \.certificate, .certificate, "Certificate"),
        Field("reason", \.reason, .required(.line), "Reason"))

    func perform(in service: CertificateService, for caller: Caller) async throws -> Outcome {
        guard let reason else { throw InvalidFields.missing("reason") }
        try await service.revoke(certificate, reason: reason, as: caller.principal)
        return Outcome("The certificate is revoked.", next: CertificatesTable())
    }
}

/// Issues a certificate again, with what is true now.
struct ReissueCertificate: Act {
    let certificate: ID<Certificate>

    typealias Provider = Certificates
    static let name: SurfaceName = "reissue"
    static let title: Words = "Issue again"
    static let help: Words = "A new certificate with the present names takes the place of the old one."
    static let needs = Need<Self>(.manageCertificates)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: CertificatesTable.self) { $0.state == .superseded ? nil : Self(certificate: $0.id) }
    ]
    static let form = Form(Self.init, Field("certificate", \.certificate, .certificate, "Certificate"))

    func perform(in service: CertificateService, for caller: Caller) async throws -> Outcome {
        _ = try await service.reissue(certificate, as: caller.principal)
        return Outcome("The certificate is issued again.", next: CertificatesTable())
    }
}

/// Issues the certificates of completions that have none.
struct IssueMissingCertificates: Act {
    typealias Provider = Certificates
    static let name: SurfaceName = "issue-missing"
    static let title: Words = "Issue what is missing"
    static let help: Words = "For completions from before this module was there."
    static let needs = Need<Self>(.manageCertificates)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(CertificatesTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: CertificateService, for caller: Caller) async throws -> Outcome {
        let result = try await service.issueMissing(as: caller.principal)
        return Outcome(
            "\(result.done, "certificate was", "certificates were") issued.", stop: result.stopWords,
            next: CertificatesTable())
    }
}

// MARK: - In words

extension CertificateState {
    var words: Words {
        switch self {
        case .valid: "valid"
        case .expiring: "valid, ends soon"
        case .expired: "\(context: "certificate")expired"
        case .revoked: "\(context: "certificate")revoked"
        case .superseded: "replaced by another one"
        case .erased: "withdrawn on request"
        }
    }

    var tone: Tone {
        switch self {
        case .valid: .good
        case .expiring: .warning
        case .expired, .superseded, .erased: .neutral
        case .revoked: .bad
        }
    }

    var hasEnded: Bool { self == .revoked || self == .superseded || self == .erased }
}
