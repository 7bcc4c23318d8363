internal import AtriumSystem

/// One step of a module's schema: a name, and the statements that run once in every organization.
///
/// The name is an imperative sentence, unique in the module (`"add expiry to invitation"`). After a migration is released, its
/// name and its statements must not change: append a new migration instead.
public struct Migration: Sendable {
    /// An imperative sentence, unique in the module.
    public let name: String
    package let statements: [String]
    /// SHA-256 of the statements, each ended by a zero byte.
    package let checksum: [UInt8]

    /// Makes a migration. Each text is one statement.
    public init(_ name: StaticString, _ statements: StaticString...) {
        self.init(name, of: statements.map(\.description))
    }

    init(_ name: StaticString, of statements: [String]) {
        self.name = name.description
        self.statements = statements
        checksum = SHA256.digest(of: self.statements.flatMap { $0.utf8 + [0] })
    }
}

/// A module's tables, as the append-only list of migrations that makes them.
public struct Schema: Sendable {
    /// The migrations, in the order in which they run.
    public let migrations: [Migration]

    /// Makes a schema of migrations, in the order in which they run. Add new ones at the end.
    public init(_ migrations: Migration...) {
        self.migrations = migrations
    }

    /// The faults of the list itself, as sentences.
    package var faults: [String] {
        var names: Set<String> = []
        return migrations.flatMap { migration in
            (names.insert(migration.name).inserted ? [] : ["two migrations are named '\(migration.name)'; rename one"])
                + (migration.name.isEmpty ? ["a migration has no name; say what it does"] : [])
                + (migration.statements.isEmpty ? ["migration '\(migration.name)' has no statement; add one"] : [])
        }
    }
}

/// The schemas of all owners of a file, in the order in which their migrations run.
package struct SchemaSet: Sendable {
    package let schemas: [(owner: Owner, schema: Schema)]
    /// The names of the owners whose schemas are left out of new files.
    let leftOut: Set<String>
    /// The names of the owners without whose schemas a file opens, if they cannot be migrated.
    let optional: Set<String>
    /// SHA-256 over all of it: equal sets make equal files.
    package let checksum: [UInt8]

    package init(
        _ schemas: [(owner: Owner, schema: Schema)], leavingOut leftOut: Set<String> = [], optional: Set<String> = []
    ) {
        (self.schemas, self.leftOut, self.optional) = (schemas, leftOut, optional)
        let parts =
            schemas.flatMap { owner, schema in
                schema.migrations.flatMap { [owner.name, $0.name] + $0.statements }
            } + ["left out"] + leftOut.sorted() + ["optional"] + optional.sorted()
        checksum = SHA256.digest(of: parts.flatMap { $0.utf8 + [0] })
    }
}
