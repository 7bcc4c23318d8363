import AtriumStorage
import CSQLite
import Foundation
import Testing

struct ScrubTests {
    private let secret = "0123456789-secret-canary-9876543210"

    /// How many files of the folder hold the text.
    private func filesHolding(_ text: String, in bench: Workbench) throws -> Int {
        try bench.contents.count { try Data(contentsOf: bench.url($0)).range(of: Data(text.utf8)) != nil }
    }

    @Test func `no byte of what was deleted or replaced is left, also after rows were rearranged`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            let secret = secret
            try await file.write { connection in
                let alpha = connection.executor(for: .alpha)
                // Texts in an accidental order split and join the pages of their index again and again.
                for seed in 1..<2000 {
                    let order = seed * 733 % 1999
                    let text = String(repeating: order % 5 == 0 ? secret : "x", count: 1 + seed % 3) + "\(order)"
                    try alpha.run("INSERT INTO alpha_note (text) VALUES (\(text))")
                    guard seed * 7 % 10 < 3 else { continue }
                    try alpha.run("DELETE FROM alpha_note WHERE id = (SELECT max(id) FROM alpha_note)")
                }
                try alpha.run("DELETE FROM alpha_note WHERE text GLOB '*secret*'")
            }
            try await file.scrub()
            #expect(try bench.contents == ["test.db"])
            #expect(try filesHolding(secret, in: bench) == 0)
            #expect(try await file.count() > 1000)
            await file.close()
        }
    }

    @Test func `before the scrub, the WAL still holds it`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES (\(secret))")
            try await file.run("DELETE FROM alpha_note")
            #expect(try filesHolding(secret, in: bench) == 1)
            try await file.scrub()
            #expect(try filesHolding(secret, in: bench) == 0)
            await file.close()
        }
    }

    @Test func `reads and writes around a scrub take place, and a file that was scrubbed opens again`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            try await withThrowingTaskGroup { group in
                for number in 0..<200 {
                    group.addTask { _ = try await file.write(insert("\(number)")) }
                    group.addTask { _ = try await file.count(longCount) }
                    if number % 50 == 0 { group.addTask { try await file.scrub() } }
                }
                try await group.waitForAll()
            }
            #expect(try await file.count() == 200)
            await file.close()
            let again = bench.file()
            #expect(try await again.count() == 200)
            await again.close()
        }
    }

    @Test func `a crash before the WAL is removed leaves a file that opens with all rows`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.owned("one")
            for number in 0..<50 { try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(number)"))") }
            try await file.run("DELETE FROM alpha_note WHERE id % 2 = 0")
            // Another program that reads keeps the WAL.
            var reader: OpaquePointer?
            #expect(sqlite3_open_v2(bench.path("one.db"), &reader, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
            #expect(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM alpha_note", nil, nil, nil) == SQLITE_OK)
            let refusal = await #expect(throws: DatabaseError.self) { try await file.scrub() }
            #expect(refusal?.kind == .busy)
            try bench.crash("one", to: "other")
            sqlite3_close(reader)
            await file.close()
            let copy = bench.owned("other", identity: "one", access: .write)
            #expect(try await copy.count() == 25)
            await copy.close()
        }
    }

    @Test func `a closed file is not scrubbed`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            await file.close()
            await #expect(throws: DatabaseError.closed) { try await file.scrub() }
        }
    }
}
