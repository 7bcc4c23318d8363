import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium
@testable import AtriumStorage

/// Files that are swapped, lost, emptied or older than the others.
struct LostFilesTests {
    @Test func `an organization with another organization's file is refused, and all others work`() async throws {
        try await withAcme { acme in
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            await acme.test.platform.close()
            let (own, other) = (acme.path(of: acme.tenant.id), acme.path(of: beta.id))
            try FileManager.default.removeItem(atPath: own)
            try FileManager.default.copyItem(atPath: other, toPath: own)
            let again = try await acme.test.reopened()
            await acme.expect(.foreign) { _ = try await again.platform.tenant("acme") }
            _ = try await again.platform.tenant("beta")
            try await again.platform.runDue()
            await acme.expect(.foreign) { _ = try await again.platform.tenant("acme") }
            await again.platform.close()
        }
    }

    @Test func `a file that is swapped while the file limit keeps it closed is refused without a restart`() async throws
    {
        try await withAcme(configure: { $0.openFiles = 1 }) { acme in
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            // Only one file is open besides the directory.
            let boss = try #require(try await acme.test.platform.account(EmailAddress("boss@beta.example")))
            let principal = try await beta.principal(for: boss)
            _ = try await beta.members.list(as: principal)
            while acme.test.platform.storage.openCount > 2 { await Task.yield() }
            try FileManager.default.removeItem(atPath: acme.path(of: acme.tenant.id))
            try FileManager.default.copyItem(
                atPath: acme.path(of: beta.id), toPath: acme.path(of: acme.tenant.id))
            await acme.expect(.foreign) { _ = try await acme.tenant.members.list(as: acme.founder) }
            await acme.expect(.foreign) { _ = try await acme.tenant.teams.create("North", as: acme.founder) }
            _ = try await beta.teams.create("North", as: principal)
        }
    }

    @Test(arguments: ["", "SQLite"])
    func `an emptied or foreign file is not treated as an empty organization`(_ content: String) async throws {
        try await withAcme { acme in
            await acme.test.platform.close()
            let path = acme.path(of: acme.tenant.id)
            try Data().write(to: URL(filePath: path))
            if content == "SQLite" { try sqlite("CREATE TABLE note (text)", path) }
            let again = try await acme.test.reopened()
            await acme.expect(.lost) { _ = try await again.platform.tenant("acme") }
            await again.platform.close()
        }
    }

    // MARK: - The directory

    @Test(arguments: ["missing", "empty", "without its log"])
    func `a lost directory is refused, and is rebuilt from the organizations' files`(_ how: String) async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let beta = try await acme.test.organization("beta", founder: "ada@acme.example")
            _ = try await acme.test.platform.createAccount(provenAddress: EmailAddress("lone@x.example"), name: "Lone")
            if how == "without its log" {
                // As a crash leaves it: content that was not checkpointed is only in the log.
                let copy = acme.test.folder + "-crashed"
                try FileManager.default.copyItem(atPath: acme.test.folder, toPath: copy)
                await acme.test.platform.close()
                try FileManager.default.removeItem(atPath: acme.test.folder)
                try FileManager.default.moveItem(atPath: copy, toPath: acme.test.folder)
                for end in ["wal", "shm"] {
                    try FileManager.default.removeItem(atPath: "\(acme.test.folder)/directory.db-\(end)")
                }
            } else {
                await acme.test.platform.close()
                let path = "\(acme.test.folder)/directory.db"
                try FileManager.default.removeItem(atPath: path)
                if how == "empty" { try Data().write(to: URL(filePath: path)) }
            }
            let lost = DirectoryError.lost(folder: acme.test.folder)
            for _ in 0..<2 { await #expect(throws: lost) { try await acme.test.reopened() } }

            let configuration = acme.test.configuration
            let report = try await Platform.rebuildDirectory(configuration, modules: [])
            #expect(Set(report.organizations) == [acme.tenant.id, beta.id])
            #expect(report.failures.isEmpty)
            #expect(report.unknown.contains(.accountsOfNoMember))
            await #expect(throws: DirectoryError.present(folder: acme.test.folder)) {
                try await Platform.rebuildDirectory(configuration, modules: [])
            }

