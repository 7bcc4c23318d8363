import Atrium
import AtriumCourses
import AtriumOperations
import AtriumPrivacy
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// What happens to people whom an older file brings back after their erasure.
struct RestoringTests {
    @Test func `a person whom an older file brings back is erased by the first work, and nobody signs in as them`()
        async throws
    {
        try await withPrivacy { world async throws in
            let restored = try await world.restored { try await $0.privacy.erase(world.ada, as: world.administrator) }
            #expect(try await restored.account("Ada") == nil)
            try await restored.test.platform.runDue()
            await #expect(throws: MemberError.unknown) {
                try await restored.tenant.members.member(world.ada, as: world.administrator)
            }
            #expect(try await restored.erasures() == [world.ada: false])
            try await restored.settle()
            #expect(try await restored.erasures() == [world.ada: true])
            #expect(try !restored.isOnDisk("Lovelace"))
            await restored.test.platform.close()
        }
    }

    @Test func `modules that start later react to a repeated erasure, and no other work sees the person before`()
        async throws
    {
        let later = Later()
        try await withPrivacy(beside: [later]) { world async throws in
            let restored = try await world.restored { try await $0.privacy.erase(world.ada, as: world.administrator) }
            later.forget()
            restored.test.clock.advance(by: .seconds(3601))
            try await restored.test.platform.runDue()
            #expect(later.erased == [world.ada])
            #expect(later.seen.contains(world.bob) && !later.seen.contains(world.ada))
            await restored.test.platform.close()
        }
    }

    @Test func `an erasure of somebody whom the older file does not know is in the list again`() async throws {
        try await withPrivacy { world async throws in
            let zoe = Locked<MemberID?>(nil)
            let restored = try await world.restored { changed in
                let member = try #require(try await changed.admit("zoe").member)
                zoe.withLock { $0 = member }
                try await changed.privacy.erase(member, as: world.administrator)
            }
            try await restored.test.platform.runDue()
            try await restored.settle()
            #expect(try await restored.erasures() == [#require(zoe.withLock(\.self)): true])
            await restored.test.platform.close()
        }
    }

    @Test func `the last administrator of the older file does not stop it from opening, and an operator replaces them`()
        async throws
    {
        try await withPrivacy { world async throws in
            let last = try await world.makeOnlyAdministrator()
            let restored = try await world.restored { changed in
                try await changed.tenant.roles.grant(
                    Assignment(.administrator), to: world.bob, as: world.administrator)
                for member in [last, world.ada] {
                    try await changed.privacy.erase(member, as: .member(world.bob))
                }
            }
            let grace = try restored.test.platform.operator("Grace")
            try await restored.test.platform.runDue()
            func erased() async throws -> [MemberID] {
                try await restored.privacy.erasures(as: grace).entries.map(\.member)
            }
            #expect(try await erased() == [world.ada])
            let failed = try await restored.tenant.failedJobs.list(as: grace)
            #expect(failed.map(\.name) == ["repeat erasures"])
            #expect(failed[0].error.contains("\(last): \(MemberError.lastAdministrator)"))

            await #expect(throws: MemberError.unknown) {
                try await restored.privacy.replaceErasedAdministrator(
                    by: EmailAddress("nobody@acme.example"), as: grace)
            }
            let bob = try EmailAddress("Bob@acme.example")
            try await restored.privacy.replaceErasedAdministrator(by: bob, as: grace)
            #expect(try await Set(erased()) == [world.ada, last])
            await #expect(throws: ReplacementError.administratorPresent) {
                try await restored.privacy.replaceErasedAdministrator(by: bob, as: grace)
            }
            restored.test.clock.advance(by: .seconds(3601))
            try await restored.test.platform.runDue()
            #expect(try await restored.tenant.failedJobs.list(as: .member(world.bob)).isEmpty)
            await restored.test.platform.close()
        }
    }

    @Test func `while a module with data is missing, the organization opens, and the failed work names the module`()
        async throws
    {
        try await withPrivacy { world async throws in
            let restored = try await world.restored { try await $0.privacy.erase(world.ada, as: world.administrator) }
            let without = try await restored.test.reopened(with: [Privacy()])
            let tenant = try await without.platform.tenant("acme")
            try await without.platform.runDue()
            let failed = try await tenant.failedJobs.list(as: world.administrator)
            #expect(failed.map(\.name) == ["repeat erasures"] && failed[0].error.contains("courses"))
            await without.platform.close()
            let complete = try await restored.reopened()
            complete.test.clock.advance(by: .seconds(3601))
            try await complete.test.platform.runDue()
            #expect(try await complete.erasures().keys.sorted() == [world.ada])
            await complete.test.platform.close()
        }
    }

    @Test func `the list repeats erasures where both files are older, for those who may erase`() async throws {
        try await withPrivacy { world async throws in
            await world.test.platform.close()
            let directory = URL(filePath: "\(world.test.folder)/directory.db")
            let backup = try Data(contentsOf: directory)
            let between = try await world.restored { try await $0.privacy.erase(world.ada, as: world.administrator) }
            await between.test.platform.close()
            try backup.write(to: directory)
            let restored = try await between.reopened()
            #expect(try await restored.erasures().isEmpty)
            let grace = try restored.test.platform.operator("Grace")
            let unknown = try #require(MemberID("019b8d62-7a80-7e55-b2fb-eea293f80bc9"))
            let list = [world.ada, unknown, world.ada]
            // The directory knows nothing of the erasure, so that anybody could be in the list.
            await #expect(throws: AccessError(permission: "privacy.erase personal data")) {
                try await restored.privacy.repeatErasures(of: list, as: grace)
            }
            let shown = try await restored.privacy.restored(of: list, as: world.administrator)
            #expect(shown.map(\.id) == [world.ada] && shown.map(\.name) == ["Ada Lovelace"])
            #expect(try await restored.privacy.repeatErasures(of: list, as: world.administrator).get() == 1)
            #expect(try await restored.privacy.restored(of: list, as: world.administrator).isEmpty)
            try await restored.settle()
            #expect(try await restored.erasures() == [world.ada: true])
            #expect(try await restored.account("Ada") == nil)
            await restored.test.platform.close()
        }
    }

    @Test func `an operator repeats the erasures that the directory lists, and sees no names`() async throws {
        try await withPrivacy { world async throws in
            let restored = try await world.restored { try await $0.privacy.erase(world.ada, as: world.administrator) }
            let grace = try restored.test.platform.operator("Grace")
            let shown = try await restored.privacy.restored(of: [world.ada], as: grace)
            #expect(shown.map(\.id) == [world.ada] && shown.map(\.name) == [nil])
            await #expect(throws: AccessError(permission: "privacy.erase personal data")) {
                try await restored.privacy.restored(of: [world.ada, world.bob], as: grace)
            }
            #expect(try await restored.privacy.repeatErasures(of: [world.ada], as: grace).get() == 1)
            #expect(try await restored.erasures() == [world.ada: false])
            await restored.test.platform.close()
        }
    }
}

