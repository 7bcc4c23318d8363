internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// The slugs under which organizations are looked up, and those that they had before.
///
/// One that an organization had is kept for it: for a time it answers with the slug of today, and nobody else can take it. So the
/// directory can go ahead of the organization's file, and back if nothing was committed there.
extension Directory {
    /// How many slugs are kept for one organization. One more drops the one whose time ends first.
    private static var keptSlugs: Int { 10 }

    /// The organization with a slug. Throws ``OrganizationError/moved(to:)`` for one that an organization had until lately, and
    /// ``OrganizationError/unknown``.
    package func organization(_ slug: String) async throws -> ID<Organization> {
        let now = try now()
        return try await read { executor in
            let sql: SQL = "SELECT id FROM kernel_organization WHERE slug = \(slug)"
            if let id = try executor.first(sql, as: ID<Organization>.self) { return id }
            let current = try executor.first(
                """
                SELECT o.slug FROM kernel_slug s JOIN kernel_organization o ON o.id = s.organization_id
                WHERE s.slug = \(slug) AND s.until > \(now)
                """, as: Slug.self)
            throw current.map { OrganizationError.moved(to: $0) } ?? .unknown
        }
    }

    /// Gives the organization a slug before its file says so, and makes it due, so that both are compared after a crash. Throws
    /// ``OrganizationError/slugTaken``. Returns until when the slug was kept for the organization before.
    func move(_ id: ID<Organization>, to slug: Slug) async throws -> Date? {
        let now = try now()
        return try await write { [self] executor in
            let until = try executor.first(
                "SELECT until FROM kernel_slug WHERE (slug, organization_id) = (\(slug), \(id))", as: Date.self)
            guard try set(slug, of: id, at: now, in: executor) else { throw OrganizationError.slugTaken }
            try executor.run(
                "UPDATE kernel_organization SET wake_at = \(now), wake_noted_at = \(now) WHERE id = \(id)")
            return until
        }
    }

    /// Forgets that the organization had a slug, or keeps it as long as before: the file never said it.
    func undoMove(of id: ID<Organization>, to slug: Slug, keptUntil until: Date?) async throws {
        let isKept: SQL = "(slug, organization_id) = (\(slug), \(id))"
        try await run(
            until.map { "UPDATE kernel_slug SET until = \($0) WHERE \(isKept)" }
                ?? "DELETE FROM kernel_slug WHERE \(isKept)")
    }

    /// Gives the organization a slug, keeps the one that it had, and returns true; or false if the slug is another's. What the
    /// directory knew of the file's last commit is not true any more.
    func set(_ slug: Slug, of id: ID<Organization>, at now: Date, in executor: CachingExecutor) throws -> Bool {
        let sql: SQL = "SELECT slug FROM kernel_organization WHERE id = \(id) AND slug <> \(slug)"
        guard let former = try executor.first(sql, as: Slug.self) else { return true }
        guard try Self.isFree(slug, for: id, at: now, in: executor) else { return false }
        let until = now.addingTimeInterval(slugMovedFor / .seconds(1))
        for change in [
            "UPDATE kernel_organization SET slug = \(slug), indexed_mark = NULL WHERE id = \(id)",
            "DELETE FROM kernel_slug WHERE slug IN (\(slug), \(former)) OR until <= \(now)",
            """
            DELETE FROM kernel_slug WHERE organization_id = \(id) AND slug NOT IN (
                SELECT slug FROM kernel_slug WHERE organization_id = \(id) ORDER BY until DESC LIMIT \(Self.keptSlugs - 1))
            """,
            "INSERT INTO kernel_slug VALUES (\(former), \(id), \(until))",
        ] as [SQL] { try executor.run(change) }
        return true
    }

    /// Whether no other organization has a slug, and it is kept for none.
    static func isFree(
        _ slug: Slug, for id: ID<Organization>, at now: Date, in executor: CachingExecutor
    ) throws -> Bool {
        try executor.one(
            """
            SELECT NOT EXISTS (SELECT 1 FROM kernel_organization WHERE slug = \(slug) AND id <> \(id)) AND NOT EXISTS (
                SELECT 1 FROM kernel_slug WHERE slug = \(slug) AND organization_id <> \(id) AND until > \(now))
            """, as: Bool.self)
    }
}

extension Slug {
    /// What a person chooses for an organization: not the id of one, which would lead to the wrong one.
    package init(ofOrganization text: String) throws {
        guard ID<Slug>(text) == nil else { throw OrganizationError.slugIsID }
        guard let slug = Slug(text) else { throw OrganizationError.invalidSlug }
        self = slug
    }
}
