import AtriumStorage
import Foundation
import Testing

/// Created files and folders are accessible to their owner only.
struct ModeTests {
    private func modes(in folder: String) throws -> [String: Int] {
        var modes: [String: Int] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            modes[name] = try mode(of: "\(folder)/\(name)")
        }
        return modes
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `files, their logs, drafts and folders are accessible to their owner only`() async throws {
        try await withWorkbench { bench async throws in
            let (file, draft) = (bench.file(), bench.draft())
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            try await draft.save()
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('y')")
            try Files.createFolder(bench.folder + "/outer/inner")
            #expect(
                try modes(in: bench.folder) == [
                    "test.db": 0o600, "test.db-wal": 0o600, "test.db-shm": 0o600, "draft.db": 0o600,
                    "draft.db-wal": 0o600, "draft.db-shm": 0o600, "outer": 0o700, "outer/inner": 0o700,
                ])
            #expect(try mode(of: bench.folder) == 0o700)
            await file.close()
            await draft.close()
        }
    }

    @Test func `opening a file removes the access of others to the file and its log`() async throws {
        try await withWorkbench { bench async throws in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            await file.close()
            for name in [file.path, file.path + "-wal"] {
                if !Files.exists(name) { try Data().write(to: URL(filePath: name)) }
                try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: name)
            }
            let again = bench.file()
            #expect(try await again.count() == 1)
            #expect(try modes(in: bench.folder).values.allSatisfy { $0 == 0o600 })
            await again.close()
        }
    }
}
