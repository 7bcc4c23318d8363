import AtriumStorage
import AtriumSystem
import CSQLite
import Foundation
import Testing

/// Files and logs that are deleted or replaced, most of them while they are open.
struct DeletedFileTests {
    @Test(arguments: ["deleted", "replaced"])
    func `the next commit to an open file that was deleted or replaced is refused`(_ how: String) async throws {
        try await withWorkbench { bench in
            let (own, backup) = (bench.owned("own"), bench.owned("backup", identity: "own"))
            try await backup.add("backup")
            await backup.close()
            try await own.add("before")
            try FileManager.default.removeItem(at: bench.url("own.db"))
            if how == "replaced" {
                // A restore leaves no log next to the file.
                for name in ["own.db-wal", "own.db-shm"] { try FileManager.default.removeItem(at: bench.url(name)) }
                try bench.copy("backup.db", to: "own.db")
            }
            let file = bench.owned("own", access: .write)
            await own.expect(.lost) { try await own.add("into nothing") }
            if how == "replaced" {
                #expect(try await own.texts() == ["backup"])
                try await own.add("after")
                #expect(try await own.texts() == ["after", "backup"])
            }
            await own.close()
            await file.close()
        }
    }

    @Test func `committed rows survive when the log of an open file is deleted`() async throws {
        try await withWorkbench { bench in
            let own = bench.owned("own")
            try await own.add("before")
            try FileManager.default.removeItem(at: bench.url("own.db-wal"))
            await own.expect(.outcomeUnknown) { try await own.add("meanwhile") }
            try await own.add("after")
            #expect(try await own.texts().contains("before"))
            await own.close()
            let again = bench.owned("own", access: .write)
            #expect(try await again.texts() == ["after", "before", "meanwhile"])
            await again.close()
        }
    }

    @Test func `a file that replaces an open one is not read with the log of the previous file`()
        async throws
    {
        try await withWorkbench { bench in
            let (own, older) = (bench.owned("own"), bench.owned("older", identity: "own"))
            try await older.add("older")
            await older.close()
            try await own.add("before")
            try FileManager.default.removeItem(at: bench.url("own.db"))
            try bench.copy("older.db", to: "own.db")
            // This read is too long for the reader that is already open.
            await own.expect(.lost) {
                _ = try await own.read { try $0.executor(for: .alpha).one(longCount, as: Int.self) }
            }
            await own.close()
        }
    }

    @Test func `a log without its database is kept, and no database is created next to it`() async throws {
        try await withWorkbench { bench in
            let log = Data("committed".utf8)
            try log.write(to: bench.url("own.db-wal"))
            let own = bench.owned("own")
            await own.expect(.lost) { try await own.add("anew") }
            await own.close()
            #expect(try Data(contentsOf: bench.url("own.db-wal")) == log)
            #expect(!FileManager.default.fileExists(atPath: bench.url("own.db").path))
        }
    }

    @Test func `a long read does not prevent committed rows from being saved when the log is deleted`() async throws {
        try await withWorkbench { bench in
            let own = bench.owned("own")
            try await own.add("before")
            let gate = Gate()
            let read = Task {
                try await own.read { connection in
                    let executor = connection.executor(for: .alpha)
                    let count: SQL = "SELECT count(*) FROM alpha_note"
                    _ = try (executor.one(count, as: Int.self), executor.one(longCount, as: Int.self))
                    gate.wait()
                    return try executor.one(count, as: Int.self)
                }
            }
            await gate.isReached()
            try await own.add("acknowledged")
            try FileManager.default.removeItem(at: bench.url("own.db-wal"))
            let isAnswered = Locked(false)
            let last = Task {
                defer { isAnswered.withLock { $0 = true } }
                await own.expect(.outcomeUnknown) { try await own.add("meanwhile") }
            }
            // Once the readers close, a short read waits until the file is opened again. Closing waits for the long read.
            let reads = Task { while !isAnswered.withLock({ $0 }) { _ = try await own.count() } }
            while own.waitingWrites == 0, !isAnswered.withLock({ $0 }) { await Task.yield() }
            gate.open()
            await last.value
            #expect(try await read.value == 1)
            try await reads.value
            await own.close()
            let again = bench.owned("own", access: .write)
            #expect(try await again.texts() == ["acknowledged", "before", "meanwhile"])
            await again.close()
        }
    }

    @Test func `commits that cannot be saved from a deleted log are reported as lost`() async throws {
        try await withWorkbench { bench in
            let own = bench.owned("own")
            try await own.add("before")
            var reader: OpaquePointer?
            #expect(sqlite3_open(bench.path("own.db"), &reader) == SQLITE_OK)
            #expect(sqlite3_exec(reader, "BEGIN; SELECT * FROM alpha_note", nil, nil, nil) == SQLITE_OK)
            try await own.add("acknowledged")
            try FileManager.default.removeItem(at: bench.url("own.db-wal"))
            await own.expect(.lost) { try await own.add("meanwhile") }
            sqlite3_close(reader)
            await own.close()
        }
    }
}
