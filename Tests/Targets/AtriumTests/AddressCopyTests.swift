import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// The copies of the accounts' addresses that members have in each organization.
struct AddressCopyTests {
    @Test
    func
        `an address change reaches each organization at once, whatever the member's state, and the audit chain records it`()
        async throws
    {
        try await withAcme([AddressWitness()]) { acme in
            let ada = try await acme.member("ada")
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            let there = try await acme.test.member("ada@acme.example", in: beta)
            let gone = try await acme.test.organization("gone", founder: "boss@gone.example")
            let removed = try await acme.test.member("ada@acme.example", in: gone)
            try await gone.members.leave(as: removed)
            try await acme.tenant.members.deactivate(#require(ada.member), as: acme.founder)
            let before = try await acme.tenant.chain.count
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            for (tenant, member) in [(acme.tenant, ada), (beta, there), (gone, removed)] {
                #expect(try await tenant.email(member) == "ada@new.example")
                let seen = try tenant[AddressWitness.self].withLock { $0 }
                #expect(seen == [try #require(member.member)])
            }
            let entries = try await acme.tenant.chain.dropFirst(before)
            #expect(entries.count == 1)
            #expect(
                entries.last?.hasSuffix("member:\(try #require(ada.member))\tsystem:kernel:copy an address") == true)
            #expect(try await acme.test.dueCopies == 0)
        }
    }

