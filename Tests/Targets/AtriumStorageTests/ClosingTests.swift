import AtriumStorage
import Foundation
import Testing

/// A count that takes longer than a read on its caller's thread may take.
let longCount: SQL = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT count(*) FROM n
    """

struct ClosingTests {
    @Test
    func `long reads that wait when the file closes get a result or a closed error, and nothing opens the file again`()
        async throws
    {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            let reads = (0..<300).map { _ in Task { try await file.count(longCount) } }
            for _ in 0..<2_000 where file.waitingReads < 100 { await Task.yield() }
            await file.close()
            #expect(try bench.contents == ["test.db"])
            #expect(bench.descriptors.isEmpty)
            var answered = 0
            for read in reads {
                switch await read.result {
                case .success(let count):
                    #expect(count == 20_000)
                    answered += 1
                case .failure(let error): #expect(error as? DatabaseError == .closed)
                }
            }
            #expect(answered > 0)
            for unit in [{ try await file.run() }, { _ = try await file.count(longCount) }, { try await file.save() }] {
                await #expect(throws: DatabaseError.closed) { try await unit() }
            }
            #expect(try bench.contents == ["test.db"])
            #expect(bench.descriptors.isEmpty)
            #expect(bench.storage.openCount == 0)
        }
    }

    @Test func `writes that wait when the file closes are durable, and later units are refused`()
        async throws
    {
        try await withWorkbench(joinLimit: .zero) { bench async throws in
            let file = bench.file()
            let gate = Gate()
            async let parked: Void = file.write { _ in gate.wait() }
            await gate.isReached()
            let writes = (0..<300).map { number in Task { await file.result(insert("\(number)")) } }
            while file.waitingWrites < 300 { await Task.yield() }
            let closing = Task { await file.close() }
            while (try? await file.count()) != nil { await Task.yield() }
            gate.open()
            await closing.value
            try await parked
            for write in writes { #expect(try await write.value.get() == 1) }
            #expect(try bench.contents == ["test.db"])
            let again = bench.file()
            #expect(try await again.count() == 300)
            await again.close()
        }
    }

    @Test func `every caller that closes a file waits until it is closed`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            let gate = Gate()
            async let parked: Void = file.write { connection in
                _ = try insert("x")(connection)
                gate.wait()
            }
            await gate.isReached()
            let contents = (0..<10).map { _ in
                Task {
                    await file.close()
                    return try bench.contents
                }
            }
            while (try? await file.count()) != nil { await Task.yield() }
            gate.open()
            try await parked
            for contents in contents { #expect(try await contents.value == ["test.db"]) }
        }
    }

    @Test func `a read that is cancelled while it waits does not keep the file from closing`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            _ = try await file.count()
            let reads = (0..<100).map { _ in Task { try await file.count(longCount) } }
            for _ in 0..<2_000 where file.waitingReads < 20 { await Task.yield() }
            for read in reads { read.cancel() }
            await file.close()
            #expect(try bench.contents == ["test.db"])
            #expect(bench.descriptors.isEmpty)
            for read in reads { _ = await read.result }
        }
    }

    @Test func `files that take turns close and reopen during long reads, and each read gets its result`() async throws
    {
        try await withWorkbench(openFiles: 2) { bench async throws in
            let files = (0..<8).map { bench.file("file\($0).db") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for file in files {
                    for number in 0..<10 {
                        group.addTask { try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(number)"))") }
                        group.addTask {
                            let (long, short) = (try await file.count(longCount), try await file.count())
                            #expect(long == 20_000 && short <= 10)
                        }
                    }
                }
                while let _ = try await group.next() { #expect(bench.storage.openCount <= 2) }
            }
            for file in files { #expect(try await file.count() == 10) }
            for file in files { await file.close() }
            #expect(try bench.contents == files.indices.map { "file\($0).db" })
            #expect(bench.descriptors.isEmpty)
        }
    }

    @Test
    func `a file that waits too long for a place among the open files says so, and opens after another one is closed`()
        async throws
    {
        try await withWorkbench(openFiles: 1, patience: .zero) { bench async throws in
            let (busy, other) = (bench.file("busy.db"), bench.file("other.db"))
            let gate = Gate()
            async let parked: Void = busy.write { _ in gate.wait() }
            await gate.isReached()
            let error = await #expect(throws: DatabaseError.self) { try await other.run("SELECT 1") }
            #expect(error?.kind == .exhausted)
            #expect(error?.message.contains("other.db: all 1 files") == true, "\(error?.message ?? "")")
            #expect(error?.message.contains("'openFiles'") == true)
            gate.open()
            try await parked
            await busy.close()
            try await other.run("INSERT INTO alpha_note (text) VALUES ('x')")
            await other.close()
        }
    }

    @Test func `after the threads have ended, units are refused and an open file can still be closed`() async throws {
        try await withWorkbench { bench async throws in
            let (file, draft) = (bench.file(), bench.draft())
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            bench.storage.stop()
            for unit in [{ try await file.run() }, { _ = try await file.count(longCount) }, { try await draft.save() }]
            {
                await #expect(throws: DatabaseError.closed) { try await unit() }
            }
            await file.close()
            await draft.close()
            #expect(try bench.contents == ["test.db"])
            #expect(bench.descriptors.isEmpty)
        }
    }
}
