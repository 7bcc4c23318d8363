import AtriumStorage
import CSQLite
import FaultyVFS
import Foundation
import Testing

/// On a full disk, a refused write did not take place, and an acknowledged write stays.
struct FullDiskTests {
    /// Fills several pages, so that the disk can become full in the middle of them.
    private static let text = String(repeating: "x", count: 20_000)

    @Test func `when any write of a commit finds the disk full, no unit of this commit takes place`() async throws {
        try await withFaults { bench, vfs in
            var isThrough = false
            for step in 0..<60 where !isThrough {
                let file = bench.file("step\(step).db")
                try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
                let results = await file.together(
                    before: { faulty_vfs_arm(vfs, FAULTY_WRITE, step, 1, SQLITE_FULL) },
                    [insert("a \(Self.text)"), insert("b"), { _ in throw CancellationError() }])
                faulty_vfs_disarm(vfs)
                isThrough = results[0].kind == nil
                if isThrough { #expect(step > 3) }
                let kind: DatabaseError.Kind? = isThrough ? nil : .full
                #expect(results.map(\.kind) == [kind, kind, .misuse], "step \(step)")
                try await file.run("INSERT INTO alpha_note (text) VALUES ('after')")
                await file.close()
                let again = bench.file("step\(step).db")
                #expect(try await again.count() == (isThrough ? 4 : 2), "step \(step)")
                await again.close()
            }
            #expect(isThrough)
        }
    }

    @Test func `a commit is not reported as failed if a crash could restore it`() async throws {
        try await withFaults { bench, vfs in
            for isPromised in [true, false] {
                faulty_vfs_promise_safe_overwrites(vfs, isPromised ? 1 : 0)
                var kinds: [DatabaseError.Kind?] = []
                while kinds.last != .some(nil), kinds.count < 60 {
                    let name = "\(isPromised)\(kinds.count)"
                    let file = bench.file("\(name).db")
                    try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
                    faulty_vfs_arm(vfs, FAULTY_WRITE, kinds.count, 1, SQLITE_FULL)
                    kinds.append(await file.result(insert("second")).kind)
                    faulty_vfs_disarm(vfs)
                    if kinds.last == .full {
                        try bench.crash(name, to: "crash\(name)")
                        let crashed = bench.file("crash\(name).db")
                        #expect(try await crashed.count() == 1)
                        await crashed.close()
                    }
                    await file.close()
                }
                #expect(kinds.count > 3)
                #expect(kinds.dropLast().allSatisfy { $0 == (isPromised ? .full : .outcomeUnknown) }, "\(kinds)")
            }
        }
    }

    @Test
    func `while the disk is full, reads work and closing loses nothing, and writes work again when there is room`()
        async throws
    {
        try await withFaults { bench, vfs in
            let file = bench.file()
            for number in 0..<20 { try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(number)"))") }
            faulty_vfs_arm(vfs, FAULTY_WRITE, 0, -1, SQLITE_FULL)
            for _ in 0..<3 {
                let result = await file.result(insert("refused"))
                #expect(result.kind == .full)
                #expect(try await file.count() == 20)
            }
            // The checkpoint of this close fails too.
            await file.close()
            faulty_vfs_disarm(vfs)
            let again = bench.file()
            #expect(try await again.count() == 20)
            try await again.run("INSERT INTO alpha_note (text) VALUES ('after')")
            #expect(try await again.count() == 21)
            await again.close()
            #expect(try bench.contents == ["test.db"])
        }
    }

    @Test func `a checkpoint that finds the disk full is repeated later`() async throws {
        try await withFaults { bench, vfs in
            let file = bench.file()
            for round in 0..<8 {
                // These are enough pages for a checkpoint after the commit. The commit's own writes are complete when the fault
                // comes.
                let isFull = round % 2 == 1
                if isFull { faulty_vfs_arm(vfs, FAULTY_WRITE, 1100 * 2 + 20, 5, SQLITE_FULL) }
                let result = await file.result { connection in
                    try connection.executor(for: .alpha).run(
                        """
                        INSERT INTO alpha_note (text)
                        SELECT \(round) || '-' || key || printf('%4000d', 0) FROM json_each(\(json: Array(1...1100)))
                        """)
                }
                faulty_vfs_disarm(vfs)
                #expect(result.kind == nil || result.kind == .full)
                if result.kind != nil { try await file.run("SELECT 1") }
            }
            let count = try await file.count()
            #expect(count % 1100 == 0 && count >= 4400)
            await file.close()
            let again = bench.file()
            #expect(try await again.count() == count)
            #expect(try await again.read { try $0.kernel.one("PRAGMA integrity_check", as: String.self) } == "ok")
            await again.close()
        }
    }

    /// IOERR_WRITE, IOERR_FSYNC, IOERR_SHMSIZE.
    @Test(arguments: [778, 1034, 4874] as [Int32])
    func `a commit that fails for another reason has an unknown outcome`(_ code: Int32) async throws {
        let operation = code == 1034 ? FAULTY_SYNC : FAULTY_WRITE
        try await withFaults { bench, vfs in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
            faulty_vfs_arm(vfs, operation, 0, 1, code)
            let result = await file.result(insert("unknown"))
            #expect(result.kind == .outcomeUnknown)
            try await file.run("INSERT INTO alpha_note (text) VALUES ('after')")
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text IN ('first', 'after')") == 2)
            await file.close()
        }
    }

    private func withFaults(_ body: (Workbench, OpaquePointer) async throws -> Void) async throws {
        let name = "faulty-\(UUID().uuidString)"
        let vfs = try #require(faulty_vfs_register(name))
        try await withWorkbench(vfs: name) { try await body($0, vfs) }
    }
}
