import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ExactlyOnceTests {
    /// Records completions without waiting for what follows.
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

    @Test func `a completion has one certificate after a restart, whether it was issued before or not`() async throws {
        try await withCertificates { world async throws in
            let members = try await complete(world, count: 3)
            let reopened = try await world.test.reopened()
            for _ in 0..<2 { try await reopened.platform.runDue() }
            let service = try await reopened.platform.tenant("acme")[Certificates.self]
            let found = try await service.listWithCodes(as: world.administrator).entries
            #expect(found.count == 3 && Set(found.map(\.member)) == Set(members))
            await reopened.platform.close()
        }
    }

    /// Signs, and simulates a crash right after the commit of what it signed.
    private final class Saboteur: CertificateSigner {
        let isArmed = Locked(false)
        let crashes = Locked(0)

        func sign(_ payload: [UInt8]) throws -> CertificateSignature {
            isArmed.withLock { $0 = true }
            return try CertificateSignature(algorithm: "none", bytes: [1])
        }

        func verify(_ signature: CertificateSignature, of payload: [UInt8]) -> Bool { true }

        func committed() throws {
            guard isArmed.withLock({ $0.exchange(with: false) }) else { return }
            crashes.withLock { $0 += 1 }
            throw Interruption()
        }
    }

    @Test func `a crash after the commit and a second run leave one certificate for each completion`() async throws {
        let saboteur = Saboteur()
        try await withCertificates(
            Certificates(signer: saboteur) { "\($0)" },
            configure: { configuration in
                configuration.observer = SigningTests.Silence()
                configuration.interrupt = { if $0 == .committed { try saboteur.committed() } }
            }
        ) { world async throws in
            var lines = "id,email,course,event,date\n"
            for number in 0..<100 {
                _ = try await world.member("learner\(number)")
                for event in ["enrolled", "completed"] {
                    lines += "\(event)\(number),learner\(number)@acme.example,swift-101,\(event),2025-04-05\n"
                }
            }
            _ = try await world.courses.importRecord(.csv, from: chunks(lines), as: world.administrator)
            for _ in 0..<3 { _ = try? await world.test.platform.runDue() }
            #expect(saboteur.crashes.withLock { $0 } > 0)
            let found = try await world.certificates.listWithCodes(as: world.administrator)
            #expect(found.entries.count == 100 && Set(found.entries.map(\.member)).count == 100)
            #expect(Set(found.entries.map(\.content.code)).count == 100 && found.next == nil)
        }
    }

    @Test func `a completion that was recorded while the module was absent gets its certificate when it is back`()
        async throws
    {
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
            #expect(try await certificates.listOwn(as: .member(ada)).entries.count == 1)
            #expect(try await certificates.issueMissing(as: administrator).get() == 0)
            await again.close()
        }
    }

    @Test func `a completion that is older than the module gets one certificate, as if the module had been there`()
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
            #expect(try await certificates.issueMissing(as: administrator).get() == 0)
            #expect(try await certificates.listOwn(as: .member(ada)).entries.count == 1)
            await later.close()
        }
    }
}

extension ExactlyOnceTests {
    /// Gives a limited number of signatures, then fails.
    private final class Budget: CertificateSigner {
        struct Spent: Error {}
        let left: Locked<Int>

        init(_ count: Int) { left = Locked(count) }

        func sign(_ payload: [UInt8]) throws -> CertificateSignature {
            try left.withLock { left in
                guard left > 0 else { throw Spent() }
                left -= 1
            }
            return try CertificateSignature(algorithm: "none", bytes: [1])
        }

        func verify(_ signature: CertificateSignature, of payload: [UInt8]) -> Bool { true }
    }

    @Test
    func `missing certificates are issued in pages, finished pages survive a failure, and the rest can follow`()
        async throws
    {
        try await withTemporaryPlatform([Courses()]) { test async throws in
            let tenant = try await test.organization()
            let administrator = try await test.member(
                "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
            let swift = try CourseID("swift")
            try await tenant[Courses.self].add(Course(id: swift, title: "Swift"), as: administrator)
            for number in 0..<7 {
                let member = try #require(try await test.member("learner\(number)@acme.example", in: tenant).member)
                for learning in [Learning.enrolled, .completed] {
                    try await tenant[Courses.self].record(learning, of: member, in: swift, as: administrator)
                }
            }
            await test.platform.close()
            let budget = Budget(5)
            var module = Certificates(signer: budget) { "\($0)" }
            // A page of four entries has two completions.
            module.pageSize = 4
            let later = try await Platform.open(at: test.folder, modules: [Courses(), module])
            let certificates = try await later.tenant("acme")[Certificates.self]
            let stopped = try await certificates.issueMissing(as: administrator)
            #expect(stopped.done == 4 && stopped.error is Budget.Spent)
            // The third page is not issued in part.
            #expect(try await certificates.listWithCodes(as: administrator).entries.count == 4)
            budget.left.withLock { $0 = 100 }
            #expect(try await certificates.issueMissing(as: administrator).get() == 3)
            #expect(try await certificates.issueMissing(as: administrator).get() == 0)
            let found = try await certificates.listWithCodes(as: administrator).entries
            #expect(found.count == 7 && Set(found.map(\.member)).count == 7)
            await later.close()
        }
    }
}

extension Bool {
    /// Sets a new value and returns the old one.
    fileprivate mutating func exchange(with new: Bool) -> Bool {
        defer { self = new }
        return self
    }
}
