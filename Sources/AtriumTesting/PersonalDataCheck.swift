public import Atrium
package import AtriumStorage
internal import Foundation

/// Checks that modules say what their tables hold of people.
///
/// ```swift
/// @Test func `every column with personal data is declared`() async throws {
///     #expect(try await PersonalDataCheck.faults(of: [Greetings.self]).isEmpty)
/// }
/// ```
public enum PersonalDataCheck {
    /// What is wrong with `Module.personalData` of these modules, as advice: columns with texts or bytes, and columns that refer
    /// to members, that are neither exported nor erased nor kept; columns named `…_by`, which say who did something, by whose
    /// value nothing is exported; and names of tables and columns that do not exist.
    public static func faults(of modules: [any Module.Type]) async throws -> [String] {
        try await faults(of: modules.map { (Owner(name: $0.id.description), $0.schema, $0.personalData) })
    }

    /// The same for owners of tables that are no modules.
    package static func faults(
        of owners: [(owner: Owner, schema: Schema, personalData: [PersonalTable])]
    ) async throws -> [String] {
        let storage = Storage(
            settings: ConnectionSettings(statementTimeout: .seconds(5)), inlineReadLimit: .milliseconds(2),
            openFiles: 1,
            writerThreads: 1, readerThreads: 1)
        defer { storage.stop() }
        // A draft stays in memory.
        let path = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString).db").path
        let schemas = SchemaSet(owners.map { ($0.owner, $0.schema) })
        let file = DatabaseFile(path: path, storage: storage, schemas: schemas, draft: schemas)
        let faults = try await file.read { connection in
            try owners.flatMap {
                try PersonalDataFaults(of: $0.owner.name, $0.personalData).find(in: connection.kernel)
            }
        }
        await file.close()
        return faults
    }
}
