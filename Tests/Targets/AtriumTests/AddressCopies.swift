import AtriumOperations
import AtriumTesting
import Foundation

@testable import Atrium

/// Records the members whose address changed. A `nil` list makes it refuse the change.
struct AddressWitness: Module {
    static let id: ModuleID = "witness"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    struct Refusal: Error {}

    func start(in tenant: TenantContext) throws -> Locked<[MemberID]?> {
        let seen = Locked<[MemberID]?>([])
        try tenant.on(MemberAddressChanged.self) { event, _ in
            try seen.withLock { seen in
                if seen == nil { throw Refusal() }
                seen?.append(event.member)
            }
        }
        return seen
    }
}

extension Tenant {
    func email(_ principal: Principal) async throws -> String? {
        try await store.read(as: .kernel, .enter) { work in
            try principal.member.flatMap { try work.member($0)?.email.description }
        }
    }

    func whoHas(_ address: EmailAddress) async throws -> StoredMember? {
        try await store.read(as: .kernel, .enter) { try $0.member(address: address) }
    }

    var chain: [String] {
        get async throws {
            try await file.read { connection in
                try connection.kernel.rows("SELECT payload FROM kernel_audit ORDER BY sequence", as: String.self)
            }
        }
    }
}

extension Directory {
    /// The number of address copies that are still due.
    var dueCopies: Int {
        get async throws {
            try await file.read { try $0.kernel.one("SELECT count(*) FROM kernel_address_copy", as: Int.self) }
        }
    }
}

extension TemporaryPlatform {
    var dueCopies: Int { get async throws { try await platform.directory.dueCopies } }

    /// Deletes the directory and rebuilds it from the organizations' files.
    func rebuilt() async throws -> DirectoryReport {
        await platform.close()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: "\(folder)/directory.db\(suffix)")
        }
        return try await Platform.rebuildDirectory(configuration, modules: [])
    }

    /// Opens a copy of the folder as a crash leaves it: nothing was closed.
    func afterCrash() async throws -> Platform {
        let copy = folder + "/crashed"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
        for name in ["directory.db", "directory.db-wal", "tenants"] {
            try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(copy)/\(name)")
        }
        var configuration = configuration
        configuration.folder = copy
        return try await Platform.open(configuration, modules: [])
    }
}
