import AtriumStorage
import FaultyVFS
import Foundation
import Testing

/// Which units share a transaction, and what that asks of them.
struct SharedCommitTests {
    /// How many of the units share the commit that fails, when one writes and the others come while it runs.
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

    @Test func `what comes while a unit runs is in its commit`() async throws {
        #expect(try await sharing(3, joinLimit: .seconds(60)) == 3)
    }

    @Test func `a transaction that has run for long takes no more units`() async throws {
        #expect(try await sharing(3, joinLimit: .zero) == 1)
    }

    @Test func `at most 256 units share a commit`() async throws {
        #expect(try await sharing(300, joinLimit: .seconds(60)) == 256)
    }

    @Test func `a unit that fails without having changed anything lets none run again`() async throws {
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
    func `what units hand on is written once, without what a failed one added`(_ hasChanged: Bool) async throws {
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
            #expect(results.map { try? $0.get() } == [1, nil, 8])
            // Nothing is left over for the next transaction.
            #expect(try await file.write(adding(16)) == 16)
            let notes = try await file.read { connection in
                try connection.session(for: .alpha).rows("SELECT text FROM alpha_note ORDER BY id", as: String.self)
            }
            #expect(notes == ["1+8", "16"])
            await file.close()
        }
    }

    @Test func `what a unit of a draft hands on is written with it, and lost with it`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft()
            #expect(try await draft.write(adding(1)) == 1)
            await #expect(throws: CancellationError.self) {
                try await draft.write { connection in
                    _ = try adding(4)(connection)
                    throw CancellationError()
                }
            }
            #expect(try await draft.write(adding(8)) == 8)
            // The sum cannot be written twice.
            await #expect(throws: DatabaseError.self) { try await draft.write(adding(8)) }
            #expect(try await draft.write(adding(16)) == 16)
            try await draft.save()
            let notes = try await draft.read { connection in
                try connection.session(for: .alpha).rows("SELECT text FROM alpha_note ORDER BY id", as: String.self)
            }
            #expect(notes == ["1", "8", "16"])
            await draft.close()
        }
    }

    @Test func `when what units hand on cannot be written, none of them took place`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('7')")
            for result in await file.together([insert("lost"), adding(7)]) {
                guard case .failure(let error) = result else {
                    Issue.record("a unit took place")
                    continue
                }
                #expect(error.isDuplicate(of: "alpha_note.text"))
            }
            #expect(try await file.count() == 1)
            try await file.run("INSERT INTO alpha_note (text) VALUES ('kept')")
            #expect(try await file.count() == 2)
            await file.close()
        }
    }
}

/// Hands on a term, and answers it.
private func adding(_ term: Int) -> @Sendable (Connection) throws -> Int {
    { connection in
        let terms = (connection.carry as? Sum)?.terms ?? []
        connection.carry = Sum(terms: terms + [term])
        return term
    }
}

/// Becomes a note of its terms.
private struct Sum: Carry {
    let terms: [Int]

    func write(to connection: Connection) throws {
        _ = try insert(terms.map(String.init).joined(separator: "+"))(connection)
    }
}
