internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// The reader's own certificates.
struct MyCertificatesTable: Table {
    typealias Provider = Certificates
    static let name: SurfaceName = "mine"
    static let title: Words = "My certificates"
    static let help: Words = "The certificates of the courses that you have completed. Open one to download it."
    static let whenEmpty: Words = "You get a certificate when you complete a course."
    static let needs = Need<Self>(.viewOwnCertificates, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)
    static func id(of row: Certificate) -> ID<Certificate> { row.id }
    static let columns: [Column<Certificate>] = [
        Column("title", "Course", \.content.title, link: { CertificateSheet(certificate: $0.id) }),
        Column("day", "\(context: "date")Completed", \.content.day),
        Column("valid-until", "Valid until", \.content.validUntil),
        Column("state", "State", \.state, words: \.words, tone: \.tone),
    ]

    func page(_ request: PageRequest, in service: CertificateService, for caller: Caller) async throws -> Page<
        Certificate
    > {
        var query = CertificateQuery()
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.listOwn(query, as: caller.principal)
        return Page(page.entries, next: page.next?.description)
    }
}

/// One of the reader's certificates, as it is printed.
struct CertificateSheet: Sheet {
    let certificate: ID<Certificate>

    typealias Provider = Certificates
    static let name: SurfaceName = "certificate"
    static let title: Words = "Certificate"
    static let help: Words = "Download the certificate to keep or print it. Anybody who has its code can verify it."
    static let needs = Need<Self>(.viewOwnCertificates, in: .anywhere)
    static let form = Form(Self.init, Field("certificate", \.certificate, .certificate, "Certificate"))

    func blocks(in service: CertificateService, for caller: Caller) async throws -> [Block] {
        let svg = try await service.svg(certificate, as: caller.principal)
        let html = try await service.html(certificate, as: caller.principal)
        return [
            .svg(svg), .download(Download(name: "certificate.svg", mediaType: "image/svg+xml", text: svg)),
            .download(Download(name: "certificate.html", mediaType: "application/xhtml+xml", text: html)),
        ]
    }
}

extension FieldKind where Value == ID<Certificate> {
    static let certificate = FieldKind.id(
        "certificate",
        naming: .of(Certificates.self) { text, service, caller in
            guard let id = ID<Certificate>(text) else { return nil }
            return try await service.title(of: id, as: caller.principal).map { Words(verbatim: $0) }
        })
}

/// What the certificate with a code says, and whether it is valid.
struct VerifyCertificate: Sheet {
    let code: String

    typealias Provider = Certificates
    static let name: SurfaceName = "verify"
    static let title: Words = "Verify a certificate"
    static let help: Words = "Compare the certificate with what is shown here, letter by letter."
    static let needs = Need<Self>(.verifyCertificates)
    static let form = Form(Self.init, Field("code", \.code, .line, "Code"))

    func blocks(in service: CertificateService, for caller: Caller) async throws -> [Block] {
        let found = try await service.verify(code, as: caller.principal)
        return [
            .facts([
                Fact("State", StateValue(found.state.words, found.state.tone)), Fact("Name", found.content.name),
                Fact("Course", found.content.title), Fact("Issued by", found.content.issuer),
                Fact("\(context: "date")Completed", found.content.day), Fact("Valid until", found.content.validUntil),
                Fact("Ended", found.endedAt),
            ])
        ]
    }
}
