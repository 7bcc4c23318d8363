import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import Testing

struct ExactlyOnceTests {
    /// Completes, and waits for nothing that follows.
    private func complete(_ world: CertificateWorld, count: Int) async throws -> [MemberID] {
        var members: [MemberID] = []
        for number in 0..<count {
            let member = try await world.member("learner\(number)")
            for learning in [Learning.enrolled, .completed] {
                try await world.courses.record(learning, of: member, in: world.swift, as: world.administrator)
            }
            members.append(member)
        }
        return members
    }

    @Test func `a completion gets its certificate after a restart, whether or not it followed before`() async throws {
        try await withCertificates { world async throws in
            let members = try await complete(world, count: 3)
            let reopened = try await world.test.reopened()
            for _ in 0..<2 { try await reopened.platform.runDue() }
            let service = try await reopened.platform.tenant("acme")[Certificates.self]
            let found = try await service.register(as: world.administrator).entries
            #expect(found.count == 3 && Set(found.map(\.member)) == Set(members))
            await reopened.platform.close()
        }
    }

    @Test func `a crash after the commit, and another run, leave one certificate for each completion`() async throws {
        let crashes = Locked(false)
        try await withCertificates(configure: { configuration in
            configuration.observer = SigningTests.Silence()
            configuration.interrupt = { step in
                if step == .committed, crashes.withLock({ $0 }) { throw Interruption() }
            }
        }) { world async throws in
            let members = try await complete(world, count: 3)
            crashes.withLock { $0 = true }
            _ = try? await world.test.platform.runDue()
            crashes.withLock { $0 = false }
            let before = try await world.certificates.register(as: world.administrator).entries
            for _ in 0..<3 { try await world.settle() }
            let after = try await world.certificates.register(as: world.administrator).entries
            #expect(before == after && after.count == 3 && Set(after.map(\.member)) == Set(members))
        }
    }

    @Test func `certificates that waited while the module was away are issued when it is back`() async throws {
        try await withTemporaryPlatform([Courses(), Certificates { "\($0)" }]) { test async throws in
            let tenant = try await test.organization()
            let administrator = try await test.member(
                "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
            let swift = try CourseID("swift")
            try await tenant[Courses.self].add(Course(id: swift, title: "Swift"), as: administrator)
            let ada = try #require(try await test.member("ada@acme.example", in: tenant).member)
            await test.platform.close()

            var configuration = PlatformConfiguration(folder: test.folder)
            configuration.now = { test.clock.now }
            let without = try await Platform.open(configuration, modules: [Courses()])
            let courses = try await without.tenant("acme")[Courses.self]
            for learning in [Learning.enrolled, .completed] {
                try await courses.record(learning, of: ada, in: swift, as: administrator)
            }
            try await without.runDue()
            await without.close()

            let again = try await Platform.open(configuration, modules: [Courses(), Certificates { "\($0)" }])
            let certificates = try await again.tenant("acme")[Certificates.self]
            try await again.runDue()
            #expect(try await certificates.own(as: .member(ada)).entries.count == 1)
            #expect(try await certificates.issueMissing(as: administrator) == 0)
            await again.close()
        }
    }

    @Test func `completions from before the module get their certificates when an administrator asks, once`()
        async throws
    {
        try await withTemporaryPlatform([Courses()]) { test async throws in
            let tenant = try await test.organization()
            let administrator = try await test.member(
                "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
            let swift = try CourseID("swift")
            try await tenant[Courses.self].add(Course(id: swift, title: "Swift"), as: administrator)
            let ada = try #require(try await test.member("ada@acme.example", in: tenant).member)
            for learning in [Learning.enrolled, .completed] {
                try await tenant[Courses.self].record(learning, of: ada, in: swift, as: administrator)
            }
            await test.platform.close()
            let later = try await Platform.open(
                at: test.folder, modules: [Courses(), Certificates { "\($0)" }])
            try await later.runDue()
            let certificates = try await later.tenant("acme")[Certificates.self]
            #expect(try await certificates.own(as: .member(ada)).entries.isEmpty)
            #expect(try await certificates.issueMissing(as: administrator) == 1)
            #expect(try await certificates.issueMissing(as: administrator) == 0)
            #expect(try await certificates.own(as: .member(ada)).entries.count == 1)
            await later.close()
        }
    }
}
