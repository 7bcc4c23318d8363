internal import struct Foundation.Date

/// The file of what organizations share: accounts, organizations, and an index of who is a member where.
///
/// The index is a copy: the truth is in the tenants' files, because no commit spans two files.
final class Directory: Sendable {
    let file: DatabaseFile
    private let configuration: PlatformConfiguration

    /// `mayBeNew` says that a missing file is made; else it was lost.
    init(in folder: String, storage: Storage, configuration: PlatformConfiguration, mayBeNew: Bool) {
        self.configuration = configuration
        let schemas = SchemaSet([(.kernel, KernelSchema.directory)])
        file = DatabaseFile(
            path: folder + "/directory.db", of: "directory", storage: storage, schemas: schemas, identity: "directory",
            access: mayBeNew ? .create : .write
        ) {
            configuration.observer.observe(.migrated(nil, migrations: $0))
        }
    }

    /// Opens and migrates the file. When the modules are others than before, every organization is due once: events may wait
    /// for a module that is back, and migrations for being run.
    func open(for modules: String) async throws {
        let (now, folder) = (try configuration.time(), configuration.folder)
        try await write { session in
            guard try session.one("SELECT is_whole FROM kernel_platform", as: Bool.self) else {
                throw DirectoryError.incomplete(folder: folder)
            }
            let sql: SQL = "UPDATE kernel_platform SET modules = \(modules) WHERE modules <> \(modules)"
            guard try session.run(sql) == 1 else { return }
            try session.run(
                "UPDATE kernel_organization SET wake_at = \(now), wake_noted_at = \(now) WHERE state <> 'deleted'")
        }
    }

    func close() async { await file.close() }

    /// Begins to make it from the organizations' files, or goes on. Throws when it is there and whole.
    func beginRebuilding(for modules: String) async throws {
        let folder = configuration.folder
        try await write { session in
            let (isWhole, count) = try session.one(
                "SELECT is_whole, (SELECT count(*) FROM kernel_organization) FROM kernel_platform", as: Bool.self,
                Int.self)
            guard !isWhole || count == 0 else { throw DirectoryError.present(folder: folder) }
            try session.run("UPDATE kernel_platform SET is_whole = 0, modules = \(modules)")
        }
    }

