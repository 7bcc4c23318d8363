import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumOperations
import AtriumPrivacy
import AtriumSeats
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// A person whose word stands in every field that can hold a text about a person, and what an erasure leaves of it.
struct ErasedBytes {
    @Test func `after an erasure no byte of the person is left, and figures and the audit are what they were`()
        async throws
    {
        try await withTrackedPerson { tracked async throws in
            let (world, tenant) = (tracked.world, tracked.world.tenant)
            let figures = try await tracked.figures()
            #expect(try tracked.filesWithTraces().count { $0.hasPrefix("directory.db") } > 0)
            let traces = try tracked.tablesWithTraces()
            #expect(traces == TrackedPerson.tables)
            let account = try #require(try await world.test.platform.account(tracked.address))

            try await tenant[Privacy.self].erase(tracked.member, as: world.administrator)
            world.test.clock.advance(by: .seconds(61))
            try await world.test.platform.runDue()

            #expect(try tracked.filesWithTraces() == [])
            #expect(try await tenant.audit.verify(as: world.administrator).firstFault == nil)
            #expect(try await tracked.figures() == figures)
            #expect(try await world.test.platform.account(tracked.address) == nil)
            #expect(try await world.test.platform.organizations(of: account).isEmpty)
            let code = try await tenant[Certificates.self].verify(tracked.code, as: .visitor)
            #expect(code.state == .erased && code.content.name == "")
            await #expect(throws: MemberError.unknown) {
                try await tenant.members.member(tracked.member, as: world.administrator)
            }
            // The address is free: another person may have it now.
            _ = try await world.test.member("\(tracked.address)", name: "Another", in: tenant)
        }
    }

    @Test func `an erasure reaches modules that are switched off`() async throws {
        try await withTrackedPerson { tracked async throws in
            let (world, tenant) = (tracked.world, tracked.world.tenant)
            let grace = try world.test.platform.operator("Grace")
            let others = world.test.platform.moduleTypes.map { $0.id }.filter { $0 != Privacy.id }
            let off = Dictionary(uniqueKeysWithValues: others.map { ($0, false) })
            try await tenant.modules.carryOut(tenant.modules.plan(off, as: grace), as: grace)

            try await tenant[Privacy.self].erase(tracked.member, as: world.administrator)
            world.test.clock.advance(by: .seconds(61))
            try await world.test.platform.runDue()

            #expect(try tracked.filesWithTraces() == [])
            let on = Dictionary(uniqueKeysWithValues: others.map { ($0, true) })
            try await tenant.modules.carryOut(tenant.modules.plan(on, as: grace), as: grace)
            #expect(try tracked.filesWithTraces() == [])
        }
    }

    @Test func `the export has what the organization holds of the person`() async throws {
        try await withTrackedPerson { tracked async throws in
            let export = try await tracked.world.tenant[Privacy.self].export(
                of: tracked.member, as: .member(tracked.member))
            let tables = Set(try export.files.map { $0.name.replacing(".csv", with: "") })
            // What is not exported belongs to others as well, is a digest, or is the content of mail that waits.
            let silent: Set = ["mail_content", "kernel_job"]
            #expect(try tracked.tablesWithTraces().subtracting(tables).subtracting(silent) == [])
            let texts = try export.files.map(\.text)
            for written in ["From", "Goal from", "Text"] {
                #expect(texts.contains { $0.contains("\(written) \(TrackedPerson.word)") }, "\(written)")
            }
            #expect(try export.files.allSatisfy { !$0.text.contains("token_digest") })
        }
    }

    @Test func `what others hold stays`() async throws {
        try await withTrackedPerson { tracked async throws in
            let (world, tenant) = (tracked.world, tracked.world.tenant)
            try await tenant[Privacy.self].erase(tracked.member, as: world.administrator)
            world.test.clock.advance(by: .seconds(61))
            try await world.test.platform.runDue()
            let other = try await tenant[Privacy.self].export(of: tracked.other, as: .member(tracked.other))
            #expect(other.parts.map { "\($0.title)" }.contains("Your learning record"))
            #expect(try await world.test.platform.account(EmailAddress("bob@acme.example")) != nil)
            #expect(try await tenant.members.list(as: world.administrator).entries.map(\.id).contains(tracked.other))
        }
    }
}
