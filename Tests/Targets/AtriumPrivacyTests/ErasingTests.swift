import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumTesting
import TestSupport
import Testing

struct ErasingTests {
    @Test func `only administrators erase, nobody erases the last administrator, and an unknown member is unknown`()
        async throws
    {
        try await withPrivacy { world async throws in
            let manager = try await world.admit("max", [Assignment(.manager)])
            for principal in [Principal.visitor, .member(world.ada), manager] {
                await #expect(throws: AccessError.self) { try await world.privacy.erase(world.bob, as: principal) }
            }
            let founder = try #require(world.administrator.member)
            let others = try await world.tenant.members.list(as: world.administrator).entries.filter {
                $0.member.name == "Founder"
            }
            for other in others { try await world.privacy.erase(other.member.id, as: world.administrator) }
            await #expect(throws: MemberError.lastAdministrator) {
                try await world.privacy.erase(founder, as: world.administrator)
            }
            let foreign = try await world.test.organization("other", founder: "boss@other.example")
            let stranger = try #require(try await world.test.member("eve@other.example", in: foreign).member)
            await #expect(throws: MemberError.unknown) {
                try await world.privacy.erase(stranger, as: world.administrator)
            }
            try await world.privacy.erase(world.ada, as: world.administrator)
            await #expect(throws: MemberError.unknown) {
                try await world.privacy.erase(world.ada, as: world.administrator)
            }
        }
    }

    @Test func `an erased member may do nothing, is in no list, and the person may join again as somebody new`()
        async throws
    {
        try await withPrivacy { world async throws in
            try await world.privacy.erase(world.ada, as: world.administrator)
            await #expect(throws: AccessError.self) {
                try await world.privacy.export(of: world.ada, as: .member(world.ada))
            }
            let listed = try await world.tenant.members.list(as: world.administrator).entries.map(\.member.id)
            #expect(!listed.contains(world.ada) && listed.contains(world.bob))
            #expect(try await world.tenant.members.find("Ada", as: world.administrator).isEmpty)
            try await world.settle()
            #expect(try await world.account("Ada") == nil)
            let again = try await world.test.member("Ada@acme.example", name: "Ada Lovelace", in: world.tenant)
            #expect(again.member != world.ada)
            let records = try await world.privacy.export(of: #require(again.member), as: again)
            #expect(!records.parts.map { "\($0.title)" }.contains("Your learning record"))
        }
    }

    @Test func `an account that another organization holds stays there, and is no longer known here`() async throws {
        try await withPrivacy { world async throws in
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let elsewhere = try #require(
                try await world.test.member("Ada@acme.example", name: "Ada Lovelace", in: other).member)
            let account = try #require(try await world.account("Ada"))
            try await world.privacy.erase(world.ada, as: world.administrator)
            try await world.settle()
            #expect(try await world.account("Ada") == account)
            #expect(try await world.test.platform.organizations(of: account).map(\.member) == [elsewhere])
            let boss = try await world.test.member(
                "chief@other.example", roles: [Assignment(.administrator)], in: other)
            #expect(try await other.members.find("Lovelace", as: boss).map(\.id) == [elsewhere])
            #expect(try await world.erasures() == [world.ada: true])
        }
    }

    @Test func `nothing is erased while a module with data is missing, and the error names it`() async throws {
        try await withPrivacy { world async throws in
            let without = try await world.test.reopened(with: [Privacy()])
            let tenant = try await without.platform.tenant("acme")
            await #expect(throws: ErasureError.modulesMissing(["courses"])) {
                try await tenant[Privacy.self].erase(world.ada, as: world.administrator)
            }
            #expect(try await tenant.members.member(world.ada, as: world.administrator).member.name == "Ada Lovelace")
            await without.platform.close()
        }
    }

    @Test func `removed and deactivated people are erased like active ones`() async throws {
        try await withPrivacy { world async throws in
            try await world.tenant.members.remove(world.ada, as: world.administrator)
            try await world.tenant.members.deactivate(world.bob, as: world.administrator)
            for member in [world.ada, world.bob] { try await world.privacy.erase(member, as: world.administrator) }
            try await world.settle()
            #expect(try await world.erasures() == [world.ada: true, world.bob: true])
            #expect(try !world.isOnDisk("Lovelace"))
        }
    }
}
