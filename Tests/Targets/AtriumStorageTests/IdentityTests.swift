import Foundation
import Testing

@testable import AtriumStorage

/// Each opening checks the owner of the file and the owner of its log.
struct IdentityTests {
    // MARK: - The file

    @Test func `a file of another owner is refused at each opening and stays unchanged`() async throws {
        try await withWorkbench { bench in
            let (own, other) = (bench.owned("own"), bench.owned("other"))
            try await own.add("own")
            try await other.add("other")
            // Storage closes files in this way when too many are open. Their owners can still use them.
            #expect(own.closeIfFree() && other.closeIfFree())
            try bench.copy("other.db", to: "own.db")
            let before = try bench.bytes("own.db")
            await own.expect(.foreign) { try await own.add("lost") }
            await own.expect(.foreign) { _ = try await own.count() }
            await own.expect(.foreign) { _ = try await bench.owned("own", access: .write).count() }
            #expect(try bench.bytes("own.db") == before)
            #expect(try await other.count() == 1)
            await own.close()
            await other.close()
        }
    }

    @Test(arguments: ["", "no database at all", "SQLite"])
    func `a file without the expected content is not treated as a new file`(_ content: String) async throws {
        try await withWorkbench { bench in
            if content == "SQLite" {
                try bench.sqlite("CREATE TABLE note (text)", in: "own.db")
            } else {
                try Data(content.utf8).write(to: bench.url("own.db"))
            }
            let file = bench.owned("own", access: .write)
            let kinds: [DatabaseError.Kind] = [.lost, .corrupt]
            let error = await #expect(throws: DatabaseError.self) { try await file.add("lost") }
            #expect(error.map { kinds.contains($0.kind) } == true)
            await file.close()
            let missing = bench.owned("missing", access: .write)
            await missing.expect(.lost) { try await missing.add("lost") }
            #expect(!FileManager.default.fileExists(atPath: missing.path))
            await missing.close()
        }
    }

    // MARK: - The log

    @Test func `the log that a crash leaves is recovered, however much of it was checkpointed`() async throws {
        try await withWorkbench { bench in
            for checkpoints in 0..<3 {
                let name = "crash\(checkpoints)"
                let file = bench.owned(name)
                for round in 0...checkpoints {
                    for number in 0..<5 { try await file.add("\(round) \(number)") }
                    if round < checkpoints {
                        try await file.add("\(round) page")
                        try bench.checkpoint(name)
                    }
                    try await file.add("\(round) last")
                }
                try bench.crash(name, to: "copy\(checkpoints)")
                let copy = bench.owned("copy\(checkpoints)", identity: name, access: .write)
                #expect(try await copy.count() == 6 * (checkpoints + 1) + checkpoints)
                await copy.close()
                await file.close()
            }
        }
    }

    @Test func `a log with a torn end is not mistaken for the log of another file`() async throws {
        try await withWorkbench { bench in
            let file = bench.owned("own")
            for number in 0..<3 { try await file.add("\(number)") }
            let size = try bench.bytes("own.db-wal").count
            for cut in [1, 24, 100, 4096, 4120, 4121, 8000, size - 33, size - 32, size - 31, size] where cut <= size {
                try bench.crash("own", to: "torn")
                var log = try bench.bytes("torn.db-wal")
                log.removeLast(cut)
                log += [UInt8](repeating: 0xA5, count: min(cut, 5000))
                try Data(log).write(to: bench.url("torn.db-wal"))
                let torn = bench.owned("torn", identity: "own", access: .write)
                do {
                    #expect(try await torn.count() <= 3)
                } catch let error as DatabaseError {
                    // All content was in the log, and is lost with it.
                    #expect(error.kind == .lost)
                }
                await torn.close()
            }
            await file.close()
        }
    }

    @Test func `the log of another file is refused, and the database and the log stay unchanged`() async throws {
        try await withWorkbench { bench in
            let (own, other) = (bench.owned("own"), bench.owned("other"))
            try await own.add("own")
            await own.close()
            for text in ["a", "b", "c"] { try await other.add(text) }
            for name in ["other.db-wal"] { try bench.copy(name, to: "own.db-wal") }
            let before = try (bench.bytes("own.db"), bench.bytes("own.db-wal"))
            let again = bench.owned("own", access: .write)
            await again.expect(.foreign) { _ = try await again.count() }
            await again.close()
            let after = try (bench.bytes("own.db"), bench.bytes("own.db-wal"))
            #expect(before == after)
            try FileManager.default.removeItem(at: bench.url("own.db-wal"))
            let mended = bench.owned("own", access: .write)
            #expect(try await mended.count() == 1)
            await mended.close()
            await other.close()
        }
    }

    @Test func `a log from another time of the same file is refused`() async throws {
        try await withWorkbench { bench in
            var file = bench.owned("own")
            func reopen() async {
                await file.close()
                file = bench.owned("own", access: .write)
            }
            // The file at three times. The copies have the database and the log of the last two.
            try await file.add("first")
            await reopen()
            try await file.add("second")
            try bench.crash("own", to: "early")
            await reopen()
            for number in 0..<3 { try await file.add("third \(number)") }
            try bench.crash("own", to: "late")
            await reopen()
            try bench.copy("early.db", to: "mixed.db")
            try bench.copy("late.db-wal", to: "mixed.db-wal")
            let older = bench.owned("mixed", identity: "own", access: .write)
            await older.expect(.foreign) { _ = try await older.count() }
            await older.close()
            // A log whose content is already in the database changes nothing.
            try bench.copy("late.db", to: "mixed.db")
            try bench.copy("early.db-wal", to: "mixed.db-wal")
            let same = bench.owned("mixed", identity: "own", access: .write)
            #expect(try await same.count() == 2)
            await same.close()
            // A copy from the early time, to which other rows are added. Its history differs from that of the late log.
            try bench.crash("early", to: "branch")
            let branch = bench.owned("branch", identity: "own", access: .write)
            for number in 0..<3 { try await branch.add("other \(number)") }
            await branch.close()
            try bench.copy("late.db-wal", to: "branch.db-wal")
            let mixed = bench.owned("branch", identity: "own", access: .write)
            await mixed.expect(.foreign) { _ = try await mixed.count() }
            await mixed.close()
            await file.close()
        }
    }

    @Test func `a journal next to a file in WAL mode is refused, because SQLite would play it back`() async throws {
        try await withWorkbench { bench in
            let own = bench.owned("own")
            try await own.add("own")
            await own.close()
            try Data(repeating: 7, count: 4096).write(to: bench.url("own.db-journal"))
            let again = bench.owned("own", access: .write)
            await again.expect(.foreign) { _ = try await again.count() }
            try FileManager.default.removeItem(at: bench.url("own.db-journal"))
            #expect(try await again.count() == 1)
            await again.close()
        }
    }

    @Test func `the mark is on the second page of a new file and of a saved draft`() async throws {
        try await withWorkbench { bench in
            let file = bench.owned("own")
            try await file.add("own")
            await file.close()
            let draft = DatabaseFile(
                path: bench.path("draft.db"), storage: bench.storage, schemas: plainSchemas, identity: "draft",
                access: .write, draft: plainSchemas)
            try await draft.add("draft")
            try await draft.save()
            for name in ["own", "draft"] {
                let page = Array(try bench.bytes("\(name).db")[4096..<8192])
                #expect(FileMark(page: page)?.identity == name)
            }
            try await draft.add("more")
            #expect(try await draft.count() == 2)
            await draft.close()
        }
    }
}
