/// Owners whose schemas are left out of a file: it has none of their tables, and their migrations do not run.
///
/// The ledger of migrations has a row for each, at a position before all others.
package struct LeftOutSchemas {
    static let position = -1

    let connection: Connection

    package init(in connection: Connection) { self.connection = connection }

    /// The names of the owners.
    package func all() throws -> Set<String> {
        Set(
            try connection.kernel.rows(
                "SELECT owner FROM kernel_migration WHERE position = \(Self.position)", as: String.self))
    }

    /// Drops the owner's tables with all that is in them, and leaves its schema out from now on.
    package func leaveOut(_ owner: Owner) throws {
        try connection.kernel.run("DELETE FROM kernel_migration WHERE owner = \(owner.name)")
        try mark([owner.name])
        try OwnedTables(of: owner, in: connection).drop()
    }

    /// Lets the owners' migrations run (``DatabaseFile/include(_:)``).
    func include(_ owners: Set<String>) throws {
        try connection.kernel.run(
            """
            DELETE FROM kernel_migration
            WHERE position = \(Self.position) AND owner IN (SELECT value FROM json_each(\(json: owners)))
            """)
    }

    func mark(_ owners: Set<String>) throws {
        for owner in owners.sorted() {
            try connection.kernel.run(
                "INSERT INTO kernel_migration VALUES (\(owner), \(Self.position), 'left out', \([UInt8]()))")
        }
    }
}
