import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Asks Courses from another module's unit, like a module that follows a member's progress.
private struct Watch: Module {
    static let id: ModuleID = "watch"
    static let dependencies: [any Module.Type] = [Courses.self]
    static let permissions = [Permission.watch]
    static let schema = Schema()

    func start(in tenant: TenantContext) throws -> Service {
        Service(store: tenant.store, courses: try tenant.service(of: Courses.self))
    }

    struct Service: Sendable {
        let store: Store
        let courses: CourseService

        func minutes(of member: MemberID, _ days: ClosedRange<Day>, as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .watch) { try courses.minutes(of: member, on: days, in: $0) }
        }

        func hasCompleted(
            _ course: CourseID, _ member: MemberID, _ days: ClosedRange<Day>, as principal: Principal
        ) async throws -> Bool {
            try await store.read(as: principal, .watch) { work in
                try courses.hasCompleted(course, member, on: days, in: work)
            }
        }
    }
}

extension Permission {
    fileprivate static let watch = Permission("watch.watch", grantedTo: .administrator)
}

struct ProgressTests {
    private let first = Day(year: 2025, month: 2)

    @Test func `minutes count on the organization's days, both ends included, without voided entries`()
        async throws
    {
        try await withCourses([Watch()]) { world async throws in
            let zone = try #require(TimeZone(identifier: "America/New_York"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            let last = first.advanced(by: 2)
            let (start, end) = (first.start(in: zone), last.advanced(by: 1).start(in: zone))
            let moments = [start.addingTimeInterval(-1), start, end.addingTimeInterval(-1), end]
            for (index, moment) in moments.enumerated() {
                _ = try await world.record(.activity(minutes: 1 << index), at: moment, id: "\(index)")
            }
            let watch = try world.tenant[Watch.self]
            #expect(try await watch.minutes(of: world.ada, first...last, as: world.administrator) == 2 + 4)
            try await world.courses.void("1", of: world.ada, as: world.administrator)
            #expect(try await watch.minutes(of: world.ada, first...last, as: world.administrator) == 4)
            let bob = try await world.member("bob")
            #expect(try await watch.minutes(of: bob, first...last, as: world.administrator) == 0)
        }
    }

    @Test func `a completion counts on its day, in its course, for its member`() async throws {
        try await withCourses([Watch()]) { world async throws in
            let watch = try world.tenant[Watch.self]
            _ = try await world.record(.enrolled, at: noon(1, 1))
            _ = try await world.record(.completed, at: noon(2, 1))
            func hasCompleted(_ course: CourseID, from day: Day) async throws -> Bool {
                try await watch.hasCompleted(course, world.ada, day...day.advanced(by: 5), as: world.administrator)
            }
            #expect(try await hasCompleted(world.swift, from: first))
            #expect(try await !hasCompleted(world.swift, from: first.advanced(by: 1)))
            #expect(try await !hasCompleted(world.swift, from: first.advanced(by: -6)))
            #expect(try await !hasCompleted(world.sqlite, from: first))
        }
    }

    @Test func `any days may be asked about, even the first and the last possible ones`() async throws {
        try await withCourses([Watch()]) { world async throws in
            let watch = try world.tenant[Watch.self]
            _ = try await world.record(.activity(minutes: 5), at: noon(2, 1))
            let (first, last) = (Day(number: .min), Day(number: .max))
            #expect(try await watch.minutes(of: world.ada, first...last, as: world.administrator) == 5)
            for days in [first...first, last...last] {
                #expect(try await watch.minutes(of: world.ada, days, as: world.administrator) == 0)
                #expect(
                    try await !watch.hasCompleted(world.swift, world.ada, days, as: world.administrator))
            }
        }
    }

    @Test(arguments: [Int.max, .min, -1])
    func `impossible minutes and percentages are refused, and an extreme page limit is clamped`(_ number: Int)
        async throws
    {
        try await withCourses { world async throws in
            await #expect(throws: LearningError.invalidMinutes) {
                try await world.record(.activity(minutes: number))
            }
            await #expect(throws: LearningError.invalidProgress) {
                try await world.record(.progressed(percent: number))
            }
            var query = CourseQuery()
            query.limit = number
            #expect(try await !world.courses.list(query, as: world.administrator).courses.isEmpty)
        }
    }
}
