internal import Atrium
internal import AtriumStorage
internal import Foundation

/// The file of one organization, while its platform is closed.
struct OrganizationFile {
    let path: String
    let id: OrganizationID

    init(of id: OrganizationID, in folder: String) { (path, self.id) = ("\(folder)/tenants/\(id).db", id) }

    /// The rows of the module, without `hidden` columns.
    func rows(of module: ModuleID, hiding hidden: Set<String> = []) async throws -> ModuleRows {
        try await use { file in
            try await file.read {
                ModuleRows(try OwnedTables(of: Owner(name: module.description), in: $0).rows(hiding: hidden))
            }
        }
    }

    /// Runs statements as the kernel, in one transaction.
    @discardableResult
    func change<Value: Sendable>(
        _ body: @escaping @Sendable (CachingExecutor) throws -> Value
    ) async throws -> Value {
        try await use { file in try await file.write { try body($0.kernel) } }
    }

    private func use<Value: Sendable>(_ body: (DatabaseFile) async throws -> Value) async throws -> Value {
        try await DatabaseFile.with(
            path: path, schemas: SchemaSet([(.kernel, KernelSchema.tenant)]), identity: id.description, access: .write,
            body)
    }
}

extension DatabaseFile {
    /// Opens one file for a check, and closes it.
    static func with<Value: Sendable>(
        path: String, schemas: SchemaSet, identity: String, access: Connection.Access,
        _ body: (DatabaseFile) async throws -> Value
    ) async throws -> Value {
        let storage = Storage(
            settings: ConnectionSettings(statementTimeout: .seconds(5)), inlineReadLimit: .milliseconds(2),
            openFiles: 1, writerThreads: 1, readerThreads: 1)
        defer { storage.stop() }
        let file = DatabaseFile(path: path, storage: storage, schemas: schemas, identity: identity, access: access)
        do {
            let value = try await body(file)
            await file.close()
            return value
        } catch {
            await file.close()
            throw error
        }
    }
}
