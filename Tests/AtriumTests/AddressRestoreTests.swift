import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Addresses in files that were restored, and in a directory that was made anew.
struct AddressRestoreTests {
    @Test func `an organization's file from before the change follows again`() async throws {
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

    @Test func `a rebuilt directory knows the new and the former address, and no released one`() async throws {
        try await withAcme { acme in
            let (ada, bob) = (try await acme.member("ada"), try await acme.member("bob"))
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            let old = try #require(try await acme.test.platform.account(EmailAddress("bob@acme.example")))
            try await acme.tenant.members.leave(as: bob)
            try await acme.test.platform.releaseAddress(EmailAddress("bob@acme.example"), of: old)
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

    @Test func `in a rebuilt directory, who has an address goes before who had it`() async throws {
        try await withAcme { acme in
            _ = try await acme.member("ada")
            let first = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            // A copy that was not brought up yet: the organization was suspended all the time.
            try await acme.test.platform.suspend(acme.tenant.id)
            try await acme.test.platform.releaseAddress(EmailAddress("ada@acme.example"), of: first)
            // Its file is read after the other's.
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
