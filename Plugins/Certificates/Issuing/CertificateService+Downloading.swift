public import Atrium

/// Downloads the principal's own certificates, in the language in which they were issued.
///
/// A revoked or superseded certificate throws ``CertificateError/alreadyEnded(_:)``. A certificate of somebody else throws
/// ``CertificateError/unknown``.
extension CertificateService {
    /// A certificate as SVG, A4 landscape. It refers to nothing outside itself.
    public func svg(_ id: ID<Certificate>, as principal: Principal) async throws -> String {
        try await drawing(id, as: principal).text
    }

    /// A certificate as an HTML page in XML syntax, for screen and printer. It refers to nothing outside itself.
    public func html(_ id: ID<Certificate>, as principal: Principal) async throws -> String {
        CertificateHTML(svg: try await drawing(id, as: principal)).text
    }

    /// What people read instead of a certificate's id: the holder and the course. `nil` for a certificate of somebody else, unless
    /// the principal manages certificates.
    func title(of id: ID<Certificate>, as principal: Principal) async throws -> String? {
        let found = try await store.read(as: principal, .viewOwnCertificates, in: .anywhere) { work in
            try CertificateReader(self, work).certificate("c.id = \(id)").map { certificate in
                (certificate, try work.reach(of: .manageCertificates).everyone)
            }
        }
        guard let (certificate, isManager) = found, isManager || certificate.member == principal.member else {
            return nil
        }
        return "\(TextRule.isolated(certificate.content.name)), \(certificate.content.title)"
    }

    private func drawing(_ id: ID<Certificate>, as principal: Principal) async throws -> CertificateSVG {
        let found = try await store.read(as: principal, .viewOwnCertificates, in: .anywhere) { work in
            try CertificateReader(self, work).certificate("c.id = \(id) AND c.member_id = \(principal.member)")
        }
        guard let found else { throw CertificateError.unknown }
        guard found.endedAt == nil else { throw CertificateError.alreadyEnded(found.state) }
        let content = found.content
        let words = CertificateWords(in: tenant.languages.language(ofDocument: content.language))
        return CertificateSVG(content: content, words: words, link: module.link(content.code))
    }
}