            let again = try await acme.test.reopened()
            let account = try #require(try await again.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await again.platform.organizations(of: account).map(\.slug.description) == ["acme", "beta"])
            #expect(try await again.platform.tenant("acme").principal(for: account) == ada)
            await #expect(throws: OrganizationError.slugTaken) { try await again.organization("acme") }
            await #expect(throws: AccountError.addressTaken) {
                try await again.platform.createAccount(provenAddress: EmailAddress("ada@acme.example"), name: "Ada")
            }
            #expect(try await again.platform.discrepancies().isEmpty)
            await again.platform.close()
        }
    }

    @Test func `a rebuild of the directory skips and reports a file that cannot be read`() async throws {
        try await withAcme { acme in
            let beta = try await acme.test.organization("beta", founder: "ada@acme.example")
            await acme.test.platform.close()
            try FileManager.default.removeItem(atPath: "\(acme.test.folder)/directory.db")
            try Data("damaged".utf8).write(to: URL(filePath: acme.path(of: beta.id)))
            let report = try await Platform.rebuildDirectory(acme.test.configuration, modules: [])
            #expect(report.organizations == [acme.tenant.id])
            #expect(Array(report.failures.keys) == [beta.id])
            let again = try await acme.test.reopened()
            #expect(try await again.platform.discrepancies() == [.unknownOrganization(beta.id)])
            await again.platform.close()
        }
    }

    @Test func `an interrupted rebuild starts again, and reports everything that it cannot know`() async throws {
        try await withAcme { acme in
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            let ada = try await acme.member("ada")
            await acme.test.platform.close()
            let path = "\(acme.test.folder)/directory.db"
            try FileManager.default.removeItem(atPath: path)
            _ = try await Platform.rebuildDirectory(acme.test.configuration, modules: [])
            // As an interruption leaves the directory, with accounts under other ids.
            try sqlite(
                """
                UPDATE kernel_platform SET is_whole = 0;
                DELETE FROM kernel_address; DELETE FROM kernel_account; DELETE FROM kernel_membership;
                """, path)
            try sqlite("UPDATE kernel_organization SET slug = 'acme'", acme.path(of: beta.id))
            await #expect(throws: DirectoryError.incomplete(folder: acme.test.folder)) {
                try await acme.test.reopened()
            }
            let report = try await Platform.rebuildDirectory(acme.test.configuration, modules: [])
            let others = Set([acme.tenant.id, beta.id])
            #expect(Set(report.organizations) == others)
            #expect(report.unknown.count { if case .suspension = $0 { true } else { false } } == 2)
            #expect(report.unknown.count { if case .slug = $0 { true } else { false } } == 1)
            let again = try await acme.test.reopened()
            let account = try #require(try await again.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await again.platform.tenant(acme.tenant.id).principal(for: account) == ada)
            await again.platform.close()
        }
    }

    @Test func `a directory that is replaced while the file limit keeps it closed is no longer used`() async throws {
        try await withAcme(configure: { $0.openFiles = 1 }) { acme in
            let platform = acme.test.platform
            // What opening another file does: it closes one that nobody uses at this moment.
            func closeDirectory() async throws {
                _ = try await platform.account(EmailAddress("founder@acme.example"))
                while !platform.directory.file.closeIfFree() { await Task.yield() }
            }
            try await closeDirectory()
            let path = URL(filePath: acme.test.folder + "/directory.db")
            let backup = try Data(contentsOf: path)
            _ = try await platform.createAccount(provenAddress: EmailAddress("late@acme.example"), name: "Late")
            try await closeDirectory()
            try backup.write(to: path)
            let replaced = DirectoryError.replaced(folder: acme.test.folder)
            for _ in 1...2 {
                await #expect(throws: replaced) { try await platform.account(EmailAddress("late@acme.example")) }
                await #expect(throws: replaced) {
                    try await platform.createAccount(provenAddress: EmailAddress("x@acme.example"), name: "X")
                }
            }
        }
    }

    @Test func `another folder's directory is refused`() async throws {
        try await withAcme { acme in
            // Its organization has another id, because its random bytes are real ones.
            try await withAcme(configure: { $0.randomBytes = PlatformConfiguration(folder: "").randomBytes }) { other in
                await acme.test.platform.close()
                await other.test.platform.close()
                let path = "\(acme.test.folder)/directory.db"
                let own = try Data(contentsOf: URL(filePath: path))
                try Data(contentsOf: URL(filePath: "\(other.test.folder)/directory.db")).write(to: URL(filePath: path))
                await #expect(throws: DirectoryError.foreign(folder: acme.test.folder)) {
                    try await acme.test.reopened()
                }
                try own.write(to: URL(filePath: path))
                let again = try await acme.test.reopened()
                _ = try await again.platform.tenant("acme")
                await again.platform.close()
            }
        }
    }

    @Test func `another folder's log next to the directory is refused, and both files stay unchanged`() async throws {
        try await withAcme { acme in
            try await withAcme { other in
                await acme.test.platform.close()
                let path = "\(acme.test.folder)/directory.db"
                // As a crash leaves the other folder: its log exists.
                let log = try Data(contentsOf: URL(filePath: "\(other.test.folder)/directory.db-wal"))
                #expect(!log.isEmpty)
                try log.write(to: URL(filePath: path + "-wal"))
                let file = try Data(contentsOf: URL(filePath: path))
                let error = await #expect(throws: DatabaseError.self) { try await acme.test.reopened() }
                #expect(error?.kind == .foreign)
                #expect(try Data(contentsOf: URL(filePath: path)) == file)
                #expect(try Data(contentsOf: URL(filePath: path + "-wal")) == log)
            }
        }
    }
}

extension Acme {
    fileprivate func expect(_ kind: DatabaseError.Kind, _ act: () async throws -> Void) async {
        let error = await #expect(throws: DatabaseError.self) { try await act() }
        #expect(error?.kind == kind, "\(String(describing: error))")
        #expect(error?.message.contains(tenant.id.description) == true)
    }
}
