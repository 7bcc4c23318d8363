internal import Atrium
internal import AtriumStorage
internal import Foundation

/// The file of one organization, while its platform is closed.
struct OrganizationFile {
    let path: String
    let id: OrganizationID

    init(of id: OrganizationID, in folder: String) { (path, self.id) = ("\(folder)/tenants/\(id).db", id) }

    /// What is stored now.
    func contents() throws -> FileContents { try FileContents(of: path) }

    /// Runs statements as the kernel, in one transaction.
    func change(_ body: @escaping @Sendable (CachingExecutor) throws -> Void) async throws {
        let storage = Storage.forOneFile()
        defer { storage.stop() }
        let file = DatabaseFile(
            path: path, storage: storage, schemas: SchemaSet([(.kernel, KernelSchema.tenant)]),
            identity: id.description, access: .write)
        do { try await file.write { try body($0.kernel) } } catch {
            await file.close()
            throw error
        }
        await file.close()
    }
}

extension Storage {
    /// The storage for a check that uses one file at a time.
    static func forOneFile() -> Storage {
        Storage(
            settings: ConnectionSettings(statementTimeout: .seconds(5)), inlineReadLimit: .milliseconds(2),
            openFiles: 1,
            writerThreads: 1, readerThreads: 1)
    }
}
