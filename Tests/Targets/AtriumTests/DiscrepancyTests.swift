import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Discrepancies in the folder after a restore of some of its files.
struct DiscrepancyTests {
    @Test func `discrepancies are found and named at opening, and one call resolves each`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let (platform, folder) = (acme.test.platform, acme.test.folder)
            let gone = try await acme.test.organization("gone", founder: "ada@acme.example")
            let deleted = try await acme.test.organization("deleted", founder: "ada@acme.example")
            let path = acme.path(of: deleted.id)
            await platform.close()
            let file = try Data(contentsOf: URL(filePath: path))
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
            // Discrepancies do not stop other organizations.
            _ = try await again.platform.tenant("acme")
            let facts: [UnknownFact] = [.suspension(late.id), .furtherAddresses(late.id, members: 1)]
            #expect(try await again.platform.repair(.unknownOrganization(late.id)) == facts)
            #expect(try await again.platform.repair(.unknownOrganization(late.id)) == [])
            for discrepancy in expected where discrepancy.organization != late.id {
                // Mending destroys nothing. Only deletion does.
                await #expect(throws: OrganizationError.onlyDeletable) { try await again.platform.repair(discrepancy) }
                try await again.platform.delete(discrepancy.organization)
                await #expect(throws: OrganizationError.unknown) {
                    try await again.platform.delete(discrepancy.organization)
                }
                #expect(try await again.platform.repair(discrepancy) == [])
            }
            #expect(try await again.platform.discrepancies().isEmpty)
            #expect(!FileManager.default.fileExists(atPath: path))
            await #expect(throws: OrganizationError.unknown) { try await again.platform.tenant("gone") }
            let account = try #require(try await again.platform.account(EmailAddress("late@acme.example")))
            #expect(try await again.platform.organizations(of: account).map(\.name) == ["Late"])
            await again.platform.close()
        }
    }

    @Test func `a member whose account is lost is found, and then is mended or joins again`() async throws {
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
            // They create an account again and join again with it. The member is the same one.
            #expect(try await again.member("ada@acme.example", name: "Ada", in: tenant) == ada)
            #expect(try await again.member("eve@acme.example", name: "Eve", in: tenant) == eve)
            let account = try #require(try await again.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await again.platform.organizations(of: account).map(\.member) == [ada.member])
            // Otherwise the account is made from the member's data.
            #expect(try await again.platform.repair(found) == [.furtherAddresses(tenant.id, members: 1)])
            let bobs = try #require(try await again.platform.account(EmailAddress("bob@acme.example")))
            #expect(try await tenant.principal(for: bobs) == bob)
            #expect(try await again.platform.discrepancies().isEmpty)
            // Another person with the same address does not succeed a member while the account exists.
            await #expect(throws: MemberError.addressTaken) {
                try await tenant.admit(
                    again.platform.createAccount(provenAddress: EmailAddress("x@acme.example"), name: "X"), name: "X",
                    address: EmailAddress("bob@acme.example"), assignments: [], teams: [])
            }
            await again.platform.close()
        }
    }

    @Test func `a member takes over the account that has their address now, and the audit chain records it`()
        async throws
    {
        try await withAcme { acme in
            let bob = try await acme.member("bob")
            await acme.test.platform.close()
            try acme.loseAccount("bob@acme.example")
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            let account = try await again.platform.createAccount(
                provenAddress: EmailAddress("bob@acme.example"), name: "Bob")
            let before = try await tenant.audit.verify(as: acme.founder).count
            try await again.platform.repair(.membersWithoutAccount(tenant.id, members: 1))
            #expect(try await tenant.principal(for: account) == bob)
            #expect(try await tenant.audit.verify(as: acme.founder).count == before + 1)
            #expect(try await again.platform.organizations(of: account).map(\.member) == [bob.member])
            #expect(try await again.platform.discrepancies().isEmpty)
            await again.platform.close()
        }
    }

    @Test func `an account that is mended in one organization is available in all others`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            let ada = try await acme.member("ada")
            let here = try await acme.test.member("ada@acme.example", name: "Ada", in: beta)
            await acme.test.platform.close()
            try acme.loseAccount("ada@acme.example")
            let again = try await acme.test.reopened()
            for slug in ["acme", "beta"] { _ = try await again.platform.tenant(slug) }
            let found = [acme.tenant.id, beta.id].map { Discrepancy.membersWithoutAccount($0, members: 1) }
            #expect(Set(recorder.found.map(\.organization)) == Set(found.map(\.organization)))
            try await again.platform.repair(found[0])
            #expect(try await again.platform.discrepancies().isEmpty)
            let account = try #require(try await again.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await again.platform.tenant("acme").principal(for: account) == ada)
            #expect(try await again.platform.tenant("beta").principal(for: account) == here)
            #expect(try await again.platform.repair(found[1]) == [])
            await again.platform.close()
        }
    }

    @Test func `a member who comes back has one link to an account, whatever else the unit does`() async throws {
        try await withAcme { acme in
            _ = try await acme.member("bob")
            await acme.test.platform.close()
            try acme.loseAccount("bob@acme.example")
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            let people = ["bob", "new"]
            var accounts: [AccountID] = []
            for name in people {
                accounts.append(
                    try await again.platform.createAccount(
                        provenAddress: EmailAddress("\(name)@acme.example"), name: name))
            }
            try await tenant.store.write(as: .kernel, .enter) { [accounts] work in
                for (account, name) in zip(accounts, people) {
                    _ = try work.admit(
                        account, name: name, address: EmailAddress("\(name)@acme.example"), assignments: [], teams: [])
                }
            }
            #expect(try await again.platform.discrepancies().isEmpty)
            await again.platform.close()
            let last = try await acme.test.reopened()
            _ = try await last.platform.tenant("acme")
            #expect(try await last.platform.discrepancies().isEmpty)
            await last.platform.close()
        }
    }

    @Test func `deleting the remains of a deleted organization removes no other organization's file`() async throws {
        try await withAcme { acme in
            let gone = try await acme.test.organization("gone", founder: "ada@acme.example")
            try await acme.test.platform.delete(gone.id)
            await acme.test.platform.close()
            try FileManager.default.moveItem(
                atPath: acme.path(of: acme.tenant.id), toPath: acme.path(of: gone.id))
            let again = try await acme.test.reopened()
            let error = await #expect(throws: DatabaseError.self) { try await again.platform.delete(gone.id) }
            #expect(error?.kind == .foreign)
            await again.platform.close()
            try FileManager.default.moveItem(
                atPath: acme.path(of: gone.id), toPath: acme.path(of: acme.tenant.id))
            let last = try await acme.test.reopened()
            #expect(try await last.platform.tenant("acme").settings.organization(as: acme.founder).name == "Acme")
            await last.platform.close()
        }
    }
}
