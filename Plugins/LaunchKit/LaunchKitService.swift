public import Atrium
internal import AtriumCourses
internal import AtriumInvitations

internal import struct Foundation.Date

/// The kit of one organization: its design, and the files that are made of it.
public struct LaunchKitService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let invitations: InvitationService
    /// The address of an organization that has chosen no other.
    let address: String

    var store: Store { tenant.store }

    /// The design. An organization that has not changed it has one all the same.
    public func design(as principal: Principal) async throws -> KitDesign {
        try await store.read(as: principal, .designKit) { try design(in: $0) }
    }

    /// Changes the design, except its logo. If the design was changed after the revision that was read, throws
    /// ``LaunchKitError/conflict(current:)``. A value that breaks a rule of ``KitDesign`` throws the error of that rule.
    public func change(_ design: KitDesign, as principal: Principal) async throws {
        try await store.write(as: principal, .designKit) { work in
            try design.check()
            let current = try self.design(in: work).revision
            guard current == design.revision else { throw LaunchKitError.conflict(current: current) }
            try makeRow(in: work)
            try work.run(
                """
                UPDATE launchkit_design SET style = \(design.style), color = \(design.color), slogan = \(design.slogan),
                    day = \(design.day), address = \(design.address), revision = revision + 1
                """)
        }
    }

    /// Takes another logo, or none. The file is read by ``KitLogo/init(svg:)``, which refuses what a logo must not have.
    public func setLogo(_ logo: KitLogo?, as principal: Principal) async throws {
        try await store.write(as: principal, .designKit) { work in
            try makeRow(in: work)
            try work.run("UPDATE launchkit_design SET logo = \(logo), revision = revision + 1")
        }
    }

    // MARK: - Files

    /// All files of the kit in a language, by its tag; `nil` is the organization's language. Throws
    /// ``LaunchKitError/unknownLanguage`` for a language in which people do not read here.
    public func files(in language: String? = nil, as principal: Principal) async throws -> [KitFile] {
        Kit(content: try await content(in: language, as: principal)).files
    }

    /// Notes that somebody got the files. The first day counts.
    public func noteDownload(as principal: Principal) async throws {
        try await store.write(as: principal, .designKit) { work in
            try work.require(.viewCatalogue)
            try makeRow(in: work)
            try work.run("UPDATE launchkit_design SET downloaded_at = coalesce(downloaded_at, \(work.now))")
        }
    }

    /// The day on which somebody first got the files, in the organization's time zone; `nil` if nobody did yet.
    public func downloadedOn(as principal: Principal) async throws -> Day? {
        try await store.read(as: principal, .designKit) { work in
            let moment = try work.first("SELECT downloaded_at FROM launchkit_design", as: Date?.self)
            guard let moment = moment ?? nil else { return nil }
            return Day(moment, in: try work.organization().timeZone)
        }
    }

    /// What the pieces say. The courses are the first ones of the catalogue, as the principal sees it.
    func content(in tag: String?, as principal: Principal) async throws -> KitContent {
        var query = CourseQuery()
        query.limit = KitContent.mostCourses
        let titles = try await courses.list(query, as: principal).courses.map(\.title)
        return try await store.read(as: principal, .designKit) { work in
            let organization = try work.organization()
            let design = try design(in: work)
            if let tag, !tenant.languages.tags.contains(tag) { throw LaunchKitError.unknownLanguage }
            return KitContent(
                design: design, organization: organization.name,
                address: design.address.isEmpty ? address : design.address, courses: titles,
                marks: try invitations.marks(in: work),
                language: tenant.languages.language(tag ?? organization.language))
        }
    }

    // MARK: - Parts

    private func design(in work: UnitOfWork) throws -> KitDesign {
        try work.first("SELECT \(KitDesign.columns) FROM launchkit_design", make: KitDesign.init) ?? KitDesign()
    }

    private func makeRow(in work: UnitOfWork) throws {
        let design = KitDesign()
        try work.run(
            """
            INSERT INTO launchkit_design (row, style, color, slogan, address, revision)
            VALUES (1, \(design.style), \(design.color), '', '', 0) ON CONFLICT DO NOTHING
            """)
    }
}
