internal import struct Foundation.Date

/// The file of what organizations share: accounts, organizations, and an index of who is a member where.
///
/// The index is a copy: the truth is in the tenants' files, because no commit spans two files.
final class Directory: Sendable {
    let file: DatabaseFile
    private let configuration: PlatformConfiguration

    init(in folder: String, storage: Storage, configuration: PlatformConfiguration) {
        self.configuration = configuration
        let schemas = SchemaSet([(.kernel, KernelSchema.directory)])
        file = DatabaseFile(path: folder + "/directory.db", of: "directory", storage: storage, schemas: schemas) {
            configuration.observer.observe(.migrated(nil, migrations: $0))
        }
    }

    /// Opens and migrates the file. When the modules are others than before, every organization is due once: events may wait
    /// for a module that is back, and migrations for being run.
    func open(for modules: String) async throws {
        let now = configuration.now()
        try await write { session in
            let sql: SQL = "UPDATE kernel_platform SET modules = \(modules) WHERE modules <> \(modules)"
            guard try session.run(sql) == 1 else { return }
            try session.run("UPDATE kernel_organization SET wake_at = \(now) WHERE state <> 'deleted'")
        }
    }

    func close() async { await file.close() }

    private func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
        try await file.read { try body($0.kernel) }
    }

    private func first<Value: ColumnValue>(_ sql: SQL) async throws -> Value? {
        try await read { try $0.first(sql, as: Value.self) }
    }

    private func write(_ body: @escaping @Sendable (Session) throws -> Void) async throws {
        try await file.write { try body($0.kernel) }
    }

    private func run(_ statements: SQL..., duplicate: (column: String, means: any Error)? = nil) async throws {
        do {
            try await write { session in for statement in statements { try session.run(statement) } }
        } catch let error as DatabaseError {
            throw duplicate.flatMap { error.isDuplicate(of: $0.column) ? $0.means : nil } ?? error
        }
    }

    // MARK: - Accounts

    func account(_ id: AccountID) async throws -> Account? {
        try await read { session in
            let name = try session.first("SELECT name FROM kernel_account WHERE id = \(id)", as: String.self)
            let addresses = try session.rows(
                "SELECT address FROM kernel_address WHERE account_id = \(id) ORDER BY address", as: EmailAddress.self)
            return name.map { Account(id: id, name: $0, addresses: addresses) }
        }
    }

    func account(address: EmailAddress) async throws -> AccountID? {
        try await first("SELECT account_id FROM kernel_address WHERE address = \(address)")
    }

    func createAccount(provenAddress address: EmailAddress, name: String) async throws -> AccountID {
        try Names.check(name, of: "a person")
        let (id, now): (AccountID, Date) = (configuration.newID(), configuration.now())
        try await run(
            "INSERT INTO kernel_account VALUES (\(id), \(name), \(now))",
            "INSERT INTO kernel_address VALUES (\(address), \(id), \(now))",
            duplicate: ("kernel_address.address", AccountError.addressTaken))
        return id
    }

    // MARK: - Organizations

    /// It is due from the beginning: ``Wakefulness`` begins awake.
    func register(_ id: OrganizationID, slug: Slug, name: String, at now: Date) async throws {
        try await run(
            """
            INSERT INTO kernel_organization (id, slug, name, state, created_at, wake_at)
            VALUES (\(id), \(slug), \(name), \(OrganizationState.creating), \(now), \(now))
            """, duplicate: ("kernel_organization.slug", OrganizationError.slugTaken))
    }

    func organization(_ slug: String) async throws -> OrganizationID? {
        try await first("SELECT id FROM kernel_organization WHERE slug = \(slug)")
    }

    func state(of id: OrganizationID) async throws -> OrganizationState? {
        try await first("SELECT state FROM kernel_organization WHERE id = \(id)")
    }

    func setState(_ state: OrganizationState, of id: OrganizationID) async throws {
        try await run("UPDATE kernel_organization SET state = \(state) WHERE id = \(id)")
    }

    func setName(_ name: String, of id: OrganizationID) async throws {
        try await run("UPDATE kernel_organization SET name = \(name) WHERE id = \(id)")
    }

    /// Forgets everything but the id, which is never used again.
    func bury(_ id: OrganizationID) async throws {
        try await run(
            "DELETE FROM kernel_membership WHERE organization_id = \(id)",
            """
            UPDATE kernel_organization SET state = \(OrganizationState.deleted), slug = NULL, name = '', wake_at = NULL
            WHERE id = \(id)
            """)
    }

    func organizations(in state: OrganizationState) async throws -> [OrganizationID] {
        let sql: SQL = "SELECT id FROM kernel_organization WHERE state = \(state) ORDER BY id"
        return try await read { try $0.rows(sql, as: OrganizationID.self) }
    }

    // MARK: - Waking

    /// Sets when the organization is due if that is still to be said in the writer's turn.
    func setWake(
        of id: OrganizationID, at due: Date?, unless isOutdated: @escaping @Sendable () -> Bool = { false }
    ) async throws {
        try await write { session in
            guard !isOutdated() else { return }
            try session.run("UPDATE kernel_organization SET wake_at = \(due) WHERE id = \(id)")
        }
    }

    func due(at moment: Date) async throws -> [OrganizationID] {
        let sql: SQL = """
            SELECT id FROM kernel_organization WHERE wake_at <= \(moment) AND state = 'active' ORDER BY wake_at, id
            """
        return try await read { try $0.rows(sql, as: OrganizationID.self) }
    }

    // MARK: - The index of memberships

    func index(_ memberships: [Membership], of id: OrganizationID, upTo revision: Int = 0) async throws {
        try await write { session in
            for entry in memberships {
                try session.run(
                    """
                    INSERT INTO kernel_membership
                    VALUES (\(entry.account), \(id), \(entry.member), \(entry.state), \(entry.revision))
                    ON CONFLICT DO UPDATE SET member_id = excluded.member_id, state = excluded.state,
                        revision = excluded.revision WHERE excluded.revision > revision
                    """)
            }
            guard revision > 0 else { return }
            try session.run("UPDATE kernel_organization SET indexed_revision = \(revision) WHERE id = \(id)")
        }
    }

    func indexedRevision(of id: OrganizationID) async throws -> Int {
        try await first("SELECT indexed_revision FROM kernel_organization WHERE id = \(id)") ?? 0
    }

    func clearIndex() async throws {
        try await run("DELETE FROM kernel_membership", "UPDATE kernel_organization SET indexed_revision = 0")
    }

    func links(of account: AccountID) async throws -> [OrganizationLink] {
        try await read { session in
            try session.rows(
                """
                SELECT o.id, o.name, o.slug, m.member_id FROM kernel_membership m
                JOIN kernel_organization o ON o.id = m.organization_id
                WHERE m.account_id = \(account) AND m.state = 'active' AND o.state = 'active' ORDER BY o.name, o.id
                """
            ) { OrganizationLink(organization: try $0[0], name: try $0[1], slug: try $0[2], member: try $0[3]) }
        }
    }
}

enum OrganizationState: String, ColumnValue { case creating, active, suspended, deleting, deleted }

/// One line of the index.
struct Membership: Sendable {
    let account: AccountID
    let member: MemberID
    let state: MemberState
    let revision: Int

    static let selection: SQL = "SELECT account_id, id, state, revision FROM kernel_member"

    init(_ row: Row) throws { (account, member, state, revision) = (try row[0], try row[1], try row[2], try row[3]) }
}
