internal import AtriumStorage
internal import AtriumValues

internal import struct Foundation.Date

/// The index of memberships. It is a copy, because no commit can include two files. The organizations' files decide
/// (``MembershipIndex``).
extension Directory {
    /// What the directory knows of an organization's names and memberships.
    struct IndexState: Sendable {
        var revision = 0
        var mark: [UInt8]?
        var names: OrganizationNames?
    }

    /// What the directory knows of an organization; empty if there is no such organization.
    func indexState(of id: ID<Organization>) async throws -> IndexState {
        let sql: SQL = """
            SELECT name, slug, indexed_revision, indexed_mark FROM kernel_organization WHERE id = \(id) AND slug IS NOT NULL
            """
        return try await read { executor in
            try executor.first(sql) { row in
                IndexState(revision: try row[2], mark: try row[3], names: try OrganizationNames(row))
            } ?? IndexState()
        }
    }

    /// Copies the names and the memberships that changed, up to a revision. If another organization has the slug in the file,
    /// the directory keeps its own slug.
    func index(
        _ memberships: [Membership<Member>], _ names: OrganizationNames, of id: ID<Organization>, upTo revision: Int
    ) async throws {
        let now = try now()
        try await write { [self] executor in
            _ = try set(names.slug, of: id, at: now, in: executor)
            for entry in memberships { try executor.run(Self.insertion(of: entry, in: id)) }
            try Self.noteCopies(of: memberships.map(\.account), in: id, at: now, executor)
            try executor.run(
                """
                UPDATE kernel_organization SET indexed_revision = \(revision), indexed_mark = NULL, name = \(names.name)
                WHERE id = \(id)
                """)
        }
    }

    /// Makes names and memberships equal to those of the organization's file, whose last commit is `mark`. Returns how many
    /// members' entries differed. If another organization has the slug in the file, it also returns the organization's slug in
    /// the directory. If the directory had entries that the file does not have, the organization becomes due.
    func align(
        _ memberships: [Membership<Member>], _ names: OrganizationNames, of id: ID<Organization>, mark: [UInt8]
    ) async throws -> (changed: Int, otherSlug: Slug?) {
        let now = try now()
        return try await write { [self] executor in
            let isItsSlug = try set(names.slug, of: id, at: now, in: executor)
            let slug: SQL = "SELECT slug FROM kernel_organization WHERE id = \(id)"
            let sql: SQL =
                "SELECT account_id, member_id, is_active, revision FROM kernel_membership WHERE organization_id = \(id)"
            let (stored, wanted) = (Set(try executor.rows(sql, make: Membership<Member>.init)), Set(memberships))
            let (surplus, missing) = (stored.subtracting(wanted), wanted.subtracting(stored))
            for entry in surplus {
                try executor.run(
                    "DELETE FROM kernel_membership WHERE (account_id, organization_id) = (\(entry.account), \(id))")
            }
            for entry in missing { try executor.run(Self.insertion(of: entry, in: id)) }
            try executor.run(
                """
                UPDATE kernel_organization SET indexed_revision = \(memberships.last?.revision ?? 0), indexed_mark = \(mark),
                    name = \(names.name), wake_at = iif(\(surplus.isEmpty), wake_at, \(now)),
                    wake_noted_at = iif(\(surplus.isEmpty), wake_noted_at, \(now))
                WHERE id = \(id)
                """)
            try Self.noteCopies(of: memberships.map(\.account), in: id, at: now, executor)
            return (
                Set(surplus.map(\.member)).union(missing.map(\.member)).count,
                isItsSlug ? nil : try executor.first(slug, as: Slug.self)
            )
        }
    }

    private static func insertion(of entry: Membership<Member>, in id: ID<Organization>) -> SQL {
        """
        INSERT INTO kernel_membership
        VALUES (\(entry.account), \(id), \(entry.member), \(entry.isActive), \(entry.revision))
        ON CONFLICT DO UPDATE SET member_id = excluded.member_id, is_active = excluded.is_active,
            revision = excluded.revision
        """
    }

    /// Stores the mark of the file's last commit, if the directory still has the given revision and slug.
    func setMark(_ mark: [UInt8], of id: ID<Organization>, at revision: Int, _ slug: Slug) async throws {
        try await run(
            """
            UPDATE kernel_organization SET indexed_mark = \(mark)
            WHERE id = \(id) AND indexed_revision = \(revision) AND slug = \(slug) AND indexed_mark IS NOT \(mark)
            """)
    }

    /// Deletes the index of all organizations. Each organization is compared with its file when it opens.
    package func clearIndex() async throws {
        try await run(
            "DELETE FROM kernel_membership", "UPDATE kernel_organization SET indexed_revision = 0, indexed_mark = NULL")
    }

    /// The active organizations in which an account is an active member, by name.
    package func links(of account: AccountID) async throws -> [DirectoryLink<Organization, Member>] {
        try await read { executor in
            try executor.rows(
                """
                SELECT o.id, o.name, o.slug, m.member_id FROM kernel_membership m
                JOIN kernel_organization o ON o.id = m.organization_id
                WHERE m.account_id = \(account) AND m.is_active AND o.state = 'active' ORDER BY o.id
                """, as: ID<Organization>.self, String.self, Slug.self, ID<Member>.self)
        }
        .map { id, name, slug, member in
            (key: TextRule.folded(name), link: DirectoryLink(organization: id, name: name, slug: slug, member: member))
        }
        .sorted { ($0.key, $0.link.organization) < ($1.key, $1.link.organization) }.map(\.link)
    }
}
