/// Checks what a migration made, before it commits: whether it changed only its owner's tables, and whether the owner can use
/// them.
///
/// The authorizer does not see everything that a definition does, such as the new name of a table. Also, much of a definition
/// runs only in a later INSERT, which the guard would then refuse each time.
struct OwnershipCheck {
    let connection: Connection
    let owner: Owner
    private let before: Set<Object>

    private struct Object: Hashable {
        let type: String, name: String, table: String, page: String, sql: String
    }

    /// Records what exists before the migration.
    init(connection: Connection, owner: Owner) throws {
        (self.connection, self.owner) = (connection, owner)
        before = try Self.objects(connection)
    }

    private static func objects(_ connection: Connection) throws -> Set<Object> {
        Set(
            try connection.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema").map { row in
                Object(
                    type: row[0] ?? "", name: row[1] ?? "", table: row[2] ?? "", page: row[3] ?? "", sql: row[4] ?? "")
            })
    }

    /// Throws if the migration made something that is not allowed. The error says what.
    func run() throws {
        let after = try Self.objects(connection)
        let changed = after.symmetricDifference(before)
        for object in changed where !isOwn(object) {
            if object.name == "sqlite_sequence" { throw refused(GuardAdvice(owner: owner).table(object.name)) }
            throw refused("it changes '\(object.name)'; name everything '\(owner.name)_…'")
        }
        for object in after where owner.owns(object.table) {
            if object.type == "view" || object.type == "trigger" {
                throw refused("'\(object.name)' is a \(object.type); write the rule in the module")
            }
            if object.type == "table" { try checkReferences(of: object) }
        }
        let tables = Set(changed.map(\.table))
        try connection.noteTables()
        for table in tables.sorted() where after.contains(where: { $0.name == table }) {
            try TableTrial(connection: connection, owner: owner, table: table).run()
        }
    }

    private func checkReferences(of table: Object) throws {
        let references = try connection.execute(
            "SELECT \"table\" FROM pragma_foreign_key_list(\(SQLTokens.quotedText(table.name)))")
        for target in references.compactMap(\.[0]) where !owner.owns(target) {
            throw refused(
                "'\(table.name)' refers to '\(target)' of another owner; keep the id without REFERENCES")
        }
    }

    private func isOwn(_ object: Object) -> Bool {
        let isOwnName = owner.owns(object.name) || object.name.hasPrefix("sqlite_autoindex_")
        return isOwnName && owner.owns(object.table)
    }

    private func refused(_ reason: String) -> DatabaseError { DatabaseError(kind: .denied, message: reason) }
}
