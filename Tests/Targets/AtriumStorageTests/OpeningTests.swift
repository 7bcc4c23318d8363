import AtriumStorage
import Foundation
import Testing

/// What may be in the place of a database, and what the error says about it.
struct OpeningTests {
    private typealias Case = (
        name: String, access: Connection.Access, kind: DatabaseError.Kind, says: [String],
        prepare: @Sendable (_ folder: String, _ path: String) throws -> Void
    )

    private static let cases: [Case] = [
        (
            "noise", .write, .corrupt, ["not a database", "backup"],
            { try fill($1, Data(repeating: 0x58, count: 8192)) }
        ),
        (
            "noise", .create, .corrupt, ["not a database", "backup"],
            { try fill($1, Data(repeating: 0x58, count: 8192)) }
        ),
        ("empty", .write, .lost, ["empty", "backup"], { try fill($1, Data()) }),
        ("missing", .write, .lost, ["no such file", "backup"], { _, _ in }),
        ("missing folder/x", .write, .unavailable, ["no folder", "make it"], { _, _ in }),
        ("missing folder/x", .create, .unavailable, ["no folder", "make it"], { _, _ in }),
        (
            "file/x", .create, .unavailable, ["is a file where a folder is needed"],
            { folder, _ in
                try fill(folder + "/file", Data())
            }
        ),
        ("folder", .write, .unavailable, ["it is a folder", "move it away"], { try Files.createFolder($1) }),
        ("folder", .create, .unavailable, ["it is a folder", "move it away"], { try Files.createFolder($1) }),
        (
            "link", .write, .unavailable, ["symbolic link", "the file itself"],
            { folder, path in
                try fill(folder + "/real", Data())
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/real")
            }
        ),
        (
            "dangling", .create, .unavailable, ["symbolic link", "the file itself"],
            { folder, path in
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/nowhere")
            }
        ),
        (
            "linked/x", .create, .unavailable, ["linked is a symbolic link", "the folder there"],
            { folder, _ in
                try Files.createFolder(folder + "/behind")
                try FileManager.default.createSymbolicLink(
                    atPath: folder + "/linked", withDestinationPath: folder + "/behind")
            }
        ),
        ("log", .create, .unavailable, ["log-wal is not a regular file"], { try Files.createFolder($1 + "-wal") }),
        ("pipe", .write, .unavailable, ["not a regular file"], { _, path in _ = mkfifo(path, 0o600) }),
        ("n\0ul", .create, .unavailable, ["n\\0ul", "NUL", "rename"], { _, _ in }),
    ]

    @Test(arguments: cases.indices)
    func `whatever is wrong with a file, the error names the file, the cause and the remedy`(_ index: Int) async throws
    {
        let (name, access, kind, says, prepare) = Self.cases[index]
        try await withWorkbench { bench async throws in
            let path = "\(bench.folder)/\(name)"
            try prepare(bench.folder, path)
            let file = DatabaseFile(
                path: path, of: "the file of Acme", storage: bench.storage, schemas: plainSchemas, access: access)
            for unit in [{ _ = try await file.count() }, { try await file.run() }] {
                let error = await #expect(throws: DatabaseError.self) { try await unit() }
                #expect(error?.kind == kind)
                let text = error?.description ?? ""
                #expect(
                    text.hasPrefix("the file of Acme: cannot open \(path.replacing("\0", with: "\\0")): "), "\(text)")
                for part in says { #expect(text.contains(part), "\(text)") }
                #expect(!text.contains("in: "), "\(text)")
            }
            await file.close()
            #expect(bench.descriptors.isEmpty)
        }
    }

    @Test func `the error for a damaged page contains the path of the file`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            let text = String(repeating: "x", count: 400)
            for index in 0..<200 { try await file.run("INSERT INTO alpha_note (text) VALUES (\("\(index) \(text)"))") }
            await file.close()
            var bytes = try Data(contentsOf: URL(filePath: file.path))
            for page in 5..<bytes.count / 4096 { for byte in 0..<200 { bytes[page * 4096 + byte] = 0xFF } }
            try bytes.write(to: URL(filePath: file.path))
            let damaged = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await damaged.count("SELECT sum(length(text)) FROM alpha_note NOT INDEXED")
            }
            #expect(error?.kind == .corrupt)
            #expect(error?.message.contains(file.path) == true)
            await damaged.close()
        }
    }

    @Test func `the error for a file from a newer version names the file`() async throws {
        try await withWorkbench { bench async throws in
            let newer = bench.file()
            try await newer.run("SELECT 1")
            await newer.close()
            let older = DatabaseFile(
                path: newer.path, of: "the file of Acme", storage: bench.storage,
                schemas: SchemaSet([(.alpha, Schema())]))
            let error = await #expect(throws: DatabaseError.self) { try await older.count() }
            #expect(error?.kind == .schema)
            #expect(
                error?.message.hasPrefix("the file of Acme: schema of 'alpha': the file was written by a newer") == true
            )
            await older.close()
        }
    }

    private static func fill(_ path: String, _ bytes: Data) throws { try bytes.write(to: URL(filePath: path)) }
}
