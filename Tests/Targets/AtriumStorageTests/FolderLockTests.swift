import AtriumStorage
import Foundation
import Testing

struct FolderLockTests {
    @Test func `a locked folder is busy until its lock is released`() async throws {
        try await withWorkbench { bench async throws in
            try FolderLock(bench.folder).release()
            let held = try FolderLock(bench.folder)
            let error = #expect(throws: DatabaseError.self) { try FolderLock(bench.folder) }
            #expect(error?.kind == .busy)
            #expect(error?.message.contains(bench.folder) == true)
            held.release()
            _ = try FolderLock(bench.folder)
        }
    }

    @Test func `the lock creates no file that someone could delete, and it holds after all files are deleted`()
        async throws
    {
        try await withWorkbench { bench async throws in
            let held = try FolderLock(bench.folder)
            for name in try bench.contents { try FileManager.default.removeItem(atPath: "\(bench.folder)/\(name)") }
            #expect(throws: DatabaseError.self) { try FolderLock(bench.folder) }
            #expect(try bench.contents.isEmpty)
            held.release()
        }
    }

    @Test func `the lock of one process keeps another process out of the folder`() async throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/flock") else { return }
        try await withWorkbench { bench async throws in
            // Another process that holds the lock while it runs the command.
            func otherProcess(_ command: String) throws -> UnsafeMutablePointer<FILE> {
                try #require(popen("flock --nonblock '\(bench.folder)' \(command)", "w"))
            }
            let held = try FolderLock(bench.folder)
            #expect(pclose(try otherProcess("true")) == 1 << 8)
            held.release()
            let holder = try otherProcess("sh -c 'echo > \(bench.folder)/held; read line'")
            let deadline = ContinuousClock.now + .seconds(60)
            while !FileManager.default.fileExists(atPath: bench.folder + "/held"), ContinuousClock.now < deadline {
                sched_yield()
            }
            let error = #expect(throws: DatabaseError.self) { try FolderLock(bench.folder) }
            #expect(error?.kind == .busy)
            pclose(holder)
            try FolderLock(bench.folder).release()
        }
    }

    @Test func `no file opens in place of a moved or replaced folder, and work continues when the folder is back`()
        async throws
    {
        try await withWorkbench { bench async throws in
            let (folder, away) = (bench.folder + "/data", bench.folder + "/away")
            try Files.createFolder(folder)
            let lock = try FolderLock(folder)
            let storage = Storage(
                settings: ConnectionSettings(statementTimeout: .seconds(5)), inlineReadLimit: .milliseconds(2),
                openFiles: 1, writerThreads: 1, readerThreads: 1, lock: lock)
            func file(_ name: String, isDraft: Bool = false) -> DatabaseFile {
                DatabaseFile(
                    path: "\(folder)/\(name).db", storage: storage, schemas: plainSchemas,
                    draft: isDraft ? plainSchemas : nil)
            }
            let (first, second) = (file("first"), file("second"))
            try await first.run("INSERT INTO alpha_note (text) VALUES ('x')")
            try await second.run("INSERT INTO alpha_note (text) VALUES ('x')")
            try FileManager.default.moveItem(atPath: folder, toPath: away)
            for isReplaced in [false, true] {
                if isReplaced { try Files.createFolder(folder) }
                let draft = file("draft", isDraft: true)
                for unit in [{ try await first.run() }, { _ = try await first.count() }, { try await draft.save() }] {
                    let error = await #expect(throws: DatabaseError.self) { try await unit() }
                    #expect(error?.kind == .unavailable)
                    #expect(error?.message.contains("\(folder) was moved or replaced") == true)
                }
                await draft.close()
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            try FileManager.default.removeItem(atPath: folder)
            try FileManager.default.moveItem(atPath: away, toPath: folder)
            #expect(try await first.count() == 1)
            for file in [first, second] { await file.close() }
            storage.stop()
            lock.release()
        }
    }
}
