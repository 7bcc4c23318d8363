internal import AtriumDirectory

/// A mismatch in the data folder. `Platform.repair(_:)` of AtriumOperations may repair it.
public typealias Discrepancy = FolderDiscrepancy<any Organization>

/// Finds mismatches in the folder. They are also found when the folder is opened, and reported to the observer. A mismatch of
/// one organization does not affect the others.
extension Platform {
    /// The present mismatches, in the folder and in the open organizations.
    public func discrepancies() async throws -> [Discrepancy] {
        var found = Discrepancy.all(
            of: try await directory.states(), and: Set(try Self.organizationFiles(in: configuration.folder)))
        for tenant in await started() { found += try await tenant.index.discrepancies() }
        return found
    }

    /// The organizations that are open.
    package func started() async -> [Tenant] {
        var started: [Tenant] = []
        for task in (tenants.withLock { $0 } ?? [:]).values {
            if let tenant = try? await task.value { started.append(tenant) }
        }
        return started
    }
}
