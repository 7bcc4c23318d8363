import AtriumOperations
import AtriumPersonalData
import AtriumTesting
import TestSupport
import Testing

@testable import Atrium

/// Erasures of members in organizations that lack some modules.
struct ErasureTests {
    /// Keeps what members write.
    private struct Diary: Module {
        static let id: ModuleID = "diary"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema(
            Migration("create entry", "CREATE TABLE diary_entry (member_id TEXT NOT NULL, text TEXT NOT NULL) STRICT"))
        static let personalData = [
            PersonalTable(
                "diary_entry", "Your diary", of: .member("member_id"), exporting: [.text("text", "Text")],
                erasing: .rows)
        ]

        func start(in tenant: TenantContext) -> Store { tenant.store }
    }

    @Test func `data of a newer version stops an erasure until the module is purged`()
        async throws
    {
        try await withShop(beside: [Diary()], configure: { $0.optionalModules = [Diary.self] }) { shop in
            let ada = try await shop.test.member("ada@acme.example", in: shop.tenant)
            try await write(as: ada, in: shop)
            try await shop.tenant.store.write(as: .kernel, .system) { work in
                try work.kernel.run("INSERT INTO kernel_migration VALUES ('diary', 1, 'add a day', \([UInt8]()))")
            }
            let shop = try await shop.reopened()
            #expect(try await shop.states()["diary"] == .failed)
            await #expect(throws: ErasureError.modulesMissing(["diary"])) { try await erase(ada.id, in: shop) }
            #expect(try await shop.tenant.members.member(ada.id, as: shop.founder).member.state == .active)
            #expect(try await shop.count("SELECT count(*) FROM diary_entry") == 1)

            try await shop.switchTo(["diary": false])
            await #expect(throws: ErasureError.modulesMissing(["diary"])) { try await erase(ada.id, in: shop) }
            try await shop.tenant.modules.purge("diary", as: shop.grace)
            try await erase(ada.id, in: shop)
            await #expect(throws: MemberError.unknown) {
                try await shop.tenant.members.member(ada.id, as: shop.founder)
            }
            await shop.test.platform.close()
        }
    }

    @Test func `an erasure leaves out a module without tables, and reaches it after it was switched on`() async throws {
        let set = FeatureSet("Starter", modules: [Sales()])
        try await withShop(beside: [Diary()], configure: { $0.featureSets = [set] }, featureSet: "Starter") { shop in
            let ada = try await shop.test.member("ada@acme.example", in: shop.tenant)
            let bob = try await shop.test.member("bob@acme.example", in: shop.tenant)
            try await erase(bob.id, in: shop)
            try await shop.switchTo(["diary": true])
            try await write(as: ada, in: shop)
            try await write(as: shop.founder, in: shop)
            try await erase(ada.id, in: shop)
            #expect(try await shop.texts("SELECT member_id FROM diary_entry") == ["\(shop.founder.id)"])
        }
    }

    private func write(as author: Principal, in shop: Shop) async throws {
        let id = try author.id
        try await shop.tenant[Diary.self].write(as: author, .viewOrganization) { work in
            try work.run("INSERT INTO diary_entry VALUES (\(id), 'Dear diary')")
        }
    }

    private func erase(_ member: MemberID, in shop: Shop) async throws {
        try await shop.tenant.store.write(as: shop.founder, .manageMembers) { _ = try $0.erase(member) }
    }
}
