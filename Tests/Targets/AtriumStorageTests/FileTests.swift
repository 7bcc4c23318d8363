import AtriumStorage
import Foundation
import Testing

struct FileTests {
    @Test func `a clean close waits for running units and refuses further ones`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let gate = Gate()
            async let parked: Void = file.write { connection in
                gate.wait()
                try connection.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES ('late')")
            }
            await gate.isReached()
            async let closed: Void = file.close()
            gate.open()
            try await parked
            await closed
            await file.close()
            let error = await #expect(throws: DatabaseError.self) { try await file.count() }
            #expect(error?.kind == .unavailable)
            #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"))
            let again = bench.file()
            #expect(try await again.count() == 1)
            await again.close()
        }
    }

    @Test func `a cancelled task that closes a file still closes it`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            let closing = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                await file.close()
            }
            await closing.value
            #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"))
            #expect(bench.storage.openCount == 0)
        }
    }

    @Test func `more files than may be open take turns, and their callers do not notice`() async throws {
        try await withWorkbench(openFiles: 3) { bench in
            let files = (0..<20).map { bench.file("file\($0).db") }
            for round in 0..<3 {
                for file in files { try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(round)"))") }
                for file in files { #expect(try await file.count() == round + 1) }
            }
            #expect(bench.storage.openCount <= 3)
            for file in files { await file.close() }
            #expect(bench.storage.openCount == 0)
        }
    }

    @Test func `after concurrent use of more files than may be open, only the allowed number stays open`() async throws
    {
        try await withWorkbench(openFiles: 3) { bench in
            let files = (0..<40).map { bench.file("file\($0).db") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for file in files {
                    group.addTask {
                        for round in 0..<5 {
                            try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(round)"))")
                            _ = try await file.count()
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(bench.storage.openCount <= 3)
            for file in files { #expect(try await file.count() == 5) }
            for file in files { await file.close() }
        }
    }

    @Test func `the write-ahead log restarts although a reader keeps its snapshot`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            for round in 1...60 {
                try await file.run(
                    """
                    INSERT INTO alpha_note (text)
                    SELECT \(round) || '-' || key || printf('%4000d', 0) FROM json_each(\(json: Array(1...100)))
                    """)
                #expect(try await file.count() == round * 100)
            }
            let log = try #require(
                FileManager.default.attributesOfItem(atPath: file.path + "-wal")[.size] as? Int)
            // The test wrote 60 times half a megabyte. From 4,000 pages on, a checkpoint waits for the reader; one commit may
            // come before it.
            #expect(log < 4_200 * (4_096 + 24))
            await file.close()
        }
    }

    @Test func `a read sees every earlier write of its caller, whatever other tasks do`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for round in 1...50 {
                            try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(writer)-\(round)"))")
                            let sql: SQL = "SELECT count(*) FROM alpha_note WHERE text GLOB \("\(writer)-*")"
                            #expect(try await file.count(sql) == round)
                        }
                    }
                }
                try await group.waitForAll()
            }
            await file.close()
        }
    }

    @Test func `a read that writes is refused as read-only`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.read { try $0.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES ('x')") }
            }
            #expect(error?.kind == .readOnly)
            await file.close()
        }
    }

    @Test func `a file that is not a database or is damaged is reported as corrupt`() async throws {
        try await withWorkbench { bench in
            try Data(repeating: 0x58, count: 8192).write(to: URL(filePath: "\(bench.folder)/noise.db"))
            let noise = bench.file("noise.db")
            let error = await #expect(throws: DatabaseError.self) { try await noise.count() }
            #expect(error?.kind == .corrupt)
            await noise.close()
            let file = bench.file()
            for index in 0..<200 {
                try await file.run(
                    "INSERT INTO alpha_note (text) VALUES (\(String(repeating: "\(index) ", count: 100)))")
            }
            await file.close()
            var bytes = try Data(contentsOf: URL(filePath: file.path))
            for page in 5..<bytes.count / 4096 { for byte in 0..<200 { bytes[page * 4096 + byte] = 0xFF } }
            try bytes.write(to: URL(filePath: file.path))
            let damaged = bench.file()
            let second = await #expect(throws: DatabaseError.self) {
                try await damaged.count("SELECT sum(length(text)) FROM alpha_note NOT INDEXED")
            }
            #expect(second?.kind == .corrupt)
            await damaged.close()
        }
    }

    @Test func `a symbolic link is not followed`() async throws {
        try await withWorkbench { bench in
            let file = bench.file("real.db")
            try await file.run("SELECT 1")
            await file.close()
            try FileManager.default.createSymbolicLink(
                atPath: "\(bench.folder)/link.db", withDestinationPath: "\(bench.folder)/real.db")
            let link = bench.file("link.db")
            let error = await #expect(throws: DatabaseError.self) { try await link.count() }
            #expect(error?.kind == .unavailable)
            await link.close()
        }
    }

    @Test func `a migration that alters a table may also write to a search table`() async throws {
        let first = Migration(
            "create", "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY) STRICT",
            "CREATE VIRTUAL TABLE alpha_search USING fts5 (text)")
        let second = Migration(
            "alter", "ALTER TABLE alpha_note ADD COLUMN text TEXT", "INSERT INTO alpha_search VALUES ('here')")
        try await withWorkbench { bench in
            for (schema, rows) in [(Schema(first), 0), (Schema(first, second), 1)] {
                let file = bench.file(schemas: SchemaSet([(.alpha, schema)]))
                let count = try await file.count("SELECT count(*) FROM alpha_search")
                #expect(count == rows)
                await file.close()
            }
        }
    }

    @Test func `full-text search works for readers and writers, before and after the file is reopened`() async throws {
        let schemas = SchemaSet([
            (.alpha, Schema(Migration("create search", "CREATE VIRTUAL TABLE alpha_search USING fts5 (text)")))
        ])
        try await withWorkbench { bench in
            for word in ["here", "there"] {
                let file = bench.file(schemas: schemas)
                try await file.run("INSERT INTO alpha_search VALUES (\(word))")
                #expect(try await file.count("SELECT count(*) FROM alpha_search WHERE text MATCH \(word)") == 1)
                await file.close()
            }
        }
    }
}
