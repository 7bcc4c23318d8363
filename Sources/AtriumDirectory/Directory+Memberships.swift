internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// The index of memberships. It is a copy: the truth is in the organizations' files, because no commit spans two files.
extension Directory {
    /// What the directory knows of an organization's file, as far as its names and its memberships.
    struct IndexState: Sendable {
        var revision = 0
        var mark: [UInt8]?
        var names: OrganizationNames?
    }

    func indexState(of id: ID<Organization>) async throws -> IndexState {
        let sql: SQL = """
            SELECT name, slug, indexed_revision, indexed_mark FROM kernel_organization WHERE id = \(id) AND slug IS NOT NULL
            """
        return try await read { session in
            try session.first(sql) { row in
                IndexState(revision: try row[2], mark: try row[3], names: try OrganizationNames(row))
            } ?? IndexState()
        }
    }

    /// Takes over the names and the memberships that changed, up to a revision. A slug that is another's by now is left out.
    func index(
        _ memberships: [Membership<Member>], _ names: OrganizationNames, of id: ID<Organization>, upTo revision: Int
    ) async throws {
        let now = try now()
        try await write { [self] session in
            _ = try set(names.slug, of: id, at: now, in: session)
            for entry in memberships { try session.run(Self.insertion(of: entry, in: id)) }
            try Self.noteCopies(of: memberships.map(\.account), in: id, at: now, session)
            try session.run(
                """
                UPDATE kernel_organization SET indexed_revision = \(revision), indexed_mark = NULL, name = \(names.name)
                WHERE id = \(id)
                """)
        }
    }

    /// Makes names and memberships those of the organization's file, whose last commit is `mark`; returns how many memberships
    /// differed. An organization whose file went back is due at once. A slug that is another's by now is left out.
    func align(
        _ memberships: [Membership<Member>], _ names: OrganizationNames, of id: ID<Organization>, mark: [UInt8]
    ) async throws -> Int {
        let now = try now()
        return try await write { [self] session in
            _ = try set(names.slug, of: id, at: now, in: session)
            let sql: SQL =
                "SELECT account_id, member_id, is_active, revision FROM kernel_membership WHERE organization_id = \(id)"
            let (stored, wanted) = (Set(try session.rows(sql, make: Membership<Member>.init)), Set(memberships))
            let (surplus, missing) = (stored.subtracting(wanted), wanted.subtracting(stored))
            for entry in surplus {
                try session.run(
                    "DELETE FROM kernel_membership WHERE (account_id, organization_id) = (\(entry.account), \(id))")
            }
            for entry in missing { try session.run(Self.insertion(of: entry, in: id)) }
            try session.run(
                """
                UPDATE kernel_organization SET indexed_revision = \(memberships.last?.revision ?? 0), indexed_mark = \(mark),
                    name = \(names.name), wake_at = iif(\(surplus.isEmpty), wake_at, \(now)),
                    wake_noted_at = iif(\(surplus.isEmpty), wake_noted_at, \(now))
                WHERE id = \(id)
                """)
            try Self.noteCopies(of: memberships.map(\.account), in: id, at: now, session)
            return Set(surplus.map(\.member)).union(missing.map(\.member)).count
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

    /// Keeps the last commit of an organization's file, if the memberships are still those of a revision, and the slug is that of
    /// the file.
    func setMark(_ mark: [UInt8], of id: ID<Organization>, at revision: Int, _ slug: Slug) async throws {
        try await run(
            """
            UPDATE kernel_organization SET indexed_mark = \(mark)
            WHERE id = \(id) AND indexed_revision = \(revision) AND slug = \(slug) AND indexed_mark IS NOT \(mark)
            """)
    }

    package func clearIndex() async throws {
        try await run(
            "DELETE FROM kernel_membership", "UPDATE kernel_organization SET indexed_revision = 0, indexed_mark = NULL")
    }

    /// The organizations that a person may enter, by name.
    package func links(of account: AccountID) async throws -> [(ID<Organization>, String, Slug, ID<Member>)] {
        try await read { session in
            try session.rows(
                """
                SELECT o.id, o.name, o.slug, m.member_id FROM kernel_membership m
                JOIN kernel_organization o ON o.id = m.organization_id
                WHERE m.account_id = \(account) AND m.is_active AND o.state = 'active' ORDER BY o.id
                """, as: ID<Organization>.self, String.self, Slug.self, ID<Member>.self)
        }
        .map { (key: TextRule.folded($0.1), link: $0) }.sorted { ($0.key, $0.link.0) < ($1.key, $1.link.0) }.map(\.link)
    }

    // MARK: - Lost accounts

    /// Accounts of an organization's members that are not there.
    func lostAccounts(of id: ID<Organization>) async throws -> [AccountID] {
        let sql: SQL = """
            SELECT account_id FROM kernel_membership m WHERE organization_id = \(id)
                AND NOT EXISTS (SELECT 1 FROM kernel_account a WHERE a.id = m.account_id)
            """
        return try await read { try $0.rows(sql, as: AccountID.self) }
    }

    /// Makes lost accounts again, with the addresses that their members have now, and with former ones that nobody else has. Where
    /// another account has the address of now, nothing is made; returns these accounts, by the lost ones.
    package func restoreAccounts(
        _ members: [(account: AccountID, name: String, address: EmailAddress)],
        former: [(AccountID, EmailAddress)]
    ) async throws -> [AccountID: AccountID] {
        let now = try now()
        return try await write { session in
            var owners: [AccountID: AccountID] = [:]
            for (account, name, address) in members {
                let (owner, isThere) = try session.one(
                    """
                    SELECT (SELECT account_id FROM kernel_address WHERE address = \(address) AND NOT is_former),
                        EXISTS (SELECT 1 FROM kernel_account WHERE id = \(account))
                    """, as: AccountID?.self, Bool.self)
                if let owner, owner != account {
                    if !isThere { owners[account] = owner }
                    continue
                }
                try session.run(
                    """
                    INSERT INTO kernel_account (id, name, created_at) VALUES (\(account), \(name), \(now))
                    ON CONFLICT DO NOTHING
                    """)
                if !address.isReleased { try session.run(Self.restoration(of: address, account, now, isFormer: false)) }
            }
            let restored = Set(members.map(\.account)).subtracting(owners.keys)
            for (account, address) in former where restored.contains(account) {
                try session.run(Self.restoration(of: address, account, now, isFormer: true))
                try session.run("UPDATE kernel_account SET readdressed_at = \(now) WHERE id = \(account)")
            }
            return owners
        }
    }

    /// What somebody has now goes before what another one had.
    private static func restoration(
        of address: EmailAddress, _ account: AccountID, _ now: Date, isFormer: Bool
    ) -> SQL {
        """
        INSERT INTO kernel_address VALUES (\(address), \(account), \(now), \(isFormer))
        ON CONFLICT DO UPDATE SET account_id = excluded.account_id, is_former = 0
            WHERE is_former AND NOT excluded.is_former
        """
    }
}
