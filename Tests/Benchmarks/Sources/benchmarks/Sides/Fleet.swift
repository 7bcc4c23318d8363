import Atrium
import Foundation

/// Sixteen organizations with the same items: as tenants of one platform, for the C API, and as pools of the peer.
struct Fleet {
    static let size = 16
    static let itemCount = 2_000

    let tenants: [(items: ItemService, principal: Principal)]
    let raw: [RawItems]
    /// The principals' ids as they are in the files.
    let memberIDs: [String]
    let peers: [PeerItems]

    static func with(_ body: (Fleet) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let data = folder + "/atrium"
            let ids = try await found(in: data)
            var copies: [String: [String]] = [:]
            for kind in ["raw", "peer"] {
                copies[kind] = try ids.map { id in
                    let copy = "\(folder)/\(kind)-\(id).db"
                    try FileManager.default.copyItem(atPath: "\(data)/tenants/\(id).db", toPath: copy)
                    return copy
                }
            }
            let platform = try await Platform.open(at: data, modules: Trio.modules)
            do {
                let fleet = try await Fleet(platform, ids, raw: copies["raw"] ?? [], peer: copies["peer"] ?? [])
                try await fleet.growLogs()
                try await body(fleet)
                for peer in fleet.peers { try peer.close() }
                await platform.close()
            } catch {
                await platform.close()
                throw error
            }
        }
    }

    private static func found(in folder: String) async throws -> [OrganizationID] {
        let platform = try await Platform.open(at: folder, modules: Trio.modules)
        var ids: [OrganizationID] = []
        for number in 0..<size {
            let (tenant, principal) = try await platform.foundOrganization("fleet-\(number)")
            try await tenant[Items.self].add(0..<itemCount, as: principal)
            ids.append(tenant.id)
        }
        await platform.close()
        return ids
    }

    private init(_ platform: Platform, _ ids: [OrganizationID], raw: [String], peer: [String]) async throws {
        var tenants: [(items: ItemService, principal: Principal)] = []
        for id in ids {
            let tenant = try await platform.tenant(id)
            tenants.append((try tenant[Items.self], try await platform.founder(of: tenant)))
        }
        self.tenants = tenants
        self.raw = try raw.map(RawItems.init)
        memberIDs = try self.raw.map { try $0.database.text("SELECT id FROM kernel_member LIMIT 1") }
        peers = try peer.map(PeerItems.init)
    }

    private func growLogs() async throws {
        for (items, principal) in tenants { try await items.growLog(rows: 1_200, as: principal) }
        for raw in raw { try raw.growLog(rows: 1_200) }
        for peer in peers { try await peer.growLog(rows: 1_200) }
    }

    // MARK: - After a run

    /// Removes the items that were added, and returns their number.
    func takeOurs() async throws -> Int {
        var count = 0
        for (items, principal) in tenants {
            count += try await items.count(from: Self.itemCount, as: principal)
            try await items.remove(from: Self.itemCount, as: principal)
        }
        return count
    }

    func takeRaw() throws -> Int {
        try raw.reduce(0) { count, raw in
            let written = try raw.count(from: Self.itemCount)
            try raw.remove(from: Self.itemCount)
            return count + written
        }
    }

    func takePeers() async throws -> Int {
        var count = 0
        for peer in peers {
            count += try await peer.count(from: Self.itemCount)
            try await peer.remove(from: Self.itemCount)
        }
        return count
    }
}
