import AtriumStorage
import AtriumSystem
import FaultyVFS
import Foundation
import Testing

/// Units that fail after they changed something, in a transaction that they share with others.
struct SpoiledCommitTests {
    /// Tables for all kinds of changes that a module may make.
    private static let schemas = SchemaSet([
        (
            .alpha,
            Schema(
                Migration(
                    "create all",
                    "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
                    "CREATE TABLE alpha_pair (name TEXT PRIMARY KEY, value INTEGER) STRICT, WITHOUT ROWID",
                    """
                    CREATE TABLE alpha_child (
                        id INTEGER PRIMARY KEY, note INTEGER REFERENCES alpha_note ON DELETE CASCADE) STRICT
                    """,
                    """
                    CREATE TABLE alpha_late (
                        note INTEGER NOT NULL REFERENCES alpha_note DEFERRABLE INITIALLY DEFERRED) STRICT
                    """,
                    "CREATE VIRTUAL TABLE alpha_words USING fts5 (text)",
                    "INSERT INTO alpha_note VALUES (1, 'one'), (2, 'two')",
                    "INSERT INTO alpha_pair VALUES ('a', 1), ('b', 2)", "INSERT INTO alpha_child VALUES (1, 1), (2, 2)",
                    "INSERT INTO alpha_words VALUES ('here')"))
        )
    ])

    private static let contents: SQL = """
        SELECT json_array(
            (SELECT group_concat(id || text) FROM alpha_note WHERE text <> 'other'),
            (SELECT group_concat(name || value) FROM alpha_pair), (SELECT group_concat(id || note) FROM alpha_child),
            (SELECT count(*) FROM alpha_late), (SELECT group_concat(text) FROM alpha_words))
        """

    private func contents(_ file: DatabaseFile) async throws -> String {
        try await file.read { try $0.executor(for: .alpha).one(Self.contents, as: String.self) }
    }

    @Test(
        arguments: [
            "INSERT INTO alpha_note (text) VALUES ('lost')", "UPDATE alpha_note SET text = 'lost' WHERE id = 1",
            "DELETE FROM alpha_child", "DELETE FROM alpha_pair", "DELETE FROM alpha_note WHERE id = 1",
            "INSERT OR REPLACE INTO alpha_note VALUES (1, 'lost')", "REPLACE INTO alpha_note VALUES (3, 'one')",
            "INSERT OR FAIL INTO alpha_note SELECT value, value || 'x' FROM json_each('[3, 4, 1]')",
            "INSERT INTO alpha_note (text) VALUES ('lost'), ('lost too') RETURNING id",
            "INSERT INTO alpha_pair VALUES ('a', 7) ON CONFLICT DO UPDATE SET value = excluded.value",
            "INSERT INTO alpha_words VALUES ('lost')", "DELETE FROM alpha_words",
        ] as [StaticString])
    func `no change of a failed unit stays, whatever it changed`(_ change: StaticString) async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: Self.schemas)
            let before = try await contents(file)
            let results = await file.together([
                { connection in
                    _ = try? connection.executor(for: .alpha).first(SQL(stringLiteral: change)) { _ in }
                    throw CancellationError()
                }, insert("other"),
            ])
            #expect(results.map { try? $0.get() } == [nil, 1])
            #expect(try await contents(file) == before)
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text = 'other'") == 1)
            await file.close()
        }
    }

    @Test func `an unresolved deferred foreign key fails only its own unit`() async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: Self.schemas)
            let before = try await contents(file)
            let dangling: @Sendable (Connection) throws -> Int = { connection in
                try connection.executor(for: .alpha).run("INSERT INTO alpha_late VALUES (99)")
            }
            let results = await file.together([insert("other"), dangling])
            let alone = await file.result(dangling)
            #expect((try? results[0].get()) == 1)
            for result in [results[1], alone] {
                guard case .constraint(let constraint) = result.kind else {
                    Issue.record("\(result) is not a constraint error")
                    continue
                }
                #expect(constraint.kind == .foreignKey)
            }
            #expect(try await contents(file) == before)
            await file.close()
        }
    }

    @Test func `after one unit has spoiled a transaction, the next ones cause no unit to run again`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let runs = Locked(0)
            let counted: @Sendable (Connection) throws -> Int = { connection in
                runs.withLock { $0 += 1 }
                return 1
            }
            let spoiling: @Sendable (Connection) throws -> Int = { connection in
                _ = try insert("spoilt")(connection)
                throw CancellationError()
            }
            _ = await file.together([insert("a"), spoiling])
            let results = await file.together([counted, spoiling, insert("b")])
            #expect(results.map { try? $0.get() } == [1, nil, 1])
            #expect(runs.withLock { $0 } == 1)
            await file.close()
        }
    }

    @Test func `a unit that failed on its own keeps its error when the commit of the other units fails`() async throws {
        let vfs = try #require(faulty_vfs_register("faulty-own"))
        try await withWorkbench(vfs: "faulty-own") { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
            let refused = DatabaseError(kind: .denied, message: "refused")
            let results = await file.together(
                before: { faulty_vfs_arm(vfs, FAULTY_SYNC, 0, 1, 1034) }, [{ _ in throw refused }, insert("a")])
            #expect(results.map(\.kind) == [.denied, .outcomeUnknown])
            await file.close()
        }
    }

    @Test func `a series of units that end the transaction does not keep another unit from its commit`() async throws {
        try await withWorkbench(deadline: .milliseconds(20)) { bench in
            let file = bench.file()
            let (isDone, attempts, start) = (Locked(false), Locked(0), Gate())
            start.open()
            // The next unit that ends the transaction always joins this one.
            let waiting: @Sendable (Connection) throws -> Int = { connection in
                start.wait()
                while file.waitingWrites == 0, attempts.withLock({ $0 < 20 }) { sched_yield() }
                return try insert("kept")(connection)
            }
            async let kept = file.result(waiting)
            // This unit has begun alone. Units that were taken together with it would not count as waiting.
            await start.isReached()
            while !isDone.withLock({ $0 }), attempts.withLock({ $0 }) < 20 {
                let result = await file.result { connection in
                    try connection.executor(for: .alpha).run(
                        """
                        INSERT INTO alpha_note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                        SELECT 'x' || i FROM n WHERE i < 0
                        """)
                }
                #expect((try? result.get()) == nil)
                attempts.withLock { $0 += 1 }
                if try await file.count() == 1 { isDone.withLock { $0 = true } }
            }
            #expect(attempts.withLock { $0 } < 20)
            #expect((try? await kept.get()) == 1)
            await file.close()
        }
    }
}
