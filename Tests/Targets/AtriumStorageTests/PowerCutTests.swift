import AtriumStorage
import FaultyVFS
import Foundation
import Testing

struct PowerCutTests {
    @Test func `no acknowledged commit is lost when the power is cut at any moment`() async throws {
        let power = Power(vfs: try #require(faulty_vfs_register("faulty-power")))
        for seed in 0..<60 as Range<UInt32> {
            try await withWorkbench(vfs: "faulty-power") { bench in
                power.promiseSafeOverwrites(seed % 2 == 0)
                let file = bench.file()
                try await file.run("INSERT INTO alpha_note (text) VALUES ('first')")
                let acknowledged = await withTaskGroup(of: Int?.self) { group in
                    for number in 0..<40 {
                        group.addTask {
                            if number == Int(seed % 40) { power.cut(seed) }
                            do {
                                try await file.run("INSERT INTO alpha_note (text) VALUES (\("n\(number)"))")
                                return number
                            } catch {
                                return nil
                            }
                        }
                    }
                    return await group.reduce(into: []) { list, number in if let number { list.append(number) } }
                }
                await file.close()
                // A reboot removes this file.
                try? FileManager.default.removeItem(atPath: file.path + "-shm")
                power.on()
                let again = bench.file()
                let found = try await again.read { connection in
                    try connection.executor(for: .alpha).rows("SELECT text FROM alpha_note", as: String.self)
                }
                #expect(Set(found).isSuperset(of: acknowledged.map { "n\($0)" } + ["first"]), "seed \(seed)")
                #expect(try await again.read { try $0.kernel.one("PRAGMA integrity_check", as: String.self) } == "ok")
                await again.close()
            }
        }
    }
}

/// `@unchecked Sendable`: the VFS has its own mutex.
private struct Power: @unchecked Sendable {
    let vfs: OpaquePointer

    func cut(_ seed: UInt32) { faulty_vfs_power_cut(vfs, seed) }

    func promiseSafeOverwrites(_ isPromised: Bool) { faulty_vfs_promise_safe_overwrites(vfs, isPromised ? 1 : 0) }

    func on() { faulty_vfs_power_on(vfs) }
}
