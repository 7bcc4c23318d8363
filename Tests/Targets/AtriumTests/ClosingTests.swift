import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Closing under load, with hundreds of reads that are too long for their callers' threads.
struct ClosingTests {
    @Test func `reads that run when an organization is suspended complete, and later ones throw the suspended error`()
        async throws
    {
        try await withAcme([Tallies()]) { acme async throws in
            let reads = try await reads(of: acme)
            try await acme.test.platform.suspend(acme.tenant.id)
            #expect(try leftovers(in: acme.test.folder + "/tenants").isEmpty)
            #expect(try await answered(reads) > 0)
            try await acme.test.platform.resume(acme.tenant.id)
            let again = try await acme.test.platform.tenant("acme")
            #expect(try await again[Tallies.self].tally(as: acme.founder) == Tallies.count)
        }
    }

    @Test func `deleting an organization under load leaves no part of its file`() async throws {
        try await withAcme([Tallies()]) { acme async throws in
            let reads = try await reads(of: acme)
            async let suspended: Void? = try? acme.test.platform.suspend(acme.tenant.id)
            try await acme.test.platform.delete(acme.tenant.id)
            #expect(try FileManager.default.contentsOfDirectory(atPath: acme.test.folder + "/tenants").isEmpty)
            #expect(try leftovers(in: acme.test.folder + "/tenants").isEmpty)
            _ = await suspended
            _ = try await answered(reads)
        }
    }

    @Test func `a platform that two tasks close under load leaves no log and no open descriptor`() async throws {
        try await withAcme([Tallies()]) { acme async throws in
            let reads = try await reads(of: acme)
            let folder = acme.test.folder
            try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        await acme.test.platform.close()
                        return try leftovers(in: folder)
                    }
                }
                for try await left in group { #expect(left.isEmpty) }
            }
            #expect(try await answered(reads) > 0)
            #expect(try leftovers(in: folder).isEmpty)
        }
    }

    private func reads(of acme: Acme) async throws -> [Task<Int, any Error>] {
        let service = try acme.tenant[Tallies.self]
        let founder = acme.founder
        let reads = (0..<300).map { _ in Task { try await service.tally(as: founder) } }
        for _ in 0..<2_000 where acme.tenant.file.waitingReads < 50 { await Task.yield() }
        return reads
    }

    /// The number of reads that got their result. The others came too late.
    private func answered(_ reads: [Task<Int, any Error>]) async throws -> Int {
        var count = 0
        for read in reads {
            switch await read.result {
            case .success(let tally):
                #expect(tally == Tallies.count)
                count += 1
            case .failure(let error): #expect(error as? OrganizationError == .suspended)
            }
        }
        return count
    }
}

/// The logs in a folder, and the files in it that this process has open. A system without `/proc` does not list open files.
private func leftovers(in folder: String) throws -> [String] {
    let manager = FileManager.default
    let logs = try manager.subpathsOfDirectory(atPath: folder).filter { $0.contains(".db-") }
    let open = (try? manager.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return logs
        + open.compactMap { try? manager.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
        .filter { $0.hasPrefix(folder + "/") }
}

/// Counts for longer than a read on its caller's thread may take.
private struct Tallies: Module {
    static let id: ModuleID = "tallies"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = [.tally]
    static let schema = Schema()
    static let count = 20_000

    struct Service: Sendable {
        let store: Store

        func tally(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .tally) { work in
                try work.one(
                    """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Tallies.count))
                    SELECT count(*) FROM n
                    """, as: Int.self)
            }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

extension Permission {
    fileprivate static let tally = Permission("tallies.tally", grantedTo: .everyMember)
}
