import AtriumStorage
import CSQLite
import FaultyVFS
import Foundation
import Testing

struct GroupCommitTests {
    @Test func `a failed unit does not affect the other units of its commit`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let results = await file.together(
                [insert("a"), insert("a"), insert("b"), { _ in throw CancellationError() }])
            #expect(results.map { (try? $0.get()) ?? 0 }.sorted() == [0, 0, 1, 1])
            let count = try await file.count()
            #expect(count == 2)
            await file.close()
        }
    }

    @Test func `a failed unit that is alone in its commit leaves nothing, and the next unit starts a new transaction`()
        async throws
    {
        try await withWorkbench { bench in
            let file = bench.file()
            await #expect(throws: CancellationError.self) {
                try await file.write { connection in
                    try connection.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES ('lost')")
                    throw CancellationError()
                }
            }
            #expect(try await file.count() == 0)
            try await file.run("INSERT INTO alpha_note (text) VALUES ('kept')")
            #expect(try await file.count() == 1)
            await file.close()
        }
    }

    @Test func `when a full disk ends the transaction, one unit fails and the others run again and take effect once`()
        async throws
    {
        let vfs = try #require(faulty_vfs_register("faulty-full"))
        try await withWorkbench(vfs: "faulty-full") { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
            // The unit is so large that it spills from the cache into the WAL before the commit.
            let large: @Sendable (Connection) throws -> Int = { connection in
                let executor = connection.executor(for: .alpha)
                for index in 0..<400 {
                    try executor.run(
                        "INSERT INTO alpha_note (text) VALUES (\(String(repeating: "x", count: 8000) + "\(index)"))")
                }
                return 400
            }
            let results = await file.together(
                before: { faulty_vfs_arm(vfs, FAULTY_WRITE, 0, 1, SQLITE_FULL) },
                [insert("a"), large, insert("b")])
            #expect(results.compactMap(\.kind) == [.full])
            #expect(results.count { (try? $0.get()) == 1 } == 2)
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text IN ('a', 'b')") == 2)
            #expect(try await file.count() == 3)
            await file.close()
        }
    }

    @Test func `a commit whose sync fails has an unknown outcome, and the file still works`() async throws {
        let vfs = try #require(faulty_vfs_register("faulty-sync"))
        try await withWorkbench(vfs: "faulty-sync") { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
            let results = await file.together(
                before: { faulty_vfs_arm(vfs, FAULTY_SYNC, 0, 1, 1034) }, [insert("a"), insert("b")])
            #expect(results.map(\.kind) == [.outcomeUnknown, .outcomeUnknown])
            try await file.run("INSERT INTO alpha_note (text) VALUES ('after')")
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text IN ('first', 'after')") == 2)
            await file.close()
        }
    }

    @Test func `a unit that fails before its commit begins throws its own error and leaves nothing`() async throws {
        let vfs = try #require(faulty_vfs_register("faulty-mark"))
        try await withWorkbench(vfs: "faulty-mark") { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
            // The unit is so large that the page with the file's mark leaves the cache. The commit has to read this page.
            let gate = Gate()
            async let large = file.result { connection in
                let executor = connection.executor(for: .alpha)
                for index in 0..<400 {
                    try executor.run(
                        "INSERT INTO alpha_note (text) VALUES (\(String(repeating: "x", count: 8000) + "\(index)"))")
                }
                gate.wait()
                return 400
            }
            await gate.isReached()
            faulty_vfs_arm(vfs, FAULTY_READ, 0, 1, 266)
            gate.open()
            let result = await large
            faulty_vfs_disarm(vfs)
            #expect(result.kind == .inputOutput)
            #expect(try await file.count() == 1)
            try await file.run("INSERT INTO alpha_note (text) VALUES ('after')")
            await file.close()
            let again = bench.file()
            #expect(try await again.count() == 2)
            await again.close()
        }
    }

    @Test func `a full disk refuses writes but not reads, and writes work again when there is room`() async throws {
        let vfs = try #require(faulty_vfs_register("faulty-room"))
        try await withWorkbench(vfs: "faulty-room") { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
            faulty_vfs_arm(vfs, FAULTY_WRITE, 0, -1, SQLITE_FULL)
            let error = await #expect(throws: DatabaseError.self) {
                try await file.run("INSERT INTO alpha_note (text) VALUES ('second')")
            }
            #expect(error?.kind == .full)
            #expect(error?.extendedCode == SQLITE_FULL)
            #expect(error?.message.contains("did not take place") == true)
            #expect(try await file.count() == 1)
            faulty_vfs_disarm(vfs)
            try await file.run("INSERT INTO alpha_note (text) VALUES ('third')")
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text = 'third'") == 1)
            await file.close()
        }
    }

    @Test func `a write past its deadline fails alone, and so does a unit that ignores this error`() async throws {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            let file = bench.file()
            let endless: SQL = """
                INSERT INTO alpha_note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT 'x' || i FROM n WHERE i < 0
                """
            let results = await file.together(
                [
                    insert("a"), { try $0.executor(for: .alpha).run(endless) },
                    { connection in
                        _ = try? connection.executor(for: .alpha).run(endless)
                        return 7
                    }, insert("b"),
                ])
            #expect(results.compactMap(\.kind) == [.deadline, .deadline])
            let count = try await file.count()
            #expect(count == 2)
            await file.close()
        }
    }

    @Test func `a unit that is alone in its commit and ignores its deadline error leaves nothing`() async throws {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.write { connection in
                    let executor = connection.executor(for: .alpha)
                    try executor.run("INSERT INTO alpha_note (text) VALUES ('lost')")
                    _ = try? executor.one(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
                        as: Int.self)
                }
            }
            #expect(error?.kind == .deadline)
            let count = try await file.count()
            #expect(count == 0)
            await file.close()
        }
    }

    @Test func `a unit that fails and a unit that ends the shared transaction each get their own error`() async throws {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            let file = bench.file()
            let endless: SQL = """
                INSERT INTO alpha_note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT 'x' || i FROM n WHERE i < 0
                """
            let refused = DatabaseError(kind: .misuse, message: "refused")
            let results = await file.together(
                [
                    { connection in
                        try connection.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES ('lost')")
                        throw refused
                    }, { try $0.executor(for: .alpha).run(endless) },
                ])
            #expect(results.compactMap(\.kind) == [.misuse, .deadline])
            try await file.run("INSERT INTO alpha_note (text) VALUES ('kept')")
            #expect(try await file.count() == 1)
            await file.close()
        }
    }

    @Test func `after SQLite has ended the transaction, no more statements of the unit run`() async throws {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.write { connection in
                    let executor = connection.executor(for: .alpha)
                    _ = try? executor.run(
                        """
                        INSERT INTO alpha_note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                        SELECT 'x' || i FROM n WHERE i < 0
                        """)
                    try executor.run("INSERT INTO alpha_note (text) VALUES ('stray')")
                }
            }
            #expect(error?.kind == .deadline)
            let count = try await file.count()
            #expect(count == 0)
            await file.close()
        }
    }

    @Test func `a caller that is cancelled while its unit waits stops waiting, and the unit never runs`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let gate = Gate()
            async let parked: Void = file.write { _ in gate.wait() }
            await gate.isReached()
            let waiting = Task { try await file.run("INSERT INTO alpha_note (text) VALUES ('never')") }
            while file.waitingWrites < 1 { await Task.yield() }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            gate.open()
            try await parked
            #expect(try await file.count() == 0)
            await file.close()
        }
    }
}
