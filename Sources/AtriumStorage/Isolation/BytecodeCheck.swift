internal import AtriumSystem
internal import CSQLite

/// Checks the compiled program of a module's statement for what the authorizer cannot see.
///
/// `INSERT INTO own SELECT * FROM foreign` copies whole pages without asking the authorizer (the transfer optimization).
/// `OR ROLLBACK` ends the transaction that other units share. EXPLAIN shows both: the first as the root page of a foreign
/// table, the second as a Halt. It also shows the functions in a column's DEFAULT, which SQLite resolves without asking the
/// authorizer. https://sqlite.org/opcode.html
enum BytecodeCheck {
    private struct Key: Hashable {
        let owner: Owner
        let text: String
        let schema: [UInt8]
    }

    private struct Verdict {
        /// Why the statement is refused, if it is.
        var refusal: String?
        /// Whether it calls a slow function.
        var isSlow = false
    }

    /// One instruction of a compiled program, from a row of EXPLAIN: https://sqlite.org/opcode.html
    private struct Instruction {
        let opcode: String
        let p1: String?, p2: String?, p3: String?, p4: String?, p5: String?

        /// Reads a row with the columns addr, opcode, p1, p2, p3, p4, p5 and comment.
        init?(_ row: [String?]) {
            guard let opcode = row[1] else { return nil }
            self.opcode = opcode
            (p1, p2, p3, p4, p5) = (row[2], row[3], row[4], row[5], row[6])
        }
    }

    private static let limit = 4096
    /// The verdicts that are known in this process.
    private static let verdicts = Locked<[Key: Verdict]>([:])
    /// The functions that can take more than a few hundredths of a second at the limits of a module's values.
    private static let slowFunctions: Set<Substring> = [
        "like", "glob", "trim", "ltrim", "rtrim", "replace", "strftime", "printf", "format", "json",
        "json_array_length",
        "json_extract", "json_insert", "json_patch", "json_remove", "json_replace", "json_set", "json_type",
        "json_valid",
        "->", "->>",
    ]

    /// Throws if the statement is refused. Returns whether it calls a slow function.
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

    /// Throws if the statement is refused. Does not keep the verdict, because a migration runs only once.
    static func check(_ text: String, owner: Owner, connection: Connection) throws {
        var isSlow = false
        guard let refusal = try examine(text, owner: owner, connection: connection, isSlow: &isSlow) else { return }
        throw DatabaseError(kind: .denied, message: refusal, sql: text)
    }

    /// Why the statement is refused; `nil` if it is not. Sets `isSlow` if it calls a slow function.
    private static func examine(
        _ text: String, owner: Owner, connection: Connection, isSlow: inout Bool
    ) throws -> String? {
        let tables = try connection.execute("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
            .map { row in (page: row[0], name: row[1]) }
        let own = Set(tables.filter { $0.name.map { owner.owns($0) } ?? false }.compactMap { $0.page })
        let advice = GuardAdvice(owner: owner)
        for row in try connection.execute("EXPLAIN \(SQLTokens.statement(of: text))") {
            guard let step = Instruction(row) else { continue }
            let page: String?
            let database: String?
            switch step.opcode {
            case "OpenRead", "OpenWrite", "ReopenIdx":
                // OPFLAG_P2ISREG (16): the page is in a register, which happens only in DDL.
                let isRegister = (step.p5.flatMap { Int($0) } ?? 16) & 16 != 0
                (page, database) = (isRegister ? nil : step.p2, step.p3)
            case "Clear": (page, database) = (step.p1, step.p2)
            case "Destroy": (page, database) = (step.p1, step.p3)
            // The conflict action is p2 here, and p5 in VUpdate. 1 means ROLLBACK.
            case "Halt", "HaltIfNull":
                if step.p1 != "0", step.p2 == "1" { return advice.conflictRollback() }
                continue
            case "VUpdate":
                if step.p5 == "1" { return advice.conflictRollback() }
                continue
            // p4 is the function, as `name(2)`.
            case "Function", "PureFunc", "AggStep", "AggStep1", "AggInverse", "AggValue", "AggFinal":
                guard let name = step.p4?.prefix(while: { $0 != "(" }), Authorizer.allowsFunction(named: name) else {
                    return advice.function(step.p4?.split(separator: "(").first.map(String.init) ?? step.opcode)
                }
                if slowFunctions.contains(name) { isSlow = true }
                continue
            case "AutoCommit", "Savepoint", "Vacuum", "Checkpoint", "JournalMode", "SqlExec", "CreateBtree",
                "ParseSchema", "LoadAnalysis", "DropTable", "DropIndex", "DropTrigger", "VCreate", "VDestroy",
                "IncrVacuum":
                return "module '\(owner.name)' may not run a statement that needs \(step.opcode): "
                    + "tables are made in migrations"
            default: continue
            }
            guard let page, database == "0", own.contains(page) else {
                let name = tables.first { $0.page == page }?.name ?? "sqlite_schema"
                return advice.table(name)
            }
        }
        return nil
    }
}
