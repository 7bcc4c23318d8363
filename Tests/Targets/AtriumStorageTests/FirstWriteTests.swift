import AtriumStorage
import Foundation
import Testing

/// Files that were only read so far. They have no writer until the first write.
struct FirstWriteTests {
    /// A file with the row "before", as a crash leaves it: with its log.
    private func withCrashed(
        _ body: (_ bench: Workbench, _ file: DatabaseFile) async throws -> Void
    ) async throws {
        try await withWorkbench { bench in
            let own = bench.owned("own")
            try await own.add("before")
            try bench.crash("own", to: "file")
            await own.close()
            let file = bench.owned("file", identity: "own", access: .write)
            try await body(bench, file)
            await file.close()
        }
    }

    private func exists(_ name: String, _ bench: Workbench) -> Bool {
        FileManager.default.fileExists(atPath: bench.path(name))
    }

    @Test func `a file that is only read is opened once, recovers its log, and leaves none`() async throws {
        try await withCrashed { bench, file async throws in
            #expect(try await file.texts() == ["before"])
            #if os(Linux)
                let open = bench.descriptors.filter { $0.hasSuffix("/file.db") }
                #expect(open.count == 1)
            #endif
            await file.close()
            #expect(!exists("file.db-wal", bench) && !exists("file.db-shm", bench))
            let again = bench.owned("file", identity: "own", access: .write)
            #expect(try await again.texts() == ["before"])
            await again.close()
        }
    }

    @Test func `reads continue while the first write opens the writer, and see it afterwards`() async throws {
        try await withCrashed { bench, file in
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<20 {
                    group.addTask { try await file.count() }
                    guard number == 10 else { continue }
                    group.addTask {
                        try await file.add("first")
                        return 2
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(counts.isSubset(of: [1, 2]))
            #expect(try await file.texts() == ["before", "first"])
        }
    }

    @Test func `a copy that is not in WAL mode is read and then written`() async throws {
        try await withCrashed { bench, file in
            _ = try await file.texts()
            await file.close()
            try bench.sqlite("VACUUM INTO '\(bench.path("copy.db"))'", in: "file.db")
            let copy = bench.owned("copy", identity: "own", access: .write)
            #expect(try await copy.texts() == ["before"])
            try await copy.add("after")
            #expect(try await copy.texts() == ["after", "before"])
            await copy.close()
        }
    }

    @Test func `the first write to a file that was replaced is refused, and what is in its place stays`() async throws {
        try await withCrashed { bench, file in
            #expect(try await file.texts() == ["before"])
            let other = bench.owned("other", identity: "own")
            try await other.add("restored")
            for name in ["file.db", "file.db-wal", "file.db-shm"] {
                try FileManager.default.removeItem(at: bench.url(name))
            }
            // The restored database has a log too, with its only row.
            try bench.crash("other", to: "file")
            await other.close()
            await file.expect(.lost) { try await file.add("into nothing") }
            #expect(try await file.texts() == ["restored"])
            #expect(file.wasReplaced())
            try await file.add("after")
            #expect(try await file.texts() == ["after", "restored"])
        }
    }

    @Test func `the first write leaves another program's log, and the rows of the own log survive`() async throws {
        try await withCrashed { bench, file in
            #expect(try await file.texts() == ["before"])
            let log = Data("another program's".utf8)
            try FileManager.default.removeItem(at: bench.url("file.db-wal"))
            try log.write(to: bench.url("file.db-wal"))
            await file.expect(.lost) { try await file.add("meanwhile") }
            #expect(try Data(contentsOf: bench.url("file.db-wal")) == log)
            try FileManager.default.removeItem(at: bench.url("file.db-wal"))
            try await file.add("after")
            #expect(try await file.texts() == ["after", "before"])
        }
    }

    @Test(arguments: [false, true])
    func `closing leaves another program's log, and the rows of the own log survive`(_ isWritten: Bool) async throws {
        try await withCrashed { bench, file in
            if isWritten { try await file.add("after") } else { _ = try await file.texts() }
            let log = Data("another program's".utf8)
            try FileManager.default.removeItem(at: bench.url("file.db-wal"))
            try log.write(to: bench.url("file.db-wal"))
            await file.close()
            #expect(try Data(contentsOf: bench.url("file.db-wal")) == log)
            try FileManager.default.removeItem(at: bench.url("file.db-wal"))
            let again = bench.owned("file", identity: "own", access: .write)
            #expect(try await again.texts() == (isWritten ? ["after", "before"] : ["before"]))
            await again.close()
        }
    }

    @Test func `the first write finds that the log was deleted, and its rows survive`() async throws {
        try await withCrashed { bench, file in
            #expect(try await file.texts() == ["before"])
            try FileManager.default.removeItem(at: bench.url("file.db-wal"))
            await file.expect(.lost) { try await file.add("meanwhile") }
            #expect(try await file.texts() == ["before"])
            try await file.add("after")
            #expect(try await file.texts() == ["after", "before"])
        }
    }
}
