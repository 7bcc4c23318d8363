import AtriumTesting
import CSQLite
import Foundation
import Testing

@testable import Atrium

/// Files that are swapped, lost, emptied or older than the others.
struct LostFilesTests {
    @Test func `an organization with another's file is refused, and all others work`() async throws {
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

    @Test func `a file that was swapped while it was closed as surplus is refused, without a restart`() async throws {
        try await withAcme(configure: { $0.openFiles = 1 }) { acme in
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            // Only one is open beside the directory.
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
    func `an emptied or foreign file is no empty organization`(_ content: String) async throws {
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
    func `a directory that is lost is refused, and made again from the organizations' files`(_ how: String) async throws
    {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let beta = try await acme.test.organization("beta", founder: "ada@acme.example")
            _ = try await acme.test.platform.createAccount(provenAddress: EmailAddress("lone@x.example"), name: "Lone")
            if how == "without its log" {
                // As a crash leaves it: what was not checkpointed is in the log alone.
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
            #expect(report.unreadable.isEmpty)
            #expect(report.unknown.contains { $0.contains("no members of any organization") })
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

    @Test func `a directory is rebuilt around a file that cannot be read`() async throws {
        try await withAcme { acme in
            let beta = try await acme.test.organization("beta", founder: "ada@acme.example")
            await acme.test.platform.close()
            try FileManager.default.removeItem(atPath: "\(acme.test.folder)/directory.db")
            try Data("damaged".utf8).write(to: URL(filePath: acme.path(of: beta.id)))
            let report = try await Platform.rebuildDirectory(acme.test.configuration, modules: [])
            #expect(report.organizations == [acme.tenant.id])
            #expect(Array(report.unreadable.keys) == [beta.id])
            let again = try await acme.test.reopened()
            #expect(try await again.platform.discrepancies() == [.unknownOrganization(beta.id)])
            await again.platform.close()
        }
    }

    // MARK: - What does not fit together

    @Test func `what does not fit together is found at opening, named, and mended by one call`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let (platform, folder) = (acme.test.platform, acme.test.folder)
            let gone = try await acme.test.organization("gone", founder: "ada@acme.example")
            let deleted = try await acme.test.organization("deleted", founder: "ada@acme.example")
            let path = acme.path(of: deleted.id)
            await platform.close()
            let (file, before) = (
                try Data(contentsOf: URL(filePath: path)), try Data(contentsOf: URL(filePath: "\(folder)/directory.db"))
            )
            _ = before
            let middle = try await acme.test.reopened()
            try await middle.platform.delete(deleted.id)
            let late = try await middle.organization("late", founder: "late@acme.example")
            await middle.platform.close()
            try FileManager.default.removeItem(atPath: acme.path(of: gone.id))
            try file.write(to: URL(filePath: path))
            try sqlite(
                """
                DELETE FROM kernel_organization WHERE slug = 'late';
                DELETE FROM kernel_membership WHERE organization_id = '\(late.id)';
                DELETE FROM kernel_address WHERE address = 'late@acme.example';
                DELETE FROM kernel_account WHERE id NOT IN (SELECT account_id FROM kernel_address);
                """, "\(folder)/directory.db")

            let again = try await acme.test.reopened()
            let expected: [Discrepancy] = [
                .organizationWithoutFile(gone.id), .deletedOrganizationWithFile(deleted.id),
                .unknownOrganization(late.id),
            ].sorted { $0.organization < $1.organization }
            #expect(recorder.found == expected)
            #expect(try await again.platform.discrepancies() == expected)
            // They stop nobody.
            _ = try await again.platform.tenant("acme")
            for discrepancy in expected {
                try await again.platform.mend(discrepancy)
                // A second time it changes nothing.
                try await again.platform.mend(discrepancy)
            }
            #expect(try await again.platform.discrepancies().isEmpty)
            #expect(!FileManager.default.fileExists(atPath: path))
            await #expect(throws: OrganizationError.unknown) { try await again.platform.tenant("gone") }
            let account = try #require(try await again.platform.account(EmailAddress("late@acme.example")))
            #expect(try await again.platform.organizations(of: account).map(\.name) == ["Late"])
            await again.platform.close()
        }
    }

    @Test func `a member whose account is lost is found, and mended or joins again`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let (ada, bob, eve) = (
                try await acme.member("ada"), try await acme.member("bob"), try await acme.member("eve")
            )
            try await acme.tenant.members.remove(#require(eve.member), as: acme.founder)
            await acme.test.platform.close()
            try sqlite(
                """
                DELETE FROM kernel_address WHERE address <> 'founder@acme.example';
                DELETE FROM kernel_account WHERE id NOT IN (SELECT account_id FROM kernel_address);
                """, "\(acme.test.folder)/directory.db")
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            let found = Discrepancy.membersWithoutAccount(tenant.id, members: 3)
            #expect(recorder.found == [found])
            // They make an account again, and join again by it: the member is the same one.
            #expect(try await again.member("ada@acme.example", name: "Ada", in: tenant) == ada)
            #expect(try await again.member("eve@acme.example", name: "Eve", in: tenant) == eve)
            let account = try #require(try await again.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await again.platform.organizations(of: account).map(\.member) == [ada.member])
            // Or the account is made from what the members say.
            let unknown = try await again.platform.mend(found)
            #expect(unknown.allSatisfy { !$0.contains("bob") })
            let bobs = try #require(try await again.platform.account(EmailAddress("bob@acme.example")))
            #expect(try await tenant.principal(for: bobs) == bob)
            #expect(try await again.platform.discrepancies().isEmpty)
            // Somebody else with the same address is no member's successor while the account is there.
            await #expect(throws: MemberError.addressTaken) {
                try await tenant.admit(
                    again.platform.createAccount(provenAddress: EmailAddress("x@acme.example"), name: "X"), name: "X",
                    address: EmailAddress("bob@acme.example"), assignments: [], teams: [])
            }
            await again.platform.close()
        }
    }
}

private func sqlite(_ sql: String, _ path: String) throws {
    var handle: OpaquePointer?
    #expect(sqlite3_open(path, &handle) == SQLITE_OK)
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
}

extension Acme {
    fileprivate func path(of id: OrganizationID) -> String { "\(test.folder)/tenants/\(id).db" }

    fileprivate func expect(_ kind: DatabaseError.Kind, _ act: () async throws -> Void) async {
        let error = await #expect(throws: DatabaseError.self) { try await act() }
        #expect(error?.kind == kind, "\(String(describing: error))")
        #expect(error?.message.contains(tenant.id.description) == true)
    }
}