    @Test(arguments: ["started", "due"])
    func `an organization that was not running copies the address when it starts or when work is due`(how: String)
        async throws
    {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let again = try await acme.test.reopened()
            try await again.changeAddress(from: "ada@acme.example", to: "ada@second.example")
            try await again.changeAddress(from: "ada@second.example", to: "ada@third.example")
            #expect(try await again.dueCopies == 1)
            if how == "due" {
                try await again.platform.runDue()
                #expect(try await again.dueCopies == 0)
            }
            #expect(try await again.platform.tenant("acme").email(ada) == "ada@third.example")
            await again.platform.close()
        }
    }

    @Test func `a suspended organization copies the address when it is resumed`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            try await acme.test.platform.suspend(acme.tenant.id)
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            try await acme.test.platform.resume(acme.tenant.id)
            #expect(try await acme.test.platform.tenant("acme").email(ada) == "ada@new.example")
        }
    }

    // MARK: - Crashes

    @Test func `a crash before the organization's commit does not lose an address change`() async throws {
        try await withAcme([AddressWitness()], configure: { $0.observer = Recorder() }) { acme in
            let ada = try await acme.member("ada")
            try acme.tenant[AddressWitness.self].withLock { $0 = nil }
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            #expect(try await acme.tenant.email(ada) == "ada@acme.example")
            acme.test.clock.advance(by: .seconds(60))
            let after = try await acme.test.afterCrash()
            try await after.runDue()
            #expect(try await after.directory.dueCopies == 0)
            #expect(try await after.tenant("acme").email(ada) == "ada@new.example")
            await after.close()
        }
    }

    @Test func `a crash after the organization's commit does not repeat an address change`() async throws {
        let isCrashing = Locked(false)
        try await withAcme(configure: {
            $0.observer = Recorder()
            $0.interrupt = { step in if step == .committed, isCrashing.withLock({ $0 }) { throw Interruption() } }
        }) { acme in
            let ada = try await acme.member("ada")
            isCrashing.withLock { $0 = true }
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            isCrashing.withLock { $0 = false }
            #expect(try await acme.tenant.email(ada) == "ada@new.example")
            #expect(try await acme.test.dueCopies == 1)
            let count = try await acme.tenant.chain.count
            acme.test.clock.advance(by: .seconds(60))
            let after = try await acme.test.afterCrash()
            let tenant = try await after.tenant("acme")
            #expect(try await tenant.email(ada) == "ada@new.example")
            #expect(try await tenant.chain.count == count)
            #expect(try await after.directory.dueCopies == 0)
            await after.close()
        }
    }

    @Test func `an organization that refuses an address is tried again after a minute and does not stop the others`()
        async throws
    {
        let recorder = Recorder()
        try await withAcme([AddressWitness()], configure: { $0.observer = recorder }) { acme in
            let ada = try await acme.member("ada")
            let beta = try await acme.test.organization("beta", founder: "boss@beta.example")
            let there = try await acme.test.member("ada@acme.example", in: beta)
            let bob = try await acme.member("bob")
            try acme.tenant[AddressWitness.self].withLock { $0 = nil }
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            #expect(try await acme.tenant.email(ada) == "ada@acme.example")
            #expect(try await beta.email(there) == "ada@new.example")
            #expect(recorder.failures == ["copy an address"])
            // There is no retry before that time, and the organization's other work continues.
            try await acme.test.platform.runDue()
            #expect(recorder.failures == ["copy an address"])
            try acme.tenant[AddressWitness.self].withLock { $0 = [] }
            try await acme.test.changeAddress(from: "bob@acme.example", to: "bob@new.example")
            #expect(try await acme.tenant.email(bob) == "bob@new.example")
            try await acme.test.platform.runDue()
            acme.test.clock.advance(by: .seconds(60))
            try await acme.test.platform.runDue()
            #expect(try await acme.tenant.email(ada) == "ada@new.example")
            #expect(try await acme.test.dueCopies == 0)
        }
    }

    @Test func `an address change during the copying is copied too`() async throws {
        try await withAcme { acme in
            _ = try await acme.member("ada")
            let again = try await acme.test.reopened()
            try await again.changeAddress(from: "ada@acme.example", to: "ada@second.example")
            let seen = Locked<[String]>([])
            for change in [true, false] {
                await again.platform.directory.copyAddresses(in: acme.tenant.id) { account, _ in
                    seen.withLock { $0 += account.addresses.map(\.description) }
                    if change { try await again.changeAddress(from: "ada@second.example", to: "ada@third.example") }
                } failed: {
                    Issue.record($0)
                }
            }
            #expect(seen.withLock { $0 } == ["ada@second.example", "ada@third.example"])
            #expect(try await again.dueCopies == 0)
            await again.platform.close()
        }
    }

    // MARK: - Late and older copies

    @Test
    func `a member who was admitted with the former address, by a unit that began before the change, gets the new one`()
        async throws
    {
        try await withAcme { acme in
            let address = try EmailAddress("ada@acme.example")
            let ada = try await acme.test.platform.createAccount(provenAddress: address, name: "Ada")
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            let member = try await acme.tenant.admit(ada, name: "Ada", address: address, assignments: [], teams: [])
            try await acme.test.platform.runDue()
            #expect(try await acme.tenant.email(.member(member)) == "ada@new.example")
        }
    }

    @Test func `after concurrent address changes, runs and restarts, all copies match the directory`() async throws {
        try await withAcme { acme in
            let (test, id) = (acme.test, acme.tenant.id)
            var members: [Principal] = []
            for number in 0..<6 { members.append(try await acme.member("p\(number)-0")) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        for step in 0..<5 {
                            try await test.changeAddress(
                                from: "p\(number)-\(step)@acme.example", to: "p\(number)-\(step + 1)@acme.example")
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<10 {
                        try await test.platform.suspend(id)
                        try await test.platform.resume(id)
                        try await test.platform.runDue()
                    }
                }
                try await group.waitForAll()
            }
            test.clock.advance(by: .seconds(60))
            try await test.platform.runDue()
            #expect(try await test.dueCopies == 0)
            let tenant = try await test.platform.tenant(id)
            for (number, member) in members.enumerated() {
                #expect(try await tenant.email(member) == "p\(number)-5@acme.example")
            }
            #expect(try await tenant.audit.verify(as: acme.founder).firstFault == nil)
        }
    }

    @Test func `two members can exchange their addresses`() async throws {
        try await withAcme { acme in
            let (ada, bob) = (try await acme.member("ada"), try await acme.member("bob"))
            let again = try await acme.test.reopened()
            let id = try await again.changeAddress(from: "ada@acme.example", to: "interim@acme.example")
            try await again.platform.releaseAddress(
                EmailAddress("ada@acme.example"), of: id, as: again.platform.operator("Grace"))
            let other = try await again.changeAddress(from: "bob@acme.example", to: "ada@acme.example")
            try await again.platform.releaseAddress(
                EmailAddress("bob@acme.example"), of: other, as: again.platform.operator("Grace"))
            try await again.changeAddress(from: "interim@acme.example", to: "bob@acme.example")
            let tenant = try await again.platform.tenant("acme")
            #expect(try await tenant.email(ada) == "bob@acme.example")
            #expect(try await tenant.email(bob) == "ada@acme.example")
            await again.platform.close()
        }
    }

    @Test func `a member whose account was lost gives up the address to the member who proved it`() async throws {
        try await withAcme([AddressWitness()]) { acme in
            let (ada, bob) = (try await acme.member("ada"), try await acme.member("bob"))
            await acme.test.platform.close()
            try acme.loseAccount("bob@acme.example")
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            try await again.changeAddress(from: "ada@acme.example", to: "bob@acme.example")
            #expect(try await tenant.email(ada) == "bob@acme.example")
            #expect(try await tenant.email(bob) == "\(try #require(bob.member))@released.invalid")
            #expect(try Set(tenant[AddressWitness.self].withLock { $0 ?? [] }) == Set([ada, bob].compactMap(\.member)))
            // Nothing else of the other member changes.
            let entry = try await tenant.members.member(#require(bob.member), as: acme.founder)
            #expect(entry.member.name == "bob" && entry.member.state == .active)
            await again.platform.close()
        }
    }

}
