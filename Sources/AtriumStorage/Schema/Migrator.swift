internal import CSQLite

/// Brings a file to the schemas of the code, or throws an error that says why it cannot.
///
/// Each migration commits together with its row in the ledger. Tables of owners whose code is missing stay as they are.
struct Migrator {
    let connection: Connection
    let set: SchemaSet
    /// The file's owner, which a new file gets in its mark.
    let identity: String

    private struct Entry: Equatable {
        let name: String
        let checksum: [UInt8]
    }

    /// What ran or would run, as `owner: name`, and why optional owners cannot be migrated.
    struct Outcome {
        var done: [String] = []
        var refusals: [String: DatabaseError] = [:]
    }

    /// Runs the missing migrations.
    func migrate() throws -> Outcome {
        let ledger = try readLedger()
        var outcome = Outcome()
        let leftOut = try LeftOutSchemas(in: connection).all()
        for (owner, schema) in set.schemas where !leftOut.contains(owner.name) {
            do { try migrate(owner, to: schema, from: ledger[owner.name] ?? [], &outcome) } catch let error
                as DatabaseError
                where set.optional.contains(owner.name) && !error.concernsFile
            { outcome.refusals[owner.name] = error }
        }
        connection.schemaChecksum = set.checksum
        if !outcome.done.isEmpty { try connection.noteTables() }
        return outcome
    }

    private func migrate(_ owner: Owner, to schema: Schema, from applied: [Entry], _ outcome: inout Outcome) throws {
        let wanted = schema.migrations.map { Entry(name: $0.name, checksum: $0.checksum) }
        try check(applied, against: wanted, of: owner)
        for position in applied.count..<wanted.count {
            try apply(schema.migrations[position], wanted[position].checksum, at: position, of: owner)
            outcome.done.append("\(owner.name): \(wanted[position].name)")
        }
    }

    /// What would run. Changes nothing.
    func pending() throws -> Outcome {
        let (ledger, leftOut) = (try storedLedger(), try LeftOutSchemas(in: connection).all())
        var outcome = Outcome()
        for (owner, schema) in set.schemas where !leftOut.contains(owner.name) {
            let applied = ledger[owner.name] ?? []
            do {
                try check(
                    applied, against: schema.migrations.map { Entry(name: $0.name, checksum: $0.checksum) }, of: owner)
                outcome.done += schema.migrations.dropFirst(applied.count).map { "\(owner.name): \($0.name)" }
            } catch let error as DatabaseError where set.optional.contains(owner.name) {
                outcome.refusals[owner.name] = error
            }
        }
        return outcome
    }

    /// Runs the migrations of owners that were left out. If one fails, the owners are left out again.
    func include(_ owners: Set<String>) throws -> Outcome {
        let leftOut = LeftOutSchemas(in: connection)
        try inTransaction { try leftOut.include(owners) }
        do { return try migrate() } catch {
            try inTransaction { for name in owners { try leftOut.leaveOut(Owner(name: name)) } }
            throw error
        }
    }

    private func readLedger() throws -> [String: [Entry]] {
        let kernel = connection.kernel
        let exists = try kernel.one(
            "SELECT count(*) FROM sqlite_schema WHERE name = 'kernel_migration'", as: Int.self)
        guard exists == 1 else {
            try inTransaction {
                // The table of the mark is created first, so that it gets the second page of the file.
                try connection.makeMark(of: identity)
                try kernel.run(
                    """
                    CREATE TABLE kernel_migration (
                        owner TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, checksum BLOB NOT NULL,
                        PRIMARY KEY (owner, position)
                    ) STRICT, WITHOUT ROWID
                    """)
                try LeftOutSchemas(in: connection).mark(set.leftOut)
            }
            return [:]
        }
        return try storedLedger()
    }

    private func storedLedger() throws -> [String: [Entry]] {
        let rows = try connection.kernel.rows(
            "SELECT owner, name, checksum FROM kernel_migration WHERE position >= 0 ORDER BY owner, position",
            as: String.self, String.self, [UInt8].self)
        var ledger: [String: [Entry]] = [:]
        for (owner, name, checksum) in rows { ledger[owner, default: []].append(Entry(name: name, checksum: checksum)) }
        return ledger
    }

    private func check(_ applied: [Entry], against wanted: [Entry], of owner: Owner) throws {
        for (position, entry) in applied.enumerated() {
            let expected = position < wanted.count ? wanted[position] : nil
            if entry == expected { continue }
            let fault =
                if entry.name == expected?.name {
                    "migration '\(entry.name)' was edited after it ran here; restore it and append a new one"
                } else if wanted.contains(where: { $0.name == entry.name }) {
                    "migration '\(entry.name)' moved to another position; keep the order in which they were released"
                } else if position >= wanted.count {
                    "the file was written by a newer version, which ran '\(entry.name)'; run that version or a later one"
                } else {
                    "migration '\(entry.name)' ran here and is missing from the code; put it back at position \(position + 1)"
                }
            throw DatabaseError(kind: .schema, message: "schema of '\(owner.name)': \(fault)")
        }
    }

    private func apply(_ migration: Migration, _ checksum: [UInt8], at position: Int, of owner: Owner) throws {
        do {
            try inTransaction {
                let check = try OwnershipCheck(connection: connection, owner: owner)
                for statement in migration.statements { try run(statement, as: owner) }
                if !owner.isKernel { try check.run() }
                try connection.kernel.run(
                    "INSERT INTO kernel_migration VALUES (\(owner.name), \(position), \(migration.name), \(checksum))")
            }
        } catch let error as DatabaseError {
            throw error.withMessage(
                "migration '\(migration.name)' of '\(owner.name)' \(error.kind == .denied ? "is refused" : "failed"): "
                    + error.message + Self.remedy(for: error))
        }
    }

    private func inTransaction(_ body: () throws -> Void) throws {
        try connection.perform(.beginImmediate)
        do {
            try body()
            try connection.commit(connection.writeMark())
        } catch {
            connection.abandonTransaction()
            throw error
        }
    }

    /// The remedy for a migration's error. The text of a refusal already contains its remedy.
    private static func remedy(for error: DatabaseError) -> String {
        switch error.kind {
        case .denied: ""
        case .constraint: "; correct the existing rows in a statement before it"
        case .misuse, .mismatch: "; correct the statement"
        default: "; it was rolled back, and runs again when the file is next opened"
        }
    }

    private func run(_ text: String, as owner: Owner) throws {
        let definition: Authorizer.Definition =
            switch SQLTokens.firstWord(of: text) {
            case "create": .create
            case "alter": .alter
            case "drop": .drop
            default: .data
            }
        // ALTER checks the existing rows, but does not say why it fails.
        if !owner.isKernel, definition == .alter { try connection.checkClock(in: text, as: owner) }
        let statement = try connection.compile(text, as: owner, task: .migrate(definition))
        defer { sqlite3_finalize(statement) }
        if !owner.isKernel, definition == .data {
            try BytecodeCheck.check(text, owner: owner, connection: connection)
        }
        connection.authorizer.task = .migrate(definition)
        defer { connection.authorizer.task = .run }
        connection.take(turn: owner, deadline: .max)
        var code = SQLITE_ROW
        while code == SQLITE_ROW { code = sqlite3_step(statement) }
        try connection.checkClock(sql: text)
        guard code == SQLITE_DONE else {
            let error = connection.failure(code, sql: text)
            // SQLite's text about a definition contains no value.
            throw definition == .data || error.kind != .misuse ? error : error.withMessage(connection.message)
        }
        // ALTER reads the schema again, and disconnects virtual tables.
        if definition == .alter { try connection.noteTables() }
    }
}
