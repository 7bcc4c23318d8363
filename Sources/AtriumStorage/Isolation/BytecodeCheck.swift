internal import AtriumSystem
internal import CSQLite

/// Reads the compiled program of a module's statement for what the authorizer cannot see.
///
/// `INSERT INTO own SELECT * FROM foreign` copies whole pages without asking (the transfer optimization), and `OR ROLLBACK`
/// ends the transaction that other units share. Both show in EXPLAIN: as the root page of a foreign table, and as a Halt. So do the
/// functions in a DEFAULT of a column, which are resolved without asking.
/// https://sqlite.org/opcode.html
enum BytecodeCheck {
    private struct Key: Hashable {
        let owner: Owner
        let text: String
        let schema: [UInt8]
    }

    private struct Verdict {
        /// Why the statement is refused, if it is.
        var refusal: String?
        /// Whether it calls what may take long.
        var isSlow = false
    }

    private static let limit = 4096
    /// Per process.
    private static let verdicts = Locked<[Key: Verdict]>([:])
    /// What takes more than a few hundredths of a second at the limits of a module's values.
    private static let slowFunctions: Set<Substring> = [
        "like", "glob", "trim", "ltrim", "rtrim", "replace", "strftime", "printf", "format", "json",
        "json_array_length",
        "json_extract", "json_insert", "json_patch", "json_remove", "json_replace", "json_set", "json_type",
        "json_valid",
        "->", "->>",
    ]

    /// Throws the refusal of a statement; returns whether it calls what may take long.
    static func verdict(on text: String, owner: Owner, connection: Connection) throws -> Bool {
        let key = Key(owner: owner, text: text, schema: connection.schemaChecksum)
        let known = verdicts.withLock { $0[key] }
        var verdict = known ?? Verdict()
        if known == nil {
            verdict.refusal = try examine(text, owner: owner, connection: connection, isSlow: &verdict.isSlow)
            verdicts.withLock { [verdict] verdicts in
                if verdicts.count >= limit { verdicts.removeAll() }
                verdicts[key] = verdict
            }
        }
        if let refusal = verdict.refusal { throw DatabaseError(kind: .denied, message: refusal, sql: text) }
        return verdict.isSlow
    }

    /// Examines a statement without keeping the verdict: a migration runs once.
    static func refuse(_ text: String, owner: Owner, connection: Connection) throws {
        var isSlow = false
        guard let refusal = try examine(text, owner: owner, connection: connection, isSlow: &isSlow) else { return }
        throw DatabaseError(kind: .denied, message: refusal, sql: text)
    }

    private static func examine(
        _ text: String, owner: Owner, connection: Connection, isSlow: inout Bool
    ) throws -> String? {
        let tables = try connection.execute("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
        let own = Set(tables.filter { $0[1].map { owner.owns($0) } ?? false }.compactMap { $0[0] })
        let advice = GuardAdvice(owner: owner)
        // Columns: addr, opcode, p1, p2, p3, p4, p5, comment.
        for step in try connection.execute("EXPLAIN \(SQLTokens.statement(of: text))") {
            guard let opcode = step[1] else { continue }
            let page: String?
            let database: String?
            switch opcode {
            case "OpenRead", "OpenWrite", "ReopenIdx":
                // OPFLAG_P2ISREG (16): the page stands in a register, as only DDL has it.
                let isRegister = (step[6].flatMap { Int($0) } ?? 16) & 16 != 0
                (page, database) = (isRegister ? nil : step[3], step[4])
            case "Clear": (page, database) = (step[2], step[3])
            case "Destroy": (page, database) = (step[2], step[4])
            // The second operand of both, and the last of VUpdate, is the conflict action; 1 is ROLLBACK.
            case "Halt", "HaltIfNull":
                if step[2] != "0", step[3] == "1" { return advice.conflictRollback() }
                continue
            case "VUpdate":
                if step[6] == "1" { return advice.conflictRollback() }
                continue
            // Their last operand is the function, as `name(2)`.
            case "Function", "PureFunc", "AggStep", "AggStep1", "AggInverse", "AggValue", "AggFinal":
                guard let name = step[5]?.prefix(while: { $0 != "(" }), Authorizer.allowsFunction(named: name) else {
                    return advice.function(step[5]?.split(separator: "(").first.map(String.init) ?? opcode)
                }
                if slowFunctions.contains(name) { isSlow = true }
                continue
            case "AutoCommit", "Savepoint", "Vacuum", "Checkpoint", "JournalMode", "SqlExec", "CreateBtree",
                "ParseSchema", "LoadAnalysis", "DropTable", "DropIndex", "DropTrigger", "VCreate", "VDestroy",
                "IncrVacuum":
                return
                    "module '\(owner.name)' may not run a statement that needs \(opcode): tables are made in migrations"
            default: continue
            }
            guard let page, database == "0", own.contains(page) else {
                let name = tables.first { $0[0] == page }?[1] ?? "sqlite_schema"
                return advice.table(name)
            }
        }
        return nil
    }
}
