import AtriumOperations
import AtriumTesting
import Testing

@testable import Atrium

struct AddressReleaseTests {
    private let address: EmailAddress

    init() throws { address = try EmailAddress("ada@acme.example") }

    @Test
    func `an address in use is not released, and the next owner of a released one gets nothing of the first owner`()
        async throws
    {
        try await withAcme { acme in
            let (platform, tenant) = (acme.test.platform, acme.tenant)
            let north = try await tenant.teams.create("North", as: acme.founder)
            let ada = try #require(try await acme.member("ada", [Assignment(.manager)], [north]).member)
            let account = try #require(try await platform.account(address))
            await #expect(throws: AccountError.addressInUse) {
                try await platform.releaseAddress(address, of: account, as: platform.operator("Grace"))
            }
            try await tenant.members.remove(ada, as: acme.founder)
            try await platform.releaseAddress(address, of: account, as: platform.operator("Grace"))
            #expect(try await platform.account(address) == nil)
            let next = try await acme.test.member("ada@acme.example", name: "Adam", in: tenant)
            #expect(next.member != ada)
            let entry = try await acme.entry(next)
            #expect(entry.assignments.isEmpty && entry.teams.isEmpty)
            #expect(entry.member.email == address && entry.member.account != account)
            let first = try await tenant.members.member(ada, as: acme.founder).member
            #expect(first.name == "ada" && first.account == account && first.state == .removed)
            #expect(first.email.description == "\(ada)@released.invalid")
            #expect(try await platform.organizations(of: account).isEmpty)
        }
    }

    @Test func `a former address is released at once, and the member keeps the new one`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            #expect(try await acme.tenant.whoHas(address)?.id == ada.member)
            try await acme.test.platform.releaseAddress(address, of: account, as: acme.test.platform.operator("Grace"))
            #expect(try await acme.tenant.whoHas(address) == nil)
            let next = try await acme.test.member("ada@acme.example", name: "Adam", in: acme.tenant)
            #expect(try await acme.entry(next).member.email == address)
            #expect(try await acme.tenant.whoHas(address)?.id == next.member)
            #expect(try await acme.entry(ada).member.email == EmailAddress("ada@new.example"))
        }
    }

    @Test func `only an operator releases an address, and each organization's audit chain names the operator`()
        async throws
    {
        try await withAcme { acme in
            let (platform, grace) = (acme.test.platform, try acme.test.platform.operator("Grace"))
            let ada = try #require(try await acme.member("ada").member)
            let account = try #require(try await platform.account(address))
            try await acme.tenant.members.deactivate(ada, as: acme.founder)
            for other in [acme.founder, .account(account), .visitor, .member(ada)] {
                await #expect(throws: AccessError.self) {
                    try await platform.releaseAddress(address, of: account, as: other)
                }
            }
            try await platform.releaseAddress(address, of: account, as: grace)
            let entry = try #require(try await acme.tenant.chain.last)
            #expect(entry.hasSuffix("member:\(ada)\tsystem:kernel:copy an address that operator:Grace released"))
        }
    }

    @Test func `an address that does not belong to the account is not released`() async throws {
        try await withAcme { acme in
            _ = try await acme.member("ada")
            let bob = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("bob@x.example"), name: "Bob")
            for other in [address, try EmailAddress("nobody@x.example")] {
                await #expect(throws: AccountError.notItsAddress) {
                    try await acme.test.platform.releaseAddress(
                        other, of: bob, as: acme.test.platform.operator("Grace"))
                }
            }
        }
    }

    @Test func `a requested change from an address that is released later cannot be confirmed`() async throws {
        try await withTemporaryPlatform { test in
            let ada = try await test.platform.createAccount(provenAddress: address, name: "Ada")
            let new = try EmailAddress("ada@new.example")
            try await test.platform.requestAddressChange(of: ada, from: address, to: new)
            try await test.platform.releaseAddress(address, of: ada, as: test.platform.operator("Grace"))
            let next = try await test.platform.createAccount(provenAddress: address, name: "Adam")
            await #expect(throws: AccountError.invalidSecret) {
                try await test.platform.confirmAddressChange(#require(test.letterBox.secret(to: new)).text, as: ada)
            }
            #expect(try await test.platform.account(address) == next)
        }
    }

    @Test func `a requested change to an address that is released later cannot be confirmed`() async throws {
        try await withTemporaryPlatform { test in
            let (platform, new) = (test.platform, try EmailAddress("ada@new.example"))
            let ada = try await platform.createAccount(provenAddress: address, name: "Ada")
            _ = try await test.changeAddress(from: "\(address)", to: "\(new)")
            try await platform.requestAddressChange(of: ada, from: new, to: address)
            try await platform.releaseAddress(address, of: ada, as: platform.operator("Grace"))
            await #expect(throws: AccountError.invalidSecret) {
                try await platform.confirmAddressChange(
                    #require(test.letterBox.secret(to: address)).text, as: ada)
            }
            #expect(try await platform.account(address) == nil)
        }
    }

    @Test func `a member who was admitted by a unit that began before the release does not keep the address`()
        async throws
    {
        try await withAcme { acme in
            let account = try await acme.test.platform.createAccount(provenAddress: address, name: "Ada")
            try await acme.test.platform.releaseAddress(address, of: account, as: acme.test.platform.operator("Grace"))
            let ada = try await acme.tenant.admit(account, name: "Ada", address: address, assignments: [], teams: [])
            try await acme.test.platform.runDue()
            #expect(try await acme.entry(.member(ada)).member.email.description == "\(ada)@released.invalid")
        }
    }

    @Test func `a removed member is not admitted again with an address that another member has`() async throws {
        try await withAcme { acme in
            let ada = try #require(try await acme.member("ada").member)
            let account = try #require(try await acme.test.platform.account(address))
            try await acme.tenant.members.remove(ada, as: acme.founder)
            _ = try await acme.member("bob")
            await #expect(throws: MemberError.addressTaken) {
                try await acme.tenant.admit(
                    account, name: "Ada", address: EmailAddress("bob@acme.example"), assignments: [], teams: [])
            }
        }
    }
}
