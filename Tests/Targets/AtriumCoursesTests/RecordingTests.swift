import Atrium
import AtriumCourses
import Foundation
import TestSupport
import Testing

struct RecordingTests {
    @Test func `a member's list shows that they enrolled, worked and completed`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.enrolled, at: noon(2, 1)) == .recorded)
            #expect(try await world.record(.activity(minutes: 30), at: noon(2, 3)) == .recorded)
            #expect(try await world.record(.progressed(percent: 50, minutes: 12), at: noon(2, 5)) == .recorded)
            #expect(try await world.record(.activity(), at: noon(2, 4)) == .recorded)
            #expect(try await world.participation().percent == 50)
            #expect(try await world.record(.completed, at: noon(3, 1)) == .recorded)
            let participation = try await world.participation()
            #expect(participation.state == .completed)
            #expect(participation.enrolledAt == noon(2, 1) && participation.endedAt == noon(3, 1))
            #expect(participation.startedAt == noon(2, 3) && participation.lastActiveAt == noon(2, 5))
            #expect(participation.activities == 3 && participation.minutes == 42 && participation.percent == 100)
        }
    }

    @Test func `an enrolment ends once: the same end again is a repetition, and another end is refused`() async throws {
        try await withCourses { world async throws in
            try await world.courses.record(.enrolled, of: world.ada, in: world.swift, as: world.administrator)
            #expect(try await world.record(.completed) == .recorded)
            #expect(try await world.record(.completed) == .repeated)
            await #expect(throws: LearningError.alreadyEnded(.completed)) { try await world.record(.failed) }
            await #expect(throws: LearningError.alreadyEnded(.completed)) { try await world.record(.withdrawn) }
            #expect(try await world.kinds() == [.enrolled, .completed])
        }
    }

    @Test func `a member can be enrolled again after an end, but not before it`() async throws {
        try await withCourses { world async throws in
            await #expect(throws: LearningError.notEnrolled) { try await world.record(.completed) }
            #expect(try await world.record(.enrolled) == .recorded)
            await #expect(throws: LearningError.alreadyEnrolled) { try await world.record(.enrolled) }
            #expect(try await world.record(.withdrawn) == .recorded)
            #expect(try await world.record(.enrolled) == .recorded)
            #expect(try await world.participation().state == .enrolled)
            #expect(try await world.record(.failed) == .recorded)
            #expect(try await world.participation().state == .failed)
        }
    }

    @Test func `activity is accepted in every state and with every date`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.activity(), at: noon(1, 1)) == .recorded)
            #expect(try await world.participation().state == .notEnrolled)
            #expect(try await world.record(.enrolled, at: noon(2, 1)) == .recorded)
            #expect(try await world.record(.activity(), at: noon(1, 2)) == .recorded)
            #expect(try await world.record(.withdrawn, at: noon(1, 15)) == .recorded)
            #expect(try await world.record(.activity(), at: noon(6, 1)) == .recorded)
            #expect(try await world.participation().activities == 3)
        }
    }

    @Test func `an id is recorded once, and the same id with other content is a conflict`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.activity(minutes: 5), at: noon(2, 1), id: "lms:1") == .recorded)
            #expect(try await world.record(.activity(minutes: 5), at: noon(2, 1), id: "lms:1") == .repeated)
            #expect(try await world.record(.activity(minutes: 5), id: "lms:1") == .repeated)
            await #expect(throws: LearningError.conflict) {
                try await world.record(.activity(minutes: 6), at: noon(2, 1), id: "lms:1")
            }
            await #expect(throws: LearningError.conflict) {
                try await world.record(.activity(minutes: 5), at: noon(2, 2), id: "lms:1")
            }
            let bob = try await world.member("bob")
            await #expect(throws: LearningError.conflict) {
                try await world.courses.record(
                    .activity(minutes: 5), of: bob, in: world.swift, at: noon(2, 1), id: "lms:1",
                    as: world.administrator)
            }
            #expect(try await world.participation().activities == 1)
        }
    }

    @Test func `voiding an end reopens the enrolment, and a correction replaces the end in one commit`() async throws {
        try await withCourses { world async throws in
            try await world.courses.record(.enrolled, of: world.ada, in: world.swift, as: world.administrator)
            #expect(try await world.record(.completed, at: noon(3, 1), id: "end") == .recorded)
            try await world.courses.correct("end", to: .failed, of: world.ada, as: world.administrator)
            let failed = try await world.participation()
            #expect(failed.state == .failed && failed.endedAt == noon(3, 1))
            #expect(try await world.kinds().contains(.completed) == false)
            let end = try await world.courses.entries(of: world.ada, in: world.swift, as: world.administrator)
                .first { $0.learning == .failed }
            try await world.courses.void(#require(end).id, of: world.ada, as: world.administrator)
            #expect(try await world.participation().state == .enrolled)
            await #expect(throws: LearningError.unknownEntry) {
                try await world.courses.void("end", of: world.ada, as: world.administrator)
            }
            #expect(try await world.record(.completed, at: noon(3, 1), id: "end") == .repeated)
            #expect(try await world.participation().state == .enrolled)
        }
    }

    @Test func `when an end is voided, a repeated one takes its place`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.enrolled) == .recorded)
            #expect(try await world.record(.completed, at: noon(3, 1), id: "first") == .recorded)
            #expect(try await world.record(.completed, at: noon(3, 2), id: "second") == .repeated)
            try await world.courses.void("first", of: world.ada, as: world.administrator)
            let participation = try await world.participation()
            #expect(participation.state == .completed && participation.endedAt == noon(3, 2))
        }
    }

    @Test func `another member's entry answers like an unknown one`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.activity(), id: "a") == .recorded)
            let bob = try await world.member("bob")
            await #expect(throws: LearningError.unknownEntry) {
                try await world.courses.void("a", of: bob, as: world.administrator)
            }
            #expect(try await world.participation().activities == 1)
        }
    }

    @Test func `an impossible value is refused with its own error`() async throws {
        try await withCourses { world async throws in
            let cases: [(Learning, Date?, String?, LearningError)] = [
                (.activity(minutes: -1), nil, nil, .invalidMinutes),
                (.activity(minutes: .max), nil, nil, .invalidMinutes),
                (.progressed(percent: 101), nil, nil, .invalidProgress),
                (.progressed(percent: -1), nil, nil, .invalidProgress), (.activity(), nil, "", .invalidID),
                (.activity(), nil, "a\u{0}b", .invalidID),
                (.activity(), nil, String(repeating: "a", count: 201), .invalidID),
                (.activity(), Date(timeIntervalSince1970: .infinity), nil, .invalidDate),
                (.activity(), Date(timeIntervalSince1970: .nan), nil, .invalidDate),
                (.activity(), Date.distantPast, nil, .invalidDate),
                (.activity(), Date(timeIntervalSince1970: 1e300), nil, .invalidDate),
            ]
            for (learning, date, id, error) in cases {
                await #expect(throws: error) { try await world.record(learning, at: date, id: id) }
            }
            let nobody = MemberID(at: noon(1, 1), random: Array(repeating: 7, count: 10))
            await #expect(throws: MemberError.unknown) {
                try await world.courses.record(.enrolled, of: nobody, in: world.swift, as: world.administrator)
            }
            await #expect(throws: CourseError.unknown) {
                try await world.courses.record(
                    .enrolled, of: world.ada, in: CourseID("none"), as: world.administrator)
            }
            #expect(try await world.courses.participations(of: world.ada, as: world.administrator).isEmpty)
        }
    }

    @Test func `a member can enrol and withdraw themselves, and can record nothing else`() async throws {
        try await withCourses { world async throws in
            let ada = Principal.member(world.ada)
            let (courses, swift) = (world.courses, world.swift)
            #expect(try await courses.record(.enrolled, of: world.ada, in: swift, as: ada) == .recorded)
            await #expect(throws: AccessError.self) {
                try await courses.record(.completed, of: world.ada, in: swift, as: ada)
            }
            #expect(try await courses.record(.withdrawn, of: world.ada, in: swift, as: ada) == .recorded)
            #expect(try await courses.participations(of: world.ada, as: ada).count == 1)
            let bob = try await world.member("bob")
            await #expect(throws: AccessError.self) { try await courses.record(.enrolled, of: bob, in: swift, as: ada) }
            await #expect(throws: AccessError.self) { try await courses.participations(of: bob, as: ada) }
        }
    }

    @Test func `voiding an enrolment also removes its end`()
        async throws
    {
        try await withCourses { world async throws in
            #expect(try await world.record(.enrolled, id: "e1") == .recorded)
            #expect(try await world.record(.completed, id: "c1") == .recorded)
            #expect(try await world.record(.enrolled, id: "e2") == .recorded)
            #expect(try await world.record(.failed, id: "f2") == .recorded)
            try await world.courses.void("e2", of: world.ada, as: world.administrator)
            // One enrolment and one end are left.
            #expect(try await world.kinds() == [.enrolled, .completed])
            #expect(try await world.participation().state == .completed)
            try await world.courses.void("e1", of: world.ada, as: world.administrator)
            #expect(try await world.courses.entries(of: world.ada, in: world.swift, as: world.administrator).isEmpty)
        }
    }

    @Test func `a correction takes the place of the wrong entry, also before a later enrolment`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.enrolled, at: noon(1, 1), id: "e1") == .recorded)
            #expect(try await world.record(.completed, at: noon(2, 1), id: "c1") == .recorded)
            #expect(try await world.record(.enrolled, at: noon(3, 1), id: "e2") == .recorded)
            try await world.courses.correct("c1", to: .failed, of: world.ada, as: world.administrator)
            #expect(try await world.participation().state == .enrolled)
            #expect(try await world.kinds() == [.enrolled, .failed, .enrolled])
            #expect(try await world.record(.completed, at: noon(4, 1)) == .recorded)
            await #expect(throws: LearningError.withoutEffect) {
                try await world.courses.correct("e2", to: .failed, of: world.ada, as: world.administrator)
            }
            #expect(try await world.kinds() == [.enrolled, .failed, .enrolled, .completed])
        }
    }

    @Test func `an entry counts as repeated even after its course is retired`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.enrolled, id: "e1") == .recorded)
            try await world.courses.retire(world.swift, as: world.administrator)
            #expect(try await world.record(.enrolled, id: "e1") == .repeated)
        }
    }

    @Test func `a member who enrols themselves chooses neither id nor date, and an inactive one cannot be enrolled`()
        async throws
    {
        try await withCourses { world async throws in
            let ada = Principal.member(world.ada)
            let bob = try await world.member("bob")
            try await world.courses.record(
                .enrolled, of: bob, in: world.swift, id: "bob:1", as: world.administrator)
            for (id, date) in [("bob:1", nil), ("new", nil), (nil, noon(1, 1))] as [(String?, Date?)] {
                await #expect(throws: AccessError.self) {
                    try await world.courses.record(
                        .enrolled, of: world.ada, in: world.swift, at: date, id: id, as: ada)
                }
            }
            try await world.tenant.members.deactivate(bob, as: world.administrator)
            await #expect(throws: MemberError.notActive) {
                try await world.courses.record(.enrolled, of: bob, in: world.sqlite, as: world.administrator)
            }
        }
    }
}
