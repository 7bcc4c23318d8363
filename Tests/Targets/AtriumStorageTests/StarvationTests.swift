import AtriumStorage
import AtriumSystem
import Foundation
import Testing

struct StarvationTests {
    @Test func `two endless scans on one file do not stop short reads on another file or unrelated tasks`() async throws
    {
        try await withWorkbench(deadline: .seconds(8)) { bench in
            let busy = bench.file("busy.db")
            let calm = bench.file("calm.db")
            try await calm.run("INSERT INTO alpha_note (text) VALUES ('here')")
            let endless: SQL = """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
                """
            let finished = Count()
            let scans = (0..<2).map { _ in
                Task {
                    defer { finished.add() }
                    return try await busy.count(endless)
                }
            }
            // Both scans end only by their deadline. A read that completes before the first scan ends did not wait for either
            // of them. The number of such reads depends on the machine.
            var reads = 0
            while finished.value == 0, reads < 10 {
                #expect(try await calm.count() == 1)
                let turn = await Task { 1 }.value
                if finished.value == 0 { reads += turn }
            }
            #expect(reads > 0)
            for scan in scans {
                let error = await #expect(throws: DatabaseError.self) { try await scan.value }
                #expect(error?.kind == .deadline)
            }
            await busy.close()
            await calm.close()
        }
    }

    @Test func `a file with an endless stream of writes gives the next turn to another file`() async throws {
        try await withWorkbench(joinLimit: .zero, writerThreads: 1) { bench in
            let (busy, calm) = (bench.file("busy.db"), bench.file("calm.db"))
            let (turns, gate) = (Count(), Gate())
            // Each unit ends only when the next one waits.
            @Sendable func keepBusy() {
                turns.add()
                guard turns.value < 100 else { return }
                Task { try await busy.write { _ in keepBusy() } }
                while busy.waitingWrites == 0 { sched_yield() }
            }
            async let first: Void = busy.write { _ in
                gate.wait()
                keepBusy()
            }
            await gate.isReached()
            async let turn = calm.write { _ in turns.value }
            while calm.waitingWrites == 0 { await Task.yield() }
            gate.open()
            #expect(try await turn == 1)
            try await first
            await busy.close()
            await calm.close()
        }
    }
}

private final class Count: Sendable {
    private let count = Locked(0)

    var value: Int { count.withLock { $0 } }

    func add() { count.withLock { $0 += 1 } }
}
