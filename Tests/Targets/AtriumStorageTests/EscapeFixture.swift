import AtriumStorage
import Testing

extension Owner {
    static let attacker = Owner(name: "attacker")
    static let victim = Owner(name: "victim")
}

/// A victim with secrets, and an attacker with tables of the same shape.
enum EscapeFixture {
    static let canary = "canary-5f1c"

    static let attackerMigrations = [
        Migration(
            "create own",
            "CREATE TABLE attacker_own (id INTEGER PRIMARY KEY, secret TEXT)",
            "CREATE TABLE attacker_named (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT",
            "CREATE TABLE attacker_strict (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
            "CREATE TABLE attacker_child (id INTEGER PRIMARY KEY, own INTEGER REFERENCES attacker_own (id) ON DELETE CASCADE) STRICT",
            "CREATE TABLE attacker_pair (a TEXT, b INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
            "CREATE INDEX attacker_own_secret ON attacker_own (secret)",
            "CREATE VIRTUAL TABLE attacker_search USING fts5 (body)",
            "INSERT INTO attacker_own VALUES (1, 'mine'), (2, 'mine too')",
            "INSERT INTO attacker_search (rowid, body) VALUES (1, 'words of mine')")
    ]

    static func schemas(_ extra: [Migration] = []) -> SchemaSet {
        var attacker = Schema(attackerMigrations[0])
        if let migration = extra.first { attacker = Schema(attackerMigrations[0], migration) }
        return SchemaSet([
            (
                .kernel,
                Schema(
                    Migration(
                        "create secret", "CREATE TABLE kernel_secret (id INTEGER PRIMARY KEY, secret TEXT)",
                        "INSERT INTO kernel_secret VALUES (1, 'canary-5f1c')",
                        "CREATE TABLE kernel_log (n INTEGER PRIMARY KEY AUTOINCREMENT) STRICT",
                        "INSERT INTO kernel_log VALUES (41)"))
            ),
            (
                .victim,
                Schema(
                    Migration(
                        "create secret", "CREATE TABLE victim_secret (id INTEGER PRIMARY KEY, secret TEXT)",
                        "CREATE INDEX victim_secret_text ON victim_secret (secret)",
                        "CREATE VIRTUAL TABLE victim_search USING fts5 (body)",
                        "INSERT INTO victim_secret VALUES (1, 'canary-5f1c'), (2, 'canary-5f1c')",
                        "INSERT INTO victim_search (rowid, body) VALUES (1, 'canary-5f1c')"))
            ),
            (.attacker, attacker),
        ])
    }

    /// All content of the file that does not belong to the attacker, and the complete schema.
    static func dump(_ connection: Connection) throws -> [String] {
        let kernel = connection.kernel
        var lines = try kernel.rows(
            "SELECT type || name || tbl_name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1", as: String.self)
        lines += try kernel.rows("SELECT id || ':' || secret FROM kernel_secret ORDER BY id", as: String.self)
        lines += try kernel.rows("SELECT name || ':' || seq FROM sqlite_sequence ORDER BY name", as: String.self)
        lines += try kernel.rows("SELECT id || ':' || secret FROM victim_secret ORDER BY id", as: String.self)
        lines += try kernel.rows("SELECT rowid || ':' || body FROM victim_search ORDER BY rowid", as: String.self)
        lines += try kernel.rows("SELECT id || ':' || hex(block) FROM victim_search_data ORDER BY id", as: String.self)
        lines += try kernel.rows("SELECT owner || position || name FROM kernel_migration ORDER BY 1", as: String.self)
        return lines
    }

    /// Runs a statement as the attacker and returns every text, number and blob that it gives.
    static func take(_ sql: SQL, _ connection: Connection) throws -> [String] {
        var taken: [String] = []
        try connection.executor(for: .attacker).forEach(sql) { row in
            for column in 0..<12 {
                if let text = try? row.text(at: column) { taken.append(text) }
                if let blob = try? row.blob(at: column) { taken.append(String(decoding: blob, as: UTF8.self)) }
            }
        }
        return taken
    }
}
