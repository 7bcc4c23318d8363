internal import Atrium
internal import AtriumCourses

/// Reads certificates in one unit, with their states on the day of the unit.
struct CertificateReader {
    let work: UnitOfWork
    private let organization: OrganizationID
    private let today: Day
    private let expiringDays: Int

    init(_ service: CertificateService, _ work: UnitOfWork) throws {
        let organization = try work.organization()
        (self.work, self.organization) = (work, organization.id)
        today = Day(work.now, in: organization.timeZone)
        // Limited to the length of a calendar: today plus this number of days is still a valid day.
        expiringDays = min(max(service.module.expiringDays, 0), 4_000_000)
    }

    func certificate(_ condition: SQL) throws -> Certificate? {
        try work.first(
            "SELECT \(columns) FROM certificates_certificate c WHERE \(condition)", make: read)
    }

    /// A page of all certificates, or of those of some members, ordered by member and then by time.
    func page(_ query: CertificateQuery, of members: [MemberID]? = nil) throws -> CertificatePage<Certificate> {
        let limit = query.pageLimit
        let source: SQL =
            members.map { "json_each(\(json: $0)) m CROSS JOIN certificates_certificate c ON c.member_id = m.value" }
            ?? "certificates_certificate c"
        // '~' sorts after every id.
        let (lastMember, lastID) =
            query.cursor.map(\.position).map { ($0.member.description, $0.id?.description ?? "~") } ?? ("", "")
        let found = try work.rows(
            """
            SELECT \(columns) FROM \(source)
            WHERE (c.member_id, c.id) > (\(lastMember), \(lastID))
                AND (\(query.course) IS NULL OR c.course_id = \(query.course))
                AND (\(query.state) IS NULL OR \(state) = \(query.state))
            ORDER BY c.member_id, c.id LIMIT \(limit + 1)
            """, make: read)
        let shown = found.prefix(limit)
        let next = shown.last.map { CertificateQuery.Cursor(after: .init($0.member, $0.id)) }
        return CertificatePage(entries: Array(shown), next: found.count > limit ? next : nil)
    }

    /// A page of the certificates of members who are in one of the teams now.
    ///
    /// It looks at as many people as a page has entries. So it costs the same, even if few of them have a certificate.
    func page(_ query: CertificateQuery, in teams: Set<TeamID>) throws -> CertificatePage<Certificate> {
        let limit = query.pageLimit
        var lastMember = query.cursor?.position.member
        var people: [MemberID] = []
        if let last = query.cursor?.position, last.id != nil { people.append(last.member) }
        // The first members of all teams together are among the first members of each team.
        let found = try Set(
            teams.flatMap { try work.members(after: lastMember, of: $0, limit: limit).map(\.id) }
        ).sorted().prefix(limit)
        people += found
        lastMember = found.last
        let present = try people.filter { member in try work.teams(of: member).contains { teams.contains($0.id) } }
        let page = try page(query, of: present)
        if page.next != nil || found.count < limit { return page }
        return CertificatePage(entries: page.entries, next: lastMember.map { .init(after: .init($0, nil)) })
    }

    // MARK: - Rows

    private var state: SQL {
        """
        CASE WHEN c.ending IN ('superseded', 'erased') THEN c.ending WHEN c.ending IS NOT NULL THEN 'revoked'
            WHEN c.valid_until < \(today) THEN 'expired' WHEN c.valid_until <= \(today.advanced(by: expiringDays)) THEN 'expiring'
            ELSE 'valid' END
        """
    }

    private var columns: SQL {
        """
        c.id, c.code, c.member_id, c.course_id, c.name, c.title, c.issuer, c.language, c.day, c.recorded_at, c.valid_until,
        c.algorithm, c.signature, c.ended_at, c.reason, c.successor_id, \(state)
        """
    }

    private func read(_ row: Row) throws -> Certificate {
        let (algorithm, bytes): (String?, [UInt8]?) = (try row[11], try row[12])
        let content = CertificateContent(
            code: CertificateCode(organization: organization, secret: try row[1]), name: try row[4], course: try row[3],
            title: try row[5], issuer: try row[6], language: try row[7], day: try row[8], recordedAt: try row[9],
            validUntil: try row[10])
        var signature: CertificateSignature?
        if let algorithm, let bytes { signature = try CertificateSignature(algorithm: algorithm, bytes: bytes) }
        return Certificate(
            id: try row[0], member: try row[2], content: content, state: try row[16], endedAt: try row[13],
            reason: try row[14], successor: try row[15], signature: signature)
    }
}

extension CertificateQuery {
    fileprivate var pageLimit: Int { min(max(limit, 1), 1000) }
}
