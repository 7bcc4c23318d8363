public import Atrium
internal import AtriumCourses
internal import Foundation

/// Issues certificates from the learning record. A member who completed a course has one current certificate of it, no matter
/// how often this code runs. A later completion renews it. If no completion counts, there is no current certificate.
extension CertificateService {
    /// Takes a certificate back. The reason has 1 to 500 characters; administrators and the holder see it.
    ///
    /// A certificate that is already revoked or superseded throws ``CertificateError/alreadyEnded(_:)``.
    public func revoke(_ id: ID<Certificate>, reason: String, as principal: Principal) async throws {
        try await store.write(as: principal, .manageCertificates) { work in
            guard TextRule.isLine(reason, upTo: 500) else { throw CertificateError.invalidReason }
            try work.setSubject("certificate", id)
            guard let certificate = try CertificateReader(self, work).certificate("c.id = \(id)") else {
                throw CertificateError.unknown
            }
            guard certificate.endedAt == nil else { throw CertificateError.alreadyEnded(certificate.state) }
            try end(id, as: "revoked", reason, in: work)
        }
    }

    /// Issues a certificate again, with today's names and a new code, and returns the new one. Use it after a name was
    /// corrected, or to undo a revocation. The old certificate becomes superseded. The date and the end of validity still
    /// follow from the completion.
    ///
    /// Throws ``CertificateError/alreadyEnded(_:)`` if the certificate is already superseded,
    /// ``CertificateError/completionVoided`` if its completion no longer counts, and ``CertificateError/renewed`` if the course
    /// was completed again later.
    public func reissue(_ id: ID<Certificate>, as principal: Principal) async throws -> ID<Certificate> {
        try await store.write(as: principal, .manageCertificates) { work in
            try work.setSubject("certificate", id)
            let known = try work.first(
                "SELECT completion, ending FROM certificates_certificate WHERE id = \(id)", as: String.self,
                String?.self)
            guard let (completion, ending) = known else { throw CertificateError.unknown }
            if let ended = ending.flatMap(CertificateState.init), ended != .revoked {
                throw CertificateError.alreadyEnded(ended)
            }
            guard let entry = try courses.history(of: completion, in: work).completion else {
                throw CertificateError.completionVoided
            }
            let isRenewed = try work.one(
                """
                SELECT EXISTS (SELECT 1 FROM certificates_certificate
                    WHERE (member_id, course_id) = (\(entry.member), \(entry.course)) AND ending IS NULL AND id <> \(id))
                """, as: Bool.self)
            if isRenewed { throw CertificateError.renewed }
            return try issue(for: entry, superseding: id, in: work)
        }
    }

    /// Issues the certificates of completions that have none, without waiting for the recurring work that does it when the module
    /// begins to work. Returns how many it issued.
    ///
    /// It goes through the record in pages, and issues the certificates of each page in one unit. After an interruption, the
    /// issued certificates stay; a repeated call issues the rest.
    public func issueMissing(as principal: Principal) async throws -> BulkResult<Int> {
        var cursor: EntryPage.Cursor?
        return try await .steps(0) { count in
            let start = cursor
            let (missing, next) = try await store.read(as: principal, .manageCertificates) { work in
                let page = try courses.entries(after: start, limit: module.pageSize, in: work)
                return (try withoutCertificate(page.entries, in: work), page.next)
            }
            if !missing.isEmpty {
                count += try await store.write(as: principal, .manageCertificates) { work in
                    try missing.filter { try update($0.member, $0.course, in: work) }.count
                }
            }
            cursor = next
            return next == nil
        }
    }

    /// Makes up for completions that were recorded or voided while the module did not work here. It takes pages, as
    /// ``issueMissing(as:)`` does.
    func catchUp(as principal: Principal) async throws {
        _ = try await issueMissing(as: principal).get()
        var last = ""
        while true {
            let start = last
            let current = try await store.read(as: principal, .manageCertificates) { [module] work in
                try work.rows(
                    """
                    SELECT id, member_id, course_id FROM certificates_certificate
                    WHERE ending IS NULL AND id > \(start) ORDER BY id LIMIT \(module.pageSize)
                    """, as: String.self, MemberID.self, CourseID.self)
            }
            guard let end = current.last else { return }
            try await store.write(as: principal, .manageCertificates) { work in
                for (_, member, course) in current { try update(member, course, in: work) }
            }
            last = end.0
        }
    }

    private func withoutCertificate(_ entries: [LearningEntry], in work: UnitOfWork) throws -> [LearningEntry] {
        let completions = entries.filter { $0.learning == .completed }
        let missing = try Set(
            work.rows(
                """
                SELECT value FROM json_each(\(json: completions.map(\.id))) WHERE NOT EXISTS (
                    SELECT 1 FROM certificates_certificate
                    WHERE completion = value AND (ending IS NULL OR ending = 'superseded'))
                """, as: String.self))
        return completions.filter { missing.contains($0.id) }
    }

    // MARK: - Following the record

