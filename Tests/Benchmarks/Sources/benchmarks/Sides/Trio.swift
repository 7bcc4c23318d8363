import Atrium
import Foundation

/// The same items three times: in a tenant, for the C API, and for the peer. Each has a WAL that has already grown.
struct Trio {
    static let itemCount = 10_000

    let tenant: Tenant
    let items: ItemService
    let principal: Principal
    let raw: RawItems
    let rawPath: String
    let peer: PeerItems

    /// The principal's id as it is in the file.
    let memberID: String

    /// Runs a body with a trio in its own folder.
    static func with(_ body: (Trio) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let (slug, copies) = try await found(in: folder)
            let platform = try await Platform.open(at: folder + "/atrium", modules: modules)
            do {
                let tenant = try await platform.tenant(slug)
                let trio = try await Trio(platform: platform, tenant: tenant, copies: copies)
                try await trio.growLogs([platformFile(of: tenant, in: folder)] + copies)
                try await body(trio)
                try trio.peer.close()
                await platform.close()
            } catch {
                await platform.close()
                throw error
            }
        }
    }

    static let modules: [any Module] = [Items(), Tallies()]
    static let founder = "founder@acme.example"

    /// Provisions an organization with its items, and makes two copies of its file.
    private static func found(in folder: String) async throws -> (slug: String, copies: [String]) {
        let platform = try await Platform.open(at: folder + "/atrium", modules: modules)
        let (tenant, principal) = try await platform.foundOrganization("acme")
        try await tenant[Items.self].add(0..<itemCount, as: principal)
        await platform.close()
        let copies = ["raw.db", "peer.db"].map { "\(folder)/\($0)" }
        for copy in copies {
            try FileManager.default.copyItem(atPath: platformFile(of: tenant, in: folder), toPath: copy)
        }
        return ("acme", copies)
    }

    private static func platformFile(of tenant: Tenant, in folder: String) -> String {
        "\(folder)/atrium/tenants/\(tenant.id).db"
    }

    private init(platform: Platform, tenant: Tenant, copies: [String]) async throws {
        self.tenant = tenant
        items = try tenant[Items.self]
        principal = try await platform.founder(of: tenant)
        rawPath = copies[0]
        raw = try RawItems(path: rawPath)
        peer = try PeerItems(path: copies[1])
        memberID = try raw.database.text("SELECT id FROM kernel_member LIMIT 1")
    }

    private func growLogs(_ files: [String]) async throws {
        try await items.growLog(rows: 1_200, as: principal)
        try raw.growLog(rows: 1_200)
        try await peer.growLog(rows: 1_200)
        for file in files {
            let size = FileManager.default.size(of: file + "-wal")
            guard size >= 4_000_000 else {
                throw HarnessError("the WAL of \(file) has only \(size) bytes; it has not grown")
            }
        }
    }
}

extension Platform {
    /// Provisions an organization. Its founder has an account and is its administrator.
    func foundOrganization(_ slug: String) async throws -> (Tenant, Principal) {
        let address = try EmailAddress(Trio.founder)
        if try await account(address) == nil {
            _ = try await createAccount(provenAddress: address, name: "Founder")
        }
        let tenant = try await createOrganization(
            OrganizationSettings(name: "Organization \(slug)"), slug: slug, founder: address)
        return (tenant, try await founder(of: tenant))
    }

    func founder(of tenant: Tenant) async throws -> Principal {
        guard let account = try await account(EmailAddress(Trio.founder)) else {
            throw HarnessError("the founder has no account")
        }
        return try await tenant.principal(for: account)
    }
}
