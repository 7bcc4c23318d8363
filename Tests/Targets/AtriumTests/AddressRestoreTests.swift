import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Addresses in restored files, and in a rebuilt directory.
struct AddressRestoreTests {
    @Test func `an organization's file from before an address change gets the new address again`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let first = try await acme.test.reopened()
            await first.platform.close()
            let path = acme.path(of: acme.tenant.id)
            try FileManager.default.copyItem(atPath: path, toPath: path + ".backup")
            let second = try await first.reopened()
            _ = try await second.platform.tenant("acme")
            try await second.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            await second.platform.close()
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: path + ".backup", toPath: path)
            let third = try await second.reopened()
            #expect(try await third.platform.tenant("acme").email(ada) == "ada@new.example")
            await third.platform.close()
        }
    }

    @Test func `a rebuilt directory knows the new and the former address, but no released one`() async throws {
        try await withAcme { acme in
            let (ada, bob) = (try await acme.member("ada"), try await acme.member("bob"))
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            let old = try #require(try await acme.test.platform.account(EmailAddress("bob@acme.example")))
            try await acme.tenant.members.leave(as: bob)
            try await acme.test.platform.releaseAddress(
                EmailAddress("bob@acme.example"), of: old, as: acme.test.platform.operator("Grace"))
            let report = try await acme.test.rebuilt()
            #expect(report.failures.isEmpty)
            #expect(report.unknown.contains(.addressHistory))
            let again = try await acme.test.reopened()
            #expect(try await again.platform.account(EmailAddress("ada@new.example")) == account)
            #expect(try await again.platform.directory.account(old)?.addresses == [])
            #expect(try await again.platform.tenant("acme").email(ada) == "ada@new.example")
            await #expect(throws: AccountError.addressFormer) {
                try await again.platform.createAccount(provenAddress: EmailAddress("ada@acme.example"), name: "New")
            }
            _ = try await again.platform.createAccount(provenAddress: EmailAddress("bob@acme.example"), name: "New")
            await again.platform.close()
        }
    }

    @Test(arguments: [true, false])
    func `an address that the memberships of two people name belongs to nobody in a rebuilt directory`(isFirst: Bool)
        async throws
    {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            let bob = try await acme.test.member("bob@beta.example", in: beta)
            let address = try EmailAddress("ada@acme.example")
            await acme.test.platform.close()
            // One of the two files is from another time.
            let (id, old) = isFirst ? (acme.tenant.id, "ada@acme.example") : (beta.id, "bob@beta.example")
            try sqlite("UPDATE kernel_member SET email = 'x@acme.example' WHERE email = '\(old)'", acme.path(of: id))
            let other = isFirst ? beta.id : acme.tenant.id
            let current = isFirst ? "bob@beta.example" : "ada@acme.example"
            try sqlite(
                "UPDATE kernel_member SET email = 'x@acme.example' WHERE email = '\(current)'", acme.path(of: other))
            let report = try await acme.test.rebuilt()
            #expect(report.failures.isEmpty)
            #expect(report.unknown.contains { if case .accounts(_, members: 2) = $0 { true } else { false } })
            let again = try await acme.test.reopened()
            let contested = try EmailAddress("x@acme.example")
            #expect(try await again.platform.account(contested) == nil)
            // The person who proves the address gets a new account, not one of the two.
            let account = try await again.platform.createAccount(provenAddress: contested, name: "Eve")
            #expect(try await again.platform.organizations(of: account).isEmpty)
            let tenants = [try await again.platform.tenant("acme"), try await again.platform.tenant("beta")]
            for (tenant, member) in zip(tenants, [ada, bob]) {
                #expect(try await tenant.email(member) == "\(try #require(member.member))@released.invalid")
            }
            // A person without an address can get one.
            let lost = try await tenants[0].members.member(#require(ada.member), as: acme.founder).member.account
            try await again.platform.requestAddressChange(of: lost, from: nil, to: address)
            let secret = try #require(again.letterBox.secret(to: address)).text
            try await again.platform.confirmAddressChange(secret, as: lost)
            #expect(try await tenants[0].email(ada) == "ada@acme.example")
            await #expect(throws: AccountError.notItsAddress) {
                try await again.platform.requestAddressChange(of: lost, from: nil, to: contested)
            }
            #expect(try await again.platform.discrepancies().isEmpty)
            await again.platform.close()
        }
    }

    @Test(arguments: [true, false])
    func `a rebuilt directory does not find an account by a former address, whichever file has it`(isFirst: Bool)
        async throws
    {
        try await withAcme { acme in
            let (beta, members) = try await acme.adaInTwoOrganizations()
            // One organization still has the old copy.
            try await acme.test.platform.suspend(isFirst ? acme.tenant.id : beta.id)
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            _ = try await acme.test.rebuilt()
            let again = try await acme.test.reopened()
            #expect(try await again.platform.account(EmailAddress("ada@new.example")) == account)
            #expect(try await again.platform.account(EmailAddress("ada@acme.example")) == nil)
            try await again.platform.runDue()
            for (slug, member) in zip(["acme", "beta"], members) {
                #expect(try await again.platform.tenant(slug).email(member) == "ada@new.example")
            }
            #expect(try await again.platform.discrepancies().isEmpty)
            await again.platform.close()
        }
    }

    @Test(arguments: [true, false])
    func `a rebuild changes no copy before it has read all files`(isFirst: Bool) async throws {
        try await withAcme { acme in
            let (beta, members) = try await acme.adaInTwoOrganizations()
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@second.example")
            try await acme.test.platform.suspend(isFirst ? acme.tenant.id : beta.id)
            try await acme.test.changeAddress(from: "ada@second.example", to: "ada@third.example")
            #expect(try await acme.test.rebuilt().failures.isEmpty)
            let again = try await acme.test.reopened()
            let found = try #require(try await again.platform.directory.account(account))
            #expect(found.addresses == [try EmailAddress("ada@third.example")])
            #expect(found.formerAddresses.map(\.description) == ["ada@acme.example", "ada@second.example"])
            for (slug, member) in zip(["acme", "beta"], members) {
                #expect(try await again.platform.tenant(slug).email(member) == "ada@third.example")
            }
            await again.platform.close()
        }
    }

    @Test func `an address that an older directory gave to another account stays with that account`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            await acme.test.platform.close()
            let path = "\(acme.test.folder)/directory.db"
            let backup = try Data(contentsOf: URL(filePath: path))
            let middle = try await acme.test.reopened()
            _ = try await middle.platform.tenant("acme")
            try await middle.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            await middle.platform.close()
            try backup.write(to: URL(filePath: path))
            let older = try await acme.test.reopened()
            let other = try await older.platform.createAccount(
                provenAddress: EmailAddress("ada@new.example"), name: "Other")
            let tenant = try await older.platform.tenant("acme")
            try await older.platform.repair(.membersWithOtherAddress(tenant.id, members: 1))
            #expect(try await older.platform.account(EmailAddress("ada@new.example")) == other)
            try await older.platform.runDue()
            #expect(try await tenant.email(ada) == "ada@acme.example")
            #expect(try await older.platform.discrepancies().isEmpty)
            await older.platform.close()
        }
    }

    @Test func `the member of a lost account does not pass to an older account that has the address`() async throws {
        try await withAcme { acme in
            let address = try EmailAddress("ada@acme.example")
            let older = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("old@acme.example"), name: "Old")
            acme.test.clock.advance(by: .seconds(1))
            let ada = try await acme.member("ada")
            let account = try #require(try await acme.test.platform.account(address))
            await acme.test.platform.close()
            try acme.loseAccount("ada@acme.example")
            let again = try await acme.test.reopened()
            try await again.changeAddress(from: "old@acme.example", to: "ada@acme.example")
            let tenant = try await again.platform.tenant("acme")
            await #expect(throws: MemberError.addressTaken) {
                try await tenant.admit(older, name: "Old", address: address, assignments: [], teams: [])
            }
            let unknown = try await again.platform.repair(.membersWithoutAccount(tenant.id, members: 1))
            #expect(unknown.contains(.accounts(tenant.id, members: 1)))
            #expect(try await tenant.members.member(#require(ada.member), as: acme.founder).member.account == account)
            #expect(try await again.platform.organizations(of: older).isEmpty)
            #expect(try await again.platform.account(address) == older)
            // The member's mail does not go to the older account either.
            try await again.platform.runDue()
            #expect(try await tenant.email(ada) == "\(try #require(ada.member))@released.invalid")
            #expect(try await again.platform.discrepancies().isEmpty)
            await again.platform.close()
        }
    }

    @Test func `an older directory that misses an address change is found, and gets the address back`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let ada = try await acme.member("ada")
            await acme.test.platform.close()
            let path = "\(acme.test.folder)/directory.db"
            let backup = try Data(contentsOf: URL(filePath: path))
            let middle = try await acme.test.reopened()
            _ = try await middle.platform.tenant("acme")
            let account = try await middle.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            await middle.platform.close()
            try backup.write(to: URL(filePath: path))
            let older = try await acme.test.reopened()
            let tenant = try await older.platform.tenant("acme")
            let found = Discrepancy.membersWithOtherAddress(tenant.id, members: 1)
            #expect(recorder.found == [found])
            #expect(try await older.platform.discrepancies() == [found])
            try await older.platform.repair(found)
            #expect(try await older.platform.discrepancies().isEmpty)
            #expect(try await older.platform.account(EmailAddress("ada@new.example")) == account)
            #expect(try await older.platform.account(EmailAddress("ada@acme.example")) == nil)
            #expect(try await tenant.email(ada) == "ada@new.example")
            await older.platform.close()
        }
    }

    @Test func `in a rebuilt directory, the current owner of an address takes precedence over a former one`()
        async throws
    {
        try await withAcme { acme in
            _ = try await acme.member("ada")
            let first = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            // This copy is out of date, because the organization was suspended the whole time.
            try await acme.test.platform.suspend(acme.tenant.id)
            try await acme.test.platform.releaseAddress(
                EmailAddress("ada@acme.example"), of: first, as: acme.test.platform.operator("Grace"))
            // The file of Beta is read after the file of Acme.
            acme.test.clock.advance(by: .seconds(1))
            let beta = try await acme.test.organization("beta", founder: "ada@acme.example")
            let next = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            let report = try await acme.test.rebuilt()
            #expect(report.failures.isEmpty)
            let again = try await acme.test.reopened()
            #expect(try await again.platform.account(EmailAddress("ada@acme.example")) == next)
            #expect(try await again.platform.organizations(of: next).map(\.organization) == [beta.id])
            #expect(try await again.platform.account(EmailAddress("ada@new.example")) == first)
            await again.platform.close()
        }
    }
}

extension Acme {
    /// Makes Ada a member of Acme and of Beta. Beta's file is read after Acme's.
    fileprivate func adaInTwoOrganizations() async throws -> (beta: Tenant, members: [Principal]) {
        test.clock.advance(by: .seconds(1))
        let beta = try await test.organization("beta", founder: "boss@beta.example")
        var members: [Principal] = []
        for tenant in [tenant, beta] { members.append(try await test.member("ada@acme.example", in: tenant)) }
        return (beta, members)
    }
}
