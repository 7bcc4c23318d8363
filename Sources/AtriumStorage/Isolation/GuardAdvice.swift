internal import AtriumSystem
internal import CSQLite

/// The error texts for a refused module: who, what, which rule, and what to do instead.
struct GuardAdvice {
    let owner: Owner

    static let time = "a unit has one time; write \\(work.now) and store it as a value"

    private var who: String { "module '\(owner.name)'" }

    func table(_ name: String) -> String {
        switch ASCII.lowercased(name) {
        case "sqlite_sequence":
            return "\(who) may not use AUTOINCREMENT: it counts in 'sqlite_sequence', a table that all share; "
                + "write INTEGER PRIMARY KEY without it, or keep a counter in a table '\(owner.name)_…'"
        case let name where name.hasPrefix("sqlite_") || name.hasPrefix("pragma_"):
            return "\(who) may not touch '\(name)', which is SQLite's own: a module reaches tables named "
                + "'\(owner.name)_…' only; it knows them from its migrations"
        default:
            return "\(who) may not touch '\(name)': a module reaches tables named '\(owner.name)_…' only; "
                + "ask its owner's service, or keep a projection"
        }
    }

    func function(_ name: String) -> String {
        let remedy =
            switch ASCII.lowercased(name) {
            case "current_timestamp", "current_time", "current_date": Self.time
            case "random", "randomblob":
                "random values are not repeatable; make the value before, and write it as \\(…)"
            case "last_insert_rowid": "other units' rows count too; write RETURNING"
            case "snippet", "highlight":
                "one call on a long text may take minutes, and no deadline ends it; cut and mark the text in the module"
            case "changes", "total_changes": "other units' changes count too; take what 'run' returns"
            default:
                "it is not among the allowed functions, which depend on their arguments only; compute it in the module"
            }
        return "\(who) may not call '\(name)': \(remedy)"
    }

    func creation(of name: String) -> String {
        "\(who) may not create '\(name)': the names of its tables and indexes begin "
            + "with '\(owner.name)_'; rename it, to '\(owner.name)_\(name)' for instance"
    }

    func virtualTable(using module: String) -> String {
        "\(who) may not make a virtual table of '\(module)': only fts5 is open to modules; use it or a plain table"
    }

    /// The text for any other kind of statement.
    func statement(_ action: Int32, isMigration: Bool) -> String {
        switch action {
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT:
            return "\(who) may not begin or end a transaction: it is shared with other units; "
                + "leave BEGIN, COMMIT, ROLLBACK and SAVEPOINT to the platform"
        case SQLITE_CREATE_VIEW, SQLITE_CREATE_TRIGGER, SQLITE_CREATE_TEMP_VIEW, SQLITE_CREATE_TEMP_TRIGGER,
            SQLITE_DROP_VIEW, SQLITE_DROP_TRIGGER, SQLITE_DROP_TEMP_VIEW, SQLITE_DROP_TEMP_TRIGGER:
            return "\(who) may not have views or triggers: they would run inside others' statements; "
                + "write the rule, or the query, in the module"
        case SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_INDEX, SQLITE_DROP_TEMP_TABLE, SQLITE_DROP_TEMP_INDEX:
            return "\(who) may not have temporary tables: they outlive the unit; use WITH, or \\(json: …)"
        case SQLITE_PRAGMA, SQLITE_ATTACH, SQLITE_DETACH, SQLITE_ANALYZE:
            return "\(who) may not set or ask the connection (PRAGMA, ATTACH, DETACH, ANALYZE): it is shared; "
                + "leave the statement out"
        case _ where isMigration:
            return "\(who) may not run this kind of statement in a migration: it may CREATE, ALTER and DROP tables and "
                + "indexes named '\(owner.name)_…', and change their rows"
        default:
            return "\(who) may not run this kind of statement in a unit: it may SELECT, INSERT, UPDATE and DELETE; "
                + "tables are made in migrations"
        }
    }

    func conflictRollback() -> String {
        "\(who) may not use ON CONFLICT ROLLBACK: it ends the transaction of other units; use ABORT, which is the default"
    }
}
