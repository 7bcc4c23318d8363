import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// The data folder: who may enter it, and what may be in its place.
struct FolderTests {
    private func modes(in folder: String) throws -> Set<Int> {
        let manager = FileManager.default
        let paths = try manager.subpathsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
        return Set(
            try (paths + [folder]).compactMap { try manager.attributesOfItem(atPath: $0)[.posixPermissions] as? Int })
    }

    @Test func `the files and folders of a platform are accessible to their owner only, and cause no warning`()
        async throws
    {
        let recorder = Recorder()
        try await withAcme([Greetings()], configure: { $0.observer = recorder }) { acme async throws in
            try await acme.tenant[Greetings.self].greet("Ada", as: acme.founder)
            #expect(try modes(in: acme.test.folder) == [0o700, 0o600])
            #expect(recorder.warnings.isEmpty)
        }
    }

    @Test func `a folder that others may enter is reported with its mode and the remedy, and stays unchanged`()
        async throws
    {
        let recorder = Recorder()
        try await withAcme([Greetings()], configure: { $0.observer = recorder }) { acme async throws in
            await acme.test.platform.close()
            let manager = FileManager.default
            let (folder, directory) = (acme.test.folder, acme.test.folder + "/directory.db")
            try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: directory)
            let again = try await acme.test.reopened()
            #expect(
                recorder.warnings == [
                    "users other than its owner can use the folder \(folder), whose mode is 755; chmod 700 it"
                ])
            #expect(try modes(in: folder).subtracting([0o755, 0o700]) == [0o600])
            await again.platform.close()
        }
    }

    @Test func `a data folder may be opened through a symbolic link, and is still the same folder`() async throws {
        try await withAcme([Greetings()]) { acme async throws in
            let link = acme.test.folder + ".link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: acme.test.folder)
            defer { try? FileManager.default.removeItem(atPath: link) }
            let error = await #expect(throws: DatabaseError.self) { try await Platform.open(at: link, modules: []) }
            #expect(error?.kind == .busy)
            await acme.test.platform.close()
            let behind = try await Platform.open(at: link, modules: [Greetings()])
            #expect(try await behind.tenant("acme").id == acme.tenant.id)
            await behind.close()
        }
    }

    @Test func `the error for a file in the place of a folder names the file and the remedy`() async throws {
        let base = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString)").path
        try Files.createFolder(base)
        defer { try? FileManager.default.removeItem(atPath: base) }
        try Data().write(to: URL(filePath: base + "/file"))
        try Files.createFolder(base + "/data")
        try Data().write(to: URL(filePath: base + "/data/tenants"))
        for (folder, named) in [("file", "file"), ("file/inside", "file/inside"), ("data", "data/tenants")] {
            let error = await #expect(throws: DatabaseError.self) {
                try await Platform.open(at: "\(base)/\(folder)", modules: [])
            }
            #expect(error?.kind == .unavailable)
            #expect(error?.message.contains("\(base)/\(named): a file") == true, "\(String(describing: error))")
            #expect(error?.message.contains("move it away") == true)
        }
        try FileManager.default.removeItem(atPath: base + "/data/tenants")
        try Data(repeating: 0x58, count: 8192).write(to: URL(filePath: base + "/data/directory.db"))
        let error = await #expect(throws: DatabaseError.self) {
            try await Platform.open(at: base + "/data", modules: [])
        }
        #expect(
            error?.description.hasPrefix("directory: cannot open \(base)/data/directory.db: it is not a database")
                == true)
    }
}
