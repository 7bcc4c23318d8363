import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

@testable import Atrium

/// Mapping many names to members, in one call.
struct MappingTests {
    private func line(_ id: Int, _ name: Int) -> String {
        "\(id),p\(name)@private.example,swift-101,enrolled,2025-02-01,,\n"
    }

    @Test func `hundreds of accounts are mapped at once, each on its own, and their held lines are recorded`()
        async throws
    {
        try await withCourses { world async throws in
            let bob = try await world.member("bob")
            let lines = (0..<250).map { "\($0),p\($0)@private.example,swift-101,activity,2025-02-01,,\n" }.joined()
            _ = try await world.record(.enrolled, at: noon(1, 1))
            #expect(try await world.load(header + lines).counts == [.held: 250])
            var pairs = try (0..<250).map {
                LearnerMapping(
                    "mailto:p\($0)@private.example",
                    to: $0 % 2 == 0 ? .member(world.ada) : .address(try EmailAddress("Ada@acme.example")))
            }
            pairs[7] = LearnerMapping(pairs[7].learner, to: .address(try EmailAddress("nobody@acme.example")))
            pairs[240] = LearnerMapping(String(repeating: "x", count: 1001), to: .member(bob))
            let report = try await world.courses.resolve(pairs, as: world.administrator).get()
            #expect(report.mapped == 248 && report.lines.counts == [.accepted: 248])
            #expect(report.refused.map(\.position) == [7, 240])
            #expect(
                report.refused.map(\.reason.description) == [
                    MemberError.unknown.description, LearningError.invalidLearner.description,
                ])
            #expect(try await world.participation().activities == 248)
            #expect(try await world.courses.heldLearners(as: world.administrator).map(\.lines) == [1, 1])
        }
    }

    @Test func `a name can be mapped before its first line comes, and its mapping can be corrected`() async throws {
        try await withCourses { world async throws in
            let bob = try await world.member("bob")
            for (id, member) in [(1, bob), (2, world.ada)] {
                let pair = LearnerMapping("mailto:p1@private.example", to: .member(member))
                #expect(try await world.courses.resolve([pair], as: world.administrator).get().mapped == 1)
                #expect(try await world.load(header + line(id, 1)).counts == [.accepted: 1])
                let found = try await world.courses.participations(of: member, as: world.administrator)
                #expect(found.map(\.course) == [world.swift])
            }
        }
    }

    @Test func `an account is named by its home page and name, and an address in any letter case`() async throws {
        try await withCourses { world async throws in
            let course = try CourseID("urn:course:x")
            try await world.courses.add(Course(id: course, title: "X"), as: world.administrator)
            let actors = [
                #"{"account": {"homePage": "https://lms.example", "name": "4711"}}"#,
                #"{"mbox": "mailto:p@q.example"}"#,
            ]
            let statements = actors.enumerated().map { index, actor in
                world.statement(index + 1, "progressed", of: "p@q.example", activity: "x")
                    .replacing(#"{"mbox": "mailto:p@q.example"}"#, with: actor)
            }
            #expect(try await world.load(statements.joined(), .xapi).counts == [.held: 2])
            let pairs = [
                LearnerMapping(account: "4711", at: "https://lms.example", to: .member(world.ada)),
                LearnerMapping("mailto:P@Q.example", to: .member(world.ada)),
            ]
            let report = try await world.courses.resolve(pairs, as: world.administrator).get()
            #expect(report.lines.counts == [.accepted: 2])
        }
    }

    @Test func `the audit names the member of a commit about one member, and nobody if it is about several`()
        async throws
    {
        try await withCourses { world async throws in
            let bob = try await world.member("bob")
            func pair(_ name: String, _ member: MemberID) -> LearnerMapping {
                LearnerMapping("openid:https://\(name).example", to: .member(member))
            }
            for pairs in [[pair("a", bob), pair("b", bob)], [pair("c", bob), pair("d", world.ada)]] {
                _ = try await world.courses.resolve(pairs, as: world.administrator).get()
            }
            let entries = try await world.tenant.file.read { connection in
                try connection.kernel.rows(
                    "SELECT payload FROM kernel_audit ORDER BY sequence DESC LIMIT 2", as: String.self)
            }
            #expect(entries[1].contains("\tmember:\(bob)\t") && entries[0].contains("\t-\t"))
        }
    }

    @Test func `an empty list of mappings changes nothing`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.courses.resolve([], as: world.administrator).get() == MappingReport())
        }
    }
}
