import AtriumStorage
import AtriumSystem
import CSQLite
import FaultyVFS
import Foundation
import Testing

struct DraftTests {
    @Test func `a saved draft is a complete file in WAL mode, and an unsaved draft leaves no file`() async throws {
        try await withWorkbench { bench in
            let ran = Recorder()
            let draft = bench.draft { ran.note($0) }
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            #expect(try await draft.count() == 1)
            #expect(try bench.contents.isEmpty)
            try await draft.save()
            #expect(try bench.contents == ["draft.db"])
            #expect(try Data(contentsOf: URL(filePath: draft.path))[18...19] == Data([2, 2]))
            // Another process could open the file in this way.
            let other = bench.file("draft.db")
            #expect(try await other.count() == 1)
            await other.close()
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('y')")
            #expect(try await draft.count() == 2)
            #expect(ran.noted.isEmpty)
            await draft.close()
        }
    }

    @Test func `a draft that is closed before it is saved leaves no file and refuses units`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft()
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            await draft.close()
            #expect(try bench.contents.isEmpty)
            for unit in [{ try await draft.run() }, { _ = try await draft.count() }, { try await draft.save() }] {
                let error = await #expect(throws: DatabaseError.self) { try await unit() }
                #expect(error?.kind == .unavailable)
            }
        }
    }

    @Test func `a failed unit of a draft leaves no change, and a read cannot write`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft()
            let (insert, twice): (SQL, SQL) = (
                "INSERT INTO alpha_note (text) VALUES ('x')", "INSERT INTO alpha_note (text) VALUES ('y'), ('y')"
            )
            let failure = await #expect(throws: DatabaseError.self) { try await draft.run(insert, twice) }
            #expect(failure?.isDuplicate(of: "alpha_note.text") == true)
            let refusal = await #expect(throws: DatabaseError.self) {
                try await draft.read { try $0.executor(for: .alpha).run(insert) }
            }
            #expect(refusal?.kind == .readOnly)
            try await draft.run(insert)
            try await draft.save()
            #expect(try await draft.count() == 1)
            await draft.close()
        }
    }

    @Test func `a draft that cannot be saved throws, and later units say that it is lost`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft("folder/draft.db")
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            let error = await #expect(throws: DatabaseError.self) { try await draft.save() }
            #expect(error?.kind == .unavailable)
            try Files.createFolder(bench.folder + "/folder")
            for unit in [{ try await draft.run() }, { _ = try await draft.count() }, { try await draft.save() }] {
                let error = await #expect(throws: DatabaseError.self) { try await unit() }
                #expect(error?.kind == .unavailable)
                #expect(error?.message.contains("lost") == true)
            }
            await draft.close()
        }
    }

    @Test(arguments: [FAULTY_WRITE, FAULTY_SYNC])
    func `a save that the disk refuses at any step leaves no file`(_ operation: FaultyOperation) async throws {
        let name = "faulty-\(UUID().uuidString)"
        let vfs = try #require(faulty_vfs_register(name))
        try await withWorkbench(vfs: name) { bench in
            var saved = 0
            for step in 0..<40 where saved == 0 {
                let draft = bench.draft()
                try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
                faulty_vfs_arm(vfs, operation, step, 1, SQLITE_FULL)
                do {
                    try await draft.save()
                    saved += 1
                } catch let error as DatabaseError {
                    #expect(error.kind == .full)
                    #expect(try bench.contents.isEmpty)
                }
                faulty_vfs_disarm(vfs)
                await draft.close()
                if saved == 0 { continue }
                #expect(step > 0)
                let file = bench.file("draft.db")
                #expect(try await file.count() == 1)
                await file.close()
            }
            #expect(saved == 1)
        }
    }

    @Test func `concurrent units and a save of a draft lose no change`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft()
            try await withThrowingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask { try await draft.run("INSERT INTO alpha_note (text) VALUES (\(number))") }
                    group.addTask { _ = try await draft.count() }
                    if number == 50 { group.addTask { try await draft.save() } }
                }
                try await group.waitForAll()
            }
            #expect(try await draft.count() == 100)
            await draft.close()
        }
    }

    @Test func `a save overwrites the temporary file that a crash left`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft()
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            try Data(repeating: 0x58, count: 1 << 20).write(to: URL(filePath: draft.path + ".tmp"))
            try await draft.save()
            #expect(try bench.contents == ["draft.db"])
            #expect(try Data(contentsOf: URL(filePath: draft.path)).count < 1 << 20)
            #expect(try await draft.count() == 1)
            await draft.close()
        }
    }

    @Test func `a draft does not replace an existing file`() async throws {
        try await withWorkbench { bench in
            let file = bench.file("draft.db")
            try await file.run("INSERT INTO alpha_note (text) VALUES ('kept')")
            let draft = bench.draft()
            let error = await #expect(throws: DatabaseError.self) { try await draft.save() }
            #expect(error?.kind == .unavailable)
            #expect(try await file.count() == 1)
            await file.close()
        }
    }

    @Test func `drafts with different schemas start with different tables`() async throws {
        try await withWorkbench { bench in
            let both = bench.draft("both.db")
            let one = bench.draft("one.db", schemas: SchemaSet(Array(plainSchemas.schemas.dropLast())))
            for file in [both, one, bench.draft("again.db")] { _ = try await file.count() }
            #expect(try await both.count("SELECT count(*) FROM beta_note", as: .beta) == 0)
            await #expect(throws: DatabaseError.self) {
                try await one.count("SELECT count(*) FROM beta_note", as: .beta)
            }
            for file in [both, one] { await file.close() }
            let after = bench.draft("after.db")
            #expect(try await after.count("SELECT count(*) FROM beta_note", as: .beta) == 0)
            await after.close()
        }
    }
}

extension Workbench {
    func draft(
        _ name: String = "draft.db", schemas: SchemaSet = plainSchemas,
        didMigrate: @escaping @Sendable ([String]) -> Void = { _ in }
    ) -> DatabaseFile {
        DatabaseFile(
            path: "\(folder)/\(name)", storage: storage, schemas: schemas, access: .write, draft: schemas,
            didMigrate: didMigrate)
    }

    var contents: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }
}

private final class Recorder: Sendable {
    private let texts = Locked<[String]>([])
    func note(_ more: [String]) { texts.withLock { $0 += more } }
    var noted: [String] { texts.withLock { $0 } }
}