    func endRebuilding() async throws { try await run("UPDATE kernel_platform SET is_whole = 1") }

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
        let (id, now): (AccountID, Date) = (try configuration.newID(), try configuration.time())
        try await run(
            "INSERT INTO kernel_account VALUES (\(id), \(name), \(now))",
            "INSERT INTO kernel_address VALUES (\(address), \(id), \(now))",
            duplicate: ("kernel_address.address", AccountError.addressTaken))
        return id
    }

    /// Makes an account that was lost again, with the one address that is known of it.
    func restoreAccount(_ id: AccountID, name: String, address: EmailAddress) async throws {
        let now = try configuration.time()
        try await run(
            "INSERT INTO kernel_account VALUES (\(id), \(name), \(now)) ON CONFLICT DO NOTHING",
            "INSERT INTO kernel_address VALUES (\(address), \(id), \(now)) ON CONFLICT DO NOTHING")
    }

    // MARK: - Organizations

    /// It is due from the beginning: ``Wakefulness`` begins awake.
    func register(_ id: OrganizationID, slug: Slug, name: String, at now: Date) async throws {
        try await run(
            """
            INSERT INTO kernel_organization (id, slug, name, state, created_at, wake_at, wake_noted_at)
            VALUES (\(id), \(slug), \(name), \(OrganizationState.creating), \(now), \(now), \(now))
            """, duplicate: ("kernel_organization.slug", OrganizationError.slugTaken))
    }

    /// Takes up an organization whose file is there; it is due.
    func take(_ id: OrganizationID, slug: Slug, name: String, createdAt: Date) async throws {
        let now = try configuration.time()
        try await run(
            """
            INSERT INTO kernel_organization (id, slug, name, state, created_at, wake_at, wake_noted_at)
            VALUES (\(id), \(slug), \(name), \(OrganizationState.active), \(createdAt), \(now), \(now))
            """, duplicate: ("kernel_organization.slug", OrganizationError.slugTaken))
    }

    func states() async throws -> [OrganizationID: OrganizationState] {
        try await read { session in
            let rows = try session.rows(
                "SELECT id, state FROM kernel_organization", as: OrganizationID.self, OrganizationState.self)
            return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
        }
    }

    func organization(_ slug: String) async throws -> OrganizationID? {
        try await first("SELECT id FROM kernel_organization WHERE slug = \(slug)")
    }

    func state(of id: OrganizationID) async throws -> OrganizationState? {
        try await first("SELECT state FROM kernel_organization WHERE id = \(id)")
    }

    /// Throws ``OrganizationError/unknown`` if the state is none of these any more.
    func setState(
        _ state: OrganizationState, of id: OrganizationID, from states: OrganizationState...
    ) async throws {
        try await write { session in
            let count = try session.run(
                """
                UPDATE kernel_organization SET state = \(state)
                WHERE id = \(id) AND state IN (SELECT value FROM json_each(\(json: states)))
                """)
            guard count == 1 else { throw OrganizationError.unknown }
        }
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

    /// Sets when the organization is due, and notes when that was said, if it is still to be said in the writer's turn.
    func setWake(
        of id: OrganizationID, at due: Date?, unless isOutdated: @escaping @Sendable () -> Bool = { false }
    ) async throws {
        let now = try configuration.time()
        try await write { session in
            guard !isOutdated() else { return }
            // Nothing is written where it says so already.
            try session.run(
                """
                UPDATE kernel_organization SET wake_at = \(due), wake_noted_at = \(now)
                WHERE id = \(id) AND (wake_at IS NOT \(due) OR wake_noted_at > \(now))
                """)
        }
    }

    /// The organizations that are due, the longest due first. What was noted by a clock that was ahead is not trusted.
    func due(at moment: Date) async throws -> [OrganizationID] {
        let sql: SQL = """
            SELECT id FROM kernel_organization
            WHERE (wake_at <= \(moment) OR (wake_at IS NOT NULL AND wake_noted_at > \(moment))) AND state = 'active'
            ORDER BY wake_at, id
            """
        return try await read { try $0.rows(sql, as: OrganizationID.self) }
    }

    // MARK: - The index of memberships

    /// What the directory knows of an organization's file, as far as its name and its memberships.
    struct IndexState: Sendable {
        var revision = 0
        var mark: [UInt8]?
        var name: String?
    }

    func indexState(of id: OrganizationID) async throws -> IndexState {
        let sql: SQL = "SELECT indexed_revision, indexed_mark, name FROM kernel_organization WHERE id = \(id)"
        return try await read { session in
            try session.first(sql) { IndexState(revision: try $0[0], mark: try $0[1], name: try $0[2]) } ?? IndexState()
        }
    }

    /// Takes over the memberships that changed, up to a revision.
    func index(_ memberships: [Membership], name: String, of id: OrganizationID, upTo revision: Int) async throws {
        try await write { session in
            for entry in memberships { try session.run(Self.insertion(of: entry, in: id)) }
            try session.run(
                """
                UPDATE kernel_organization SET indexed_revision = \(revision), indexed_mark = NULL, name = \(name)
                WHERE id = \(id)
                """)
        }
    }

    /// Makes the memberships those of the organization's file, whose last commit is `mark`; returns how many differed. An
    /// organization whose file went back is due at once.
    func align(
        _ memberships: [Membership], name: String, of id: OrganizationID, mark: [UInt8]
    ) async throws -> Int {
        let now = try configuration.time()
        return try await file.write { connection in
            let session = connection.kernel
            let sql: SQL =
                "SELECT account_id, member_id, state, revision FROM kernel_membership WHERE organization_id = \(id)"
            let (stored, wanted) = (Set(try session.rows(sql, make: Membership.init)), Set(memberships))
            let (surplus, missing) = (stored.subtracting(wanted), wanted.subtracting(stored))
            for entry in surplus {
                try session.run(
                    "DELETE FROM kernel_membership WHERE (account_id, organization_id) = (\(entry.account), \(id))")
            }
            for entry in missing { try session.run(Self.insertion(of: entry, in: id)) }
            try session.run(
                """
                UPDATE kernel_organization SET indexed_revision = \(memberships.last?.revision ?? 0), indexed_mark = \(mark),
                    name = \(name), wake_at = iif(\(surplus.isEmpty), wake_at, \(now)),
                    wake_noted_at = iif(\(surplus.isEmpty), wake_noted_at, \(now))
                WHERE id = \(id)
                """)
            return Set(surplus.map(\.member)).union(missing.map(\.member)).count
        }
    }

    private static func insertion(of entry: Membership, in id: OrganizationID) -> SQL {
        """
        INSERT INTO kernel_membership VALUES (\(entry.account), \(id), \(entry.member), \(entry.state), \(entry.revision))
        ON CONFLICT DO UPDATE SET member_id = excluded.member_id, state = excluded.state, revision = excluded.revision
        """
    }

    /// Keeps the last commit of an organization's file, if the memberships are still those of a revision.
    func setMark(_ mark: [UInt8], of id: OrganizationID, at revision: Int) async throws {
        try await run(
            """
            UPDATE kernel_organization SET indexed_mark = \(mark)
            WHERE id = \(id) AND indexed_revision = \(revision) AND indexed_mark IS NOT \(mark)
            """)
    }

    /// Accounts of an organization's members that are not there.
    func lostAccounts(of id: OrganizationID) async throws -> [AccountID] {
        let sql: SQL = """
            SELECT account_id FROM kernel_membership m WHERE organization_id = \(id)
                AND NOT EXISTS (SELECT 1 FROM kernel_account a WHERE a.id = m.account_id)
            """
        return try await read { try $0.rows(sql, as: AccountID.self) }
    }

    func clearIndex() async throws {
        try await run(
            "DELETE FROM kernel_membership", "UPDATE kernel_organization SET indexed_revision = 0, indexed_mark = NULL")
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
struct Membership: Sendable, Hashable {
    let account: AccountID
    let member: MemberID
    let state: MemberState
    let revision: Int

    static let selection: SQL = "SELECT account_id, id, state, revision FROM kernel_member"

    init(_ row: Row) throws { (account, member, state, revision) = (try row[0], try row[1], try row[2], try row[3]) }
}
