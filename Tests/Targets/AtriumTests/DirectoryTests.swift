import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct DirectoryTests {
    @Test func `a rebuild of the membership index from the organizations' files gives the same index`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            _ = try await acme.member("bob")
            try await acme.tenant.members.deactivate(#require(ada.member), as: acme.founder)
            let other = try await acme.test.organization("other", founder: "ada@acme.example")
            _ = try await acme.test.member("bob@acme.example", in: other)
            let directory = acme.test.platform.directory
            let before = try await directory.dump()
            #expect(before.count == 5)
            try await directory.clearIndex()
            #expect(try await directory.dump().isEmpty)
            try await acme.test.platform.rebuildIndex()
            #expect(try await directory.dump() == before)
        }
    }

    @Test func `the list of a person's organizations shows those that the person may enter now`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            let other = try await acme.test.organization("other", founder: "ada@acme.example")
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await acme.test.platform.organizations(of: account).map(\.name) == ["Acme", "Other"])
            try await acme.tenant.members.deactivate(#require(ada.member), as: acme.founder)
            #expect(try await acme.test.platform.organizations(of: account).map(\.name) == ["Other"])
            try await acme.test.platform.suspend(other.id)
            #expect(try await acme.test.platform.organizations(of: account).isEmpty)
        }
    }

    @Test func `an address has one account`() async throws {
        try await withTemporaryPlatform { test in
            _ = try await test.platform.createAccount(provenAddress: EmailAddress("a@x.example"), name: "A")
            await #expect(throws: AccountError.addressTaken) {
                try await test.platform.createAccount(provenAddress: EmailAddress("A@X.example"), name: "A")
            }
        }
    }

    @Test(arguments: PlatformStep.allCases.filter { $0 != .moved })
    func `creating an organization survives a crash between any two steps`(
        _ step: PlatformStep
    ) async throws {
        let crash = Crash()
        try await withTemporaryPlatform(configure: { $0.interrupt = { try crash.at($0) } }) { test in
            crash.step = step
            await #expect(throws: (any Error).self) { try await test.organization() }
            crash.step = nil
            if step == .provisioned {
                // A crash during the save leaves this file.
                let id = try #require(try await test.platform.directory.organizations(in: .creating).first)
                try Data("half".utf8).write(to: URL(filePath: "\(test.folder)/tenants/\(id).db.tmp"))
            }
            let again = try await test.reopened()
            let isThere = step == .saved || step == .activated
            if isThere {
                let tenant = try await again.platform.tenant("acme")
                let account = try #require(try await again.platform.account(EmailAddress("founder@acme.example")))
                let founder = try await tenant.principal(for: account)
                #expect(try await tenant.members.list(as: founder).entries.count == 1)
                #expect(try await again.platform.organizations(of: account).count == 1)
            } else {
                let files = try FileManager.default.contentsOfDirectory(atPath: "\(test.folder)/tenants")
                #expect(files.isEmpty)
                _ = try await again.organization()
            }
            await again.platform.close()
        }
    }

    @Test func `a member who is missing from the index after a crash is in the index after the next opening`()
        async throws
    {
        let crash = Crash()
        let recorder = Recorder()
        try await withTemporaryPlatform(configure: {
            $0.interrupt = { try crash.at($0) }; $0.observer = recorder
        }) { test in
            let tenant = try await test.organization()
            let account = try await test.platform.createAccount(
                provenAddress: EmailAddress("ada@x.example"), name: "Ada")
            crash.step = .committed
            await #expect(throws: Interruption.self) { try await test.member("ada@x.example", in: tenant) }
            crash.step = nil
            #expect(try await test.platform.organizations(of: account).isEmpty)
            // A copy of the folder as a crash leaves it: nothing was closed.
            let copy = test.folder + "-crashed"
            try FileManager.default.copyItem(atPath: test.folder, toPath: copy)
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let platform = try await Platform.open(at: copy, modules: [])
            try await platform.runDue()
            #expect(try await platform.organizations(of: account).map(\.name) == ["Acme"])
            await platform.close()
        }
    }
}

extension Directory {
    /// The rows of the membership index as text.
    func dump() async throws -> [String] {
        try await file.read { connection in
            try connection.kernel.rows(
                """
                SELECT account_id || organization_id || member_id || is_active || revision FROM kernel_membership
                ORDER BY account_id, organization_id
                """, as: String.self)
        }
    }
}

/// Stops at a step, as a crash would.
private final class Crash: @unchecked Sendable {
    // Reason: set by the test before it acts and after it has ended.
    var step: PlatformStep?

    func at(_ step: PlatformStep) throws {
        if step == self.step { throw Interruption() }
    }
}
