import AtriumTesting
import CSQLite
import FaultyVFS
import Foundation
import Testing

@testable import Atrium

/// The work that follows a commit. It neither fails the commit nor undoes it.
struct FollowingTests {
    @Test func `a caller that is cancelled after the commit gets its value, and the directory is updated`() async throws
    {
        let between = Between()
        try await withAcme(configure: { $0.interrupt = { try between.at($0) } }) { acme in
            let platform = acme.test.platform
            let account = try await platform.createAccount(provenAddress: EmailAddress("ada@x.example"), name: "Ada")
            let joining = Task {
                try await acme.tenant.admit(
                    account, name: "Ada", address: EmailAddress("ada@x.example"), assignments: [], teams: [])
            }
            between.act.withLock { $0 = { joining.cancel() } }
            let member = try await joining.value
            #expect(try await platform.organizations(of: account).map(\.member) == [member])
            // The same is true for the copy of the settings.
            let renaming = Task {
                try await acme.tenant.settings.change(OrganizationSettings(name: "New"), as: acme.founder)
            }
            between.act.withLock { $0 = { renaming.cancel() } }
            try await renaming.value
            #expect(try await platform.organizations(of: account).map(\.name) == ["New"])
        }
    }

    @Test func `a full directory turns no commit into a failure, and is updated when there is room`() async throws {
        let (between, recorder, vfs) = (Between(), Recorder(), "full directory")
        // Reason: the faults have their own lock.
        nonisolated(unsafe) let faults = faulty_vfs_register(vfs)
        try await withAcme(configure: {
            $0.interrupt = { try between.at($0) }; $0.observer = recorder; $0.vfs = vfs
        }) { acme in
            let platform = acme.test.platform
            let account = try await platform.createAccount(provenAddress: EmailAddress("ada@x.example"), name: "Ada")
            let full = { @Sendable in faulty_vfs_arm(faults, FAULTY_WRITE, 0, -1, SQLITE_FULL) }
            between.act.withLock { $0 = full }
            let member = try await acme.tenant.admit(
                account, name: "Ada", address: EmailAddress("ada@x.example"), assignments: [], teams: [])
            #expect(recorder.behind == 1)
            #expect(try await platform.organizations(of: account).isEmpty)
            faulty_vfs_disarm(faults)
            // Any later commit or run updates the directory.
            try await platform.runDue()
            #expect(try await platform.organizations(of: account).map(\.member) == [member])
            between.act.withLock { $0 = full }
            try await acme.tenant.settings.change(OrganizationSettings(name: "New"), as: acme.founder)
            faulty_vfs_disarm(faults)
            #expect(try await platform.organizations(of: account).map(\.name) == ["Acme"])
            _ = try await acme.tenant.teams.create("North", as: acme.founder)
            #expect(try await platform.organizations(of: account).map(\.name) == ["New"])
        }
    }

    @Test func `a membership index that a clean end left complete is not repaired at the next opening`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            _ = try await acme.member("ada")
            for _ in 0..<2 {
                let again = try await acme.test.reopened()
                let tenant = try await again.platform.tenant("acme")
                try await tenant.members.leave(as: acme.member(in: tenant, of: again))
                await again.platform.close()
            }
            #expect(recorder.repaired == 0)
        }
    }

    @Test func `the membership index follows a file that is replaced by an older one while the platform runs`()
        async throws
    {
        try await withAcme { acme in
            let (platform, path) = (acme.test.platform, "\(acme.test.folder)/tenants/\(acme.tenant.id).db")
            let gone = try await acme.member("gone")
            await platform.close()
            let backup = try Data(contentsOf: URL(filePath: path))
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            try await tenant.members.remove(#require(gone.member), as: acme.founder)
            let account = try #require(try await again.platform.account(EmailAddress("gone@acme.example")))
            #expect(try await again.platform.organizations(of: account).isEmpty)
            for end in ["", "-wal", "-shm"] { try FileManager.default.removeItem(atPath: path + end) }
            try backup.write(to: URL(filePath: path))
            let error = await #expect(throws: DatabaseError.self) {
                try await tenant.teams.create("Into nothing", as: acme.founder)
            }
            #expect(error?.kind == .lost)
            _ = try await tenant.teams.create("North", as: acme.founder)
            #expect(try await again.platform.organizations(of: account).map(\.name) == ["Acme"])
            await again.platform.close()
        }
    }

    @Test
    func `the membership index follows a file that is replaced by an older one while the file limit keeps it closed`()
        async throws
    {
        try await withAcme(configure: { $0.openFiles = 1 }) { acme in
            let platform = acme.test.platform
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            let boss = try await beta.principal(
                for: #require(platform.account(EmailAddress("boss@beta.example"))))
            func closeAsSurplus() async throws {
                _ = try await beta.members.list(as: boss)
                while platform.storage.openCount > 2 { await Task.yield() }
            }
            let ada = try await acme.member("ada")
            try await closeAsSurplus()
            let path = URL(filePath: acme.path(of: acme.tenant.id))
            let backup = try Data(contentsOf: path)
            try await acme.tenant.members.remove(#require(ada.member), as: acme.founder)
            let account = try #require(try await platform.account(EmailAddress("ada@acme.example")))
            #expect(try await platform.organizations(of: account).isEmpty)
            try await closeAsSurplus()
            try backup.write(to: path)
            _ = try await acme.tenant.teams.create("North", as: acme.founder)
            #expect(try await platform.organizations(of: account).map(\.name) == ["Acme"])
        }
    }

    @Test(arguments: ["file", "directory"])
    func `the membership index follows the file, whichever of file and directory is from an earlier time`(
        _ older: String
    ) async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let (folder, id) = (acme.test.folder, acme.tenant.id)
            let path = older == "file" ? "tenants/\(id).db" : "directory.db"
            let ada = try await acme.member("ada")
            let gone = try await acme.member("gone")
            _ = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("late@acme.example"), name: "Late")
            await acme.test.platform.close()
            let backup = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
            let middle = try await acme.test.reopened()
            let tenant = try await middle.platform.tenant("acme")
            let founder = acme.founder
            try await tenant.members.remove(#require(gone.member), as: founder)
            _ = try await middle.member("late@acme.example", name: "Late", in: tenant)
            try await tenant.settings.change(OrganizationSettings(name: "Later"), as: founder)
            await middle.platform.close()
            try backup.write(to: URL(filePath: "\(folder)/\(path)"))

            let again = try await acme.test.reopened()
            _ = try await again.platform.tenant("acme")
            func names(_ address: String) async throws -> [String] {
                let account = try #require(try await again.platform.account(EmailAddress(address)))
                return try await again.platform.organizations(of: account).map(\.name)
            }
            let isOld = older == "file"
            #expect(try await names("ada@acme.example") == [isOld ? "Acme" : "Later"])
            #expect(try await names("gone@acme.example") == (isOld ? ["Acme"] : []))
            #expect(try await names("late@acme.example") == (isOld ? [] : ["Later"]))
            #expect(recorder.repaired == 1)
            #expect(ada.member != nil)
            await again.platform.close()
        }
    }
}

/// Runs its action once, after the next commit.
private final class Between: Sendable {
    let act = Locked<(@Sendable () -> Void)?>(nil)

    func at(_ step: PlatformStep) throws {
        if step == .committed { act.withLock { $0.take() }?() }
    }
}

extension Acme {
    /// Adds a member with an account on a platform that was opened again.
    fileprivate func member(in tenant: Tenant, of test: TemporaryPlatform) async throws -> Principal {
        try await test.member("again@acme.example", in: tenant)
    }
}
