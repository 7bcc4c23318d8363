public import Atrium
internal import AtriumCourses

/// The certificates of one organization.
///
/// It lists and verifies certificates. Extensions issue, revoke and download them.
public struct CertificateService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let module: Certificates

    var store: Store { tenant.store }

    /// The principal's own certificates, with their codes. The member and the team of the query are ignored.
    public func listOwn(
        _ query: CertificateQuery = CertificateQuery(), as principal: Principal
    ) async throws -> CertificatePage<Certificate> {
        try await store.read(as: principal, .viewOwnCertificates, in: .anywhere) { work in
            try CertificateReader(self, work).page(query, of: principal.member.map { [$0] } ?? [])
        }
    }

    /// The certificates that the principal may see, with their states and without their codes. Administrators and managers see
    /// those of everybody, including removed members. Supervisors see those of members who are in their teams now.
    public func list(
        _ query: CertificateQuery = CertificateQuery(), as principal: Principal
    ) async throws -> CertificatePage<CertificateStatus> {
        try await store.read(as: principal, .viewCertificates, in: .anywhere) { work in
            try page(query, .viewCertificates, in: work).map(CertificateStatus.init)
        }
    }

    /// The certificates with everything that is known about them, including their codes. Only for administrators.
    public func listWithCodes(
        _ query: CertificateQuery = CertificateQuery(), as principal: Principal
    ) async throws -> CertificatePage<Certificate> {
        try await store.read(as: principal, .manageCertificates, in: .anywhere) { work in
            try page(query, .manageCertificates, in: work)
        }
    }

    private func page(
        _ query: CertificateQuery, _ permission: Permission, in work: UnitOfWork
    ) throws -> CertificatePage<Certificate> {
        let reader = try CertificateReader(self, work)
        if let team = query.team {
            try work.require(permission, in: .team(team))
            guard try work.team(team) != nil else { throw TeamError.unknown }
        }
        if let member = query.member {
            try work.require(permission, in: .member(member))
            let matches = try query.team.map { team in try work.teams(of: member).contains { $0.id == team } } ?? true
            return try reader.page(query, of: matches ? [member] : [])
        }
        let reach = try work.reach(of: permission)
        if let team = query.team { return try reader.page(query, in: [team]) }
        return try reach.everyone ? reader.page(query) : reader.page(query, in: reach.teams)
    }

    /// What the certificate with a code says, and its state. The code may have any spelling that ``CertificateCode/init(_:)``
    /// reads.
    ///
    /// Compare the document with the returned content: this shows whether somebody edited the document. A code that is not one
    /// of this organization's throws ``CertificateError/unknownCode``. If there is a signer, content that does not match its
    /// signature throws ``CertificateError/altered``. Content without a signature throws it too, unless
    /// ``Certificates/acceptsUnsigned`` is set. A certificate whose holder was erased has no name and no signature.
    public func verify(_ code: String, as principal: Principal) async throws -> CertificateVerification {
        try await store.read(as: principal, .verifyCertificates) { work in
            guard let code = CertificateCode(code), code.organization == tenant.organization,
                let found = try CertificateReader(self, work).certificate("c.code = \(code.secret)")
            else { throw CertificateError.unknownCode }
            if let signer = module.signer, found.state != .erased {
                let isGood =
                    found.signature.map { signer.verify($0, of: found.content.payload) } ?? module.acceptsUnsigned
                guard isGood else { throw CertificateError.altered }
            }
            return CertificateVerification(
                content: found.content, state: found.state, endedAt: found.endedAt, signature: found.signature)
        }
    }
}
