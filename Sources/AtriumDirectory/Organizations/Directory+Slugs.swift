internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// The slugs under which organizations are looked up, and their former slugs.
///
/// A former slug is kept for its organization for a time. During this time, a lookup by it answers with the present slug, and
/// no other organization can take it. So the directory can change a slug before the organization's file does, and change it
/// back if the file's commit fails.
extension Directory {
    /// How many former slugs are kept for one organization. If there is one more, the slug whose time ends first is dropped.
    private static var keptSlugs: Int { 10 }

    /// The organization with a slug. Throws ``OrganizationError/moved(to:)`` for a former slug that is still kept, and
    /// ``OrganizationError/unknown``.
    package func organization(_ slug: String) async throws -> ID<Organization> {
        let now = try now()
        return try await read { executor in
            let sql: SQL = "SELECT id FROM kernel_organization WHERE slug = \(slug) AND slug <> \(Slug.system)"
            if let id = try executor.first(sql, as: ID<Organization>.self) { return id }
            let current = try executor.first(
                """
                SELECT o.slug FROM kernel_slug s JOIN kernel_organization o ON o.id = s.organization_id
                WHERE s.slug = \(slug) AND s.until > \(now)
                """, as: Slug.self)
            throw current.map { OrganizationError.moved(to: $0) } ?? .unknown
        }
    }

    /// Gives the organization a slug before its file has it, and makes the organization due, so that both are compared after a
    /// crash. Throws ``OrganizationError/slugTaken``. If the slug had been kept for the organization, returns until when;
    /// otherwise `nil`.
    func move(_ id: ID<Organization>, to slug: Slug) async throws -> Date? {
        let now = try now()
        return try await write { [self] executor in
            let isSystem: SQL =
                "SELECT EXISTS (SELECT 1 FROM kernel_organization WHERE (id, slug) = (\(id), \(Slug.system)))"
            if try executor.one(isSystem, as: Bool.self) { throw OrganizationError.invalidSlug }
            let until = try executor.first(
                "SELECT until FROM kernel_slug WHERE (slug, organization_id) = (\(slug), \(id))", as: Date.self)
            guard try set(slug, of: id, at: now, in: executor) else { throw OrganizationError.slugTaken }
            try executor.run(
                "UPDATE kernel_organization SET wake_at = \(now), wake_noted_at = \(now) WHERE id = \(id)")
            return until
        }
    }

    /// Undoes a change whose commit failed: forgets that the organization had the slug, or keeps the slug as long as before.
    func undoMove(of id: ID<Organization>, to slug: Slug, keptUntil until: Date?) async throws {
        let isKept: SQL = "(slug, organization_id) = (\(slug), \(id))"
        try await run(
            until.map { "UPDATE kernel_slug SET until = \($0) WHERE \(isKept)" }
                ?? "DELETE FROM kernel_slug WHERE \(isKept)")
    }

    /// Gives the organization a slug, keeps its former one, and returns true. Returns false if another organization has the
    /// slug, or the slug is kept for another. Clears the mark of the file's last commit, because the directory has changed.
    func set(_ slug: Slug, of id: ID<Organization>, at now: Date, in executor: CachingExecutor) throws -> Bool {
        let sql: SQL = "SELECT slug FROM kernel_organization WHERE id = \(id) AND slug <> \(slug)"
        guard let former = try executor.first(sql, as: Slug.self) else { return true }
        guard try Self.isFree(slug, for: id, at: now, in: executor) else { return false }
        let until = now.addingTimeInterval(formerSlugLifetime / .seconds(1))
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

    /// Whether no other organization has the slug, and the slug is not kept for another one.
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
    /// A slug that a person chooses for an organization. Throws ``OrganizationError/slugIsID`` if the text has the form of an
    /// id, because it could be another organization's id, and ``OrganizationError/invalidSlug``.
    package init(ofOrganization text: String) throws {
        guard ID<Slug>(text) == nil else { throw OrganizationError.slugIsID }
        guard let slug = Slug(text) else { throw OrganizationError.invalidSlug }
        self = slug
    }
}