    /// Brings a member's certificate of a course in line with what the record says now. Returns whether it issued one.
    ///
    /// The current record decides, not the event: events may arrive late and in any order. The completion with the latest date
    /// has the one current certificate.
    @discardableResult
    func update(_ member: MemberID, _ course: CourseID, in work: UnitOfWork) throws -> Bool {
        if try work.member(member)?.state == .erased { return false }
        let current: (id: ID<Certificate>, completion: String)? = try work.first(
            """
            SELECT id, completion FROM certificates_certificate
            WHERE (member_id, course_id) = (\(member), \(course)) AND ending IS NULL
            """, as: ID<Certificate>.self, String.self)
        guard let completion = try courses.lastCompletion(of: member, in: course, in: work) else {
            if let current { try end(current.id, as: "voided", "the completion was voided", in: work) }
            return false
        }
        if current?.completion == completion.id { return false }
        let history = try courses.history(of: completion.id, in: work)
        let ended: (id: ID<Certificate>, ending: String)? = try work.first(
            """
            SELECT id, ending FROM certificates_certificate
            WHERE completion IN (SELECT value FROM json_each(\(json: history.ids))) AND ending IN ('voided', 'revoked')
            """, as: ID<Certificate>.self, String.self)
        // A new certificate supersedes the current one, unless the current one's completion was voided and not corrected.
        let isReplaced = try current.map {
            try history.ids.contains($0.completion) || !courses.history(of: $0.completion, in: work).isVoided
        }
        if let current, isReplaced == false { try end(current.id, as: "voided", "the completion was voided", in: work) }
        // An administrator revoked it. A correction of the record does not undo that; reissuing does.
        if ended?.ending == "revoked" { return false }
        try issue(for: completion, superseding: isReplaced == true ? current?.id : ended?.id, in: work)
        return true
    }

    @discardableResult
    private func issue(
        for entry: LearningEntry, superseding old: ID<Certificate>?, in work: UnitOfWork
    ) throws -> ID<Certificate> {
        let id: ID<Certificate> = try work.newID()
        let content = try content(for: entry, in: work)
        let signature = try signature(of: content)
        if let old { try end(old, as: "superseded", successor: id, in: work) }
        try work.run(
            """
            INSERT INTO certificates_certificate (id, code, completion, member_id, course_id, name, title, issuer,
                language, day, recorded_at, valid_until, algorithm, signature)
            VALUES (\(id), \(content.code.secret), \(entry.id), \(entry.member), \(entry.course), \(content.name),
                \(content.title), \(content.issuer), \(content.language), \(content.day), \(content.recordedAt),
                \(content.validUntil), \(signature?.algorithm), \(signature?.bytes))
            """)
        try work.publish(
            CertificateIssued(certificate: id, member: entry.member, course: entry.course, day: content.day))
        return id
    }

    private func content(for entry: LearningEntry, in work: UnitOfWork) throws -> CertificateContent {
        guard let member = try work.member(entry.member) else { throw MemberError.unknown }
        guard let course = try courses.course(entry.course, in: work) else { throw CourseError.unknown }
        let organization = try work.organization()
        let day = entry.day ?? Day(entry.effectiveAt, in: organization.timeZone)
        let secret = tenant.makeSecret().bytes.prefix(CertificateCode.secretSize)
        return CertificateContent(
            code: CertificateCode(organization: tenant.organization, secret: Array(secret)), name: member.name,
            course: course.id, title: course.title, issuer: organization.name, language: organization.language,
            day: day, recordedAt: entry.recordedAt, validUntil: try validUntil(day, course.id))
    }

    /// The same day of a later month, or the last day of that month if it has no such day.
    private func validUntil(_ day: Day, _ course: CourseID) throws -> Day? {
        guard let months = module.validity(course) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        guard (1...1200).contains(months),
            let end = calendar.date(byAdding: .month, value: months, to: day.start(in: .gmt))
        else { throw CertificateError.invalidValidity }
        return Day(end, in: .gmt)
    }

    private func signature(of content: CertificateContent) throws -> CertificateSignature? {
        guard let signer = module.signer else { return nil }
        let payload = content.payload
        let signature = try signer.sign(payload)
        guard signer.verify(signature, of: payload) else { throw CertificateError.invalidSignature }
        return signature
    }

    /// Ends a certificate. Publishes ``CertificateEnded`` if it was current until now.
    private func end(
        _ id: ID<Certificate>, as ending: String, _ reason: String? = nil, successor: ID<Certificate>? = nil,
        in work: UnitOfWork
    ) throws {
        let standing = try work.rows(
            "SELECT member_id, course_id, day FROM certificates_certificate WHERE id = \(id) AND ending IS NULL"
        ) { row in
            CertificateEnded(
                certificate: id, member: try row[0], course: try row[1], day: try row[2],
                state: successor == nil ? .revoked : .superseded)
        }
        try work.run(
            """
            UPDATE certificates_certificate SET ending = \(ending), ended_at = \(work.now),
                reason = coalesce(\(reason), reason), successor_id = \(successor) WHERE id = \(id)
            """)
        try work.publish(contentsOf: standing)
    }
}
