import AtriumStorage
import AtriumSystem
import FaultyVFS
import Foundation
import Testing

/// Which units share a transaction, and what follows from that.
struct SharedCommitTests {
    /// The number of units that share the failing commit, when one unit writes and the others arrive while it runs.
    private func sharing(_ count: Int, joinLimit: Duration) async throws -> Int {
        let name = "faulty-\(UUID().uuidString)"
        let vfs = try #require(faulty_vfs_register(name))
        return try await withWorkbench(vfs: name, joinLimit: joinLimit) { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('before')")
            let gate = Gate()
            async let first = file.result { connection in
                gate.wait()
                return try insert("first")(connection)
            }
            await gate.isReached()
            faulty_vfs_arm(vfs, FAULTY_SYNC, 0, 1, 1034)
            let tasks = (1..<count).map { number in Task { await file.result(insert("\(number)")) } }
            while file.waitingWrites < count - 1 { await Task.yield() }
            gate.open()
            var results = [await first]
            for task in tasks { results.append(await task.value) }
            #expect(try await file.count() >= count - results.count { (try? $0.get()) == nil })
            await file.close()
            return results.count { $0.kind == .outcomeUnknown }
        }
    }

    @Test func `units that arrive while a unit runs share its commit`() async throws {
        #expect(try await sharing(3, joinLimit: .seconds(86_400)) == 3)
    }

    @Test func `a transaction that has run for a long time takes no more units`() async throws {
        #expect(try await sharing(3, joinLimit: .zero) == 1)
    }

    @Test func `at most 256 units share a commit`() async throws {
        #expect(try await sharing(300, joinLimit: .seconds(86_400)) == 256)
    }

    @Test func `a failed unit that changed nothing causes no other unit to run again`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let runs = Locked(0)
            let counted: @Sendable (Connection) throws -> Int = { connection in
                runs.withLock { $0 += 1 }
                return try insert("counted")(connection)
            }
            let results = await file.together([counted, { _ in throw CancellationError() }, insert("after")])
            #expect(results.count { (try? $0.get()) == 1 } == 2)
            #expect(runs.withLock { $0 } == 1)
            let count = try await file.count()
            #expect(count == 2)
            await file.close()
        }
    }

    @Test(arguments: [false, true])
    func `the chain's head that units pass on is written once, without the entries of a failed unit`(_ hasChanged: Bool)
        async throws
    {
        try await withWorkbench { bench in
            let file = bench.file()
            let results = await file.together([
                adding(1),
                { connection in
                    if hasChanged { _ = try insert("spoilt")(connection) }
                    _ = try adding(4)(connection)
                    throw CancellationError()
                }, adding(8),
            ])
            #expect(results.map { try? $0.get() } == [1, nil, 9])
            var heads = [try await file.head(), try await file.write(adding(16))]
            await file.close()
            let again = bench.file()
            heads += [try await again.head(), try await again.write(adding(1))]
            #expect(heads == [9, 25, 25, 26])
            await again.close()
        }
    }

    @Test func `the chain's head of a unit of a draft is written with the unit, and lost with a failed unit`()
        async throws
    {
        try await withWorkbench { bench in
            let draft = bench.draft()
            #expect(try await draft.write(adding(1)) == 1)
            await #expect(throws: CancellationError.self) {
                try await draft.write { connection in
                    _ = try adding(4)(connection)
                    throw CancellationError()
                }
            }
            #expect(try await draft.write(adding(8)) == 9)
            try await draft.save()
            #expect(try await draft.head() == 9)
            await draft.close()
        }
    }

    @Test func `when the mark of a commit cannot be written, its units do not take place, and the next units do`()
        async throws
    {
        try await withWorkbench { bench in
            let file = bench.file()
            _ = try await file.write { connection in
                try connection.kernel.run(
                    """
                    CREATE TRIGGER kernel_refusal BEFORE UPDATE ON kernel_file WHEN NEW.entries = 7
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """)
            }
            for result in await file.together([insert("lost"), adding(7)]) {
                guard case .failure(let error) = result else {
                    Issue.record("a unit took place")
                    continue
                }
                #expect(error.kind != .outcomeUnknown)
            }
            let counts = [
                try await file.count(), try await file.write(adding(2)), try await file.head(), try await file.count(),
            ]
            #expect(counts == [0, 2, 2, 1])
            await file.close()
        }
    }
}

/// Adds entries to the chain's head, and adds a row, as an audited unit does. Returns the number of entries in the chain.
private func adding(_ entries: Int) -> @Sendable (Connection) throws -> Int {
    { connection in
        var head = try connection.chainHead()
        head.entries += entries
        _ = try insert("entries \(head.entries)")(connection)
        connection.nextHead = head
        return head.entries
    }
}

extension DatabaseFile {
    /// The number of entries in the chain, as the file states it.
    fileprivate func head() async throws -> Int {
        try await read { try $0.kernel.one("SELECT entries FROM kernel_file", as: Int.self) }
    }
}