extension PrivacyWorld {
    /// Takes the role of administrator from the founder, and returns the only administrator who is left.
    fileprivate func makeOnlyAdministrator() async throws -> MemberID {
        let founder = try await tenant.members.list(as: administrator).entries.filter { $0.member.name == "Founder" }
        for entry in founder {
            try await tenant.roles.revoke(Assignment(.administrator), from: entry.member.id, as: administrator)
        }
        return try #require(administrator.member)
    }
}

/// A module that starts after `Privacy`. It notes who is erased, and whom its work sees.
private final class Later: Module {
    static let id: ModuleID = "later"
    static let dependencies: [any Module.Type] = [Privacy.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    private let state = Locked<(erased: [MemberID], seen: Set<MemberID>)>(([], []))

    var erased: [MemberID] { state.withLock(\.erased) }
    var seen: Set<MemberID> { state.withLock(\.seen) }

    func forget() { state.withLock { $0 = ([], []) } }

    func start(in tenant: TenantContext) throws {
        try tenant.on(MemberErased.self) { [state] event, _ in state.withLock { $0.erased.append(event.member) } }
        try tenant.every(.seconds(60), "look") { [state] in
            let members = try await tenant.store.read(as: tenant.system("look")) { work in
                try work.members(limit: 100).filter { $0.state == .active }.map(\.id)
            }
            state.withLock { $0.seen.formUnion(members) }
        }
    }
}
