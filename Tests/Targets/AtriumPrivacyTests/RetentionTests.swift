import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumTesting
import TestSupport
import Testing

struct RetentionTests {
    private static let people = "members"
    private static let unknownLearning = "courses_held"

    @Test func `without a chosen number of days nothing goes, and a number shows what would go before it goes`()
        async throws
    {
        try await withPrivacy { world async throws in
            let administrator = world.administrator
            try await world.tenant.members.remove(world.ada, as: administrator)
            world.test.clock.advance(by: .seconds(40 * 86_400))
            try await world.tenant.members.remove(world.bob, as: administrator)
            try await world.test.platform.runDue()
            #expect(try await world.erasures().isEmpty)
            #expect(try await world.privacy.preview(Self.people, days: 30, as: administrator) == 1)
            #expect(try await world.privacy.preview(Self.people, days: 50, as: administrator) == 0)
            #expect(try await world.privacy.preview(Self.people, days: nil, as: administrator) == 0)
            try await world.privacy.keep(Self.people, days: 30, as: administrator)
            let rule = try await world.privacy.retentionRules(as: administrator).first { $0.id == Self.people }
            #expect(rule?.days == 30 && rule?.due == 1)
            try await world.settle()
            #expect(try await world.erasures().keys.sorted() == [world.ada])
            try await world.privacy.keep(Self.people, days: nil, as: administrator)
            world.test.clock.advance(by: .seconds(90 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.erasures().keys.sorted() == [world.ada])
        }
    }

    @Test func `a person who came back is not erased for having left`() async throws {
        try await withPrivacy { world async throws in
            try await world.tenant.members.remove(world.ada, as: world.administrator)
            world.test.clock.advance(by: .seconds(20 * 86_400))
            try await world.readmitAda()
            try await world.privacy.keep(Self.people, days: 1, as: world.administrator)
            world.test.clock.advance(by: .seconds(20 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.erasures().isEmpty)
        }
    }

    @Test func `a person who came back while the module was absent is not erased for having left`() async throws {
        try await withPrivacy { world async throws in
            try await world.tenant.members.remove(world.ada, as: world.administrator)
            try await world.privacy.keep(Self.people, days: 30, as: world.administrator)
            let absent = try await world.reopened(with: [Courses()])
            absent.test.clock.advance(by: .seconds(60 * 86_400))
            try await absent.readmitAda()
            let back = try await absent.reopened(with: [Courses(), Privacy()])
            try await back.test.platform.runDue()
            #expect(try await back.erasures().isEmpty)
            #expect(try await back.privacy.preview(Self.people, days: 1, as: back.administrator) == 0)
            await back.test.platform.close()
        }
    }

    @Test func `the time of a person who left again while the module was absent begins anew`() async throws {
        try await withPrivacy { world async throws in
            try await world.tenant.members.remove(world.ada, as: world.administrator)
            try await world.privacy.keep(Self.people, days: 30, as: world.administrator)
            let absent = try await world.reopened(with: [Courses()])
            absent.test.clock.advance(by: .seconds(60 * 86_400))
            try await absent.readmitAda()
            absent.test.clock.advance(by: .seconds(86_400))
            try await absent.tenant.members.remove(world.ada, as: world.administrator)
            let back = try await absent.reopened(with: [Courses(), Privacy()])
            back.test.clock.advance(by: .seconds(29 * 86_400))
            try await back.test.platform.runDue()
            #expect(try await back.erasures().isEmpty)
            back.test.clock.advance(by: .seconds(2 * 86_400))
            try await back.test.platform.runDue()
            #expect(try await back.erasures().keys.sorted() == [world.ada])
            await back.test.platform.close()
        }
    }

    @Test func `people who left are erased page after page`() async throws {
        var small = Privacy()
        small.peoplePageSize = 2
        try await withPrivacy(small) { world async throws in
            var members = [world.ada, world.bob]
            for name in ["cleo", "dora", "emil"] { members.append(try #require(try await world.admit(name).member)) }
            for member in members { try await world.tenant.members.remove(member, as: world.administrator) }
            try await world.privacy.keep(Self.people, days: 1, as: world.administrator)
            world.test.clock.advance(by: .seconds(2 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.erasures().keys.sorted() == members.sorted())
        }
    }

    @Test func `what a rule erases leaves no byte in the file`() async throws {
        try await withPrivacy { world async throws in
            try await world.hold(learners: 5)
            try await world.privacy.keep(Self.unknownLearning, days: 10, as: world.administrator)
            try await world.settle()
            #expect(try world.isOnDisk("private.example"))
            world.test.clock.advance(by: .seconds(11 * 86_400))
            try await world.test.platform.runDue()
            try await world.settle()
            #expect(try !world.isOnDisk("private.example"))
        }
    }

    @Test func `the rule of a module erases its old rows, page after page`() async throws {
        var small = Privacy()
        small.pageSize = 2
        try await withPrivacy(small) { world async throws in
            try await world.hold(learners: 5)
            try await world.privacy.keep(Self.unknownLearning, days: 10, as: world.administrator)
            try await world.settle()
            #expect(try await world.courses.heldLearners(as: world.administrator).count == 5)
            world.test.clock.advance(by: .seconds(11 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
        }
    }

    @Test func `unknown rules, and numbers that are no number of days, are refused`() async throws {
        try await withPrivacy { world async throws in
            for days in [0, -1, 36_501, Int.max] {
                await #expect(throws: RetentionError.invalidDays) {
                    try await world.privacy.keep(Self.people, days: days, as: world.administrator)
                }
            }
            await #expect(throws: RetentionError.unknownRule) {
                try await world.privacy.keep("kernel_member", days: 1, as: world.administrator)
            }
            await #expect(throws: AccessError.self) {
                try await world.privacy.keep(Self.people, days: 1, as: .member(world.ada))
            }
        }
    }

    @Test func `people who left before the module came are counted from its start`() async throws {
        try await withTestOrganization([Courses()], steps: [.person("Ada"), .person("Bob")]) { before in
            try await before.tenant.members.remove(#require(before.person("Ada").member), as: before.administrator)
            before.test.clock.advance(by: .seconds(100 * 86_400))
            let world = try await before.reopened(with: [Courses(), Privacy()])
            #expect(try await world.privacy.preview(Self.people, days: 1, as: world.administrator) == 0)
            world.test.clock.advance(by: .seconds(2 * 86_400))
            #expect(try await world.privacy.preview(Self.people, days: 1, as: world.administrator) == 1)
            await world.test.platform.close()
        }
    }
}
