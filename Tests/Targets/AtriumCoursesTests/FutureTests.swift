import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Dates in the future. Now is 2026-01-05, 09:00.
struct FutureTests {
    private func line(_ id: Int, _ date: String, of address: String = "ada@acme.example") -> String {
        "\(id),\(address),swift-101,activity,\(date),,\n"
    }

    private func enrol(_ world: CourseWorld) async throws {
        _ = try await world.record(.enrolled, at: noon(1, 1))
    }

    @Test func `a line with a date beyond the tolerance is held, and recorded when the date is within it`() async throws
    {
        try await withCourses { world async throws in
            try await enrol(world)
            let text =
                header + line(1, "2026-01-06T09:00:00Z") + line(2, "2026-01-06T09:00:01Z") + line(3, "2062-01-05")
            let report = try await world.load(text)
            #expect(report.counts == [.accepted: 1, .held: 2])
            #expect(report.remarks.map(\.id) == ["2", "3"])
            #expect(report.remarks[0].reason.description.hasPrefix("its date is in the future; "))
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            let lines = try await world.courses.futureLines(as: world.administrator)
            #expect(lines.map(\.id) == ["2", "3"] && lines[0].learner == "mailto:ada@acme.example")
            #expect(lines[0].course == world.swift && lines[0].learning == .activity())
            #expect(try await world.load(text).counts == [.repeated: 1, .held: 2])
            #expect(try await world.courses.recordFutureLines(as: world.administrator).get().total == 0)

            world.test.clock.advance(by: .seconds(1))
            let due = try await world.courses.recordFutureLines(as: world.administrator).get()
            #expect(due.counts == [.accepted: 1])
            #expect(try await world.load(text).counts == [.repeated: 2, .held: 1])
            #expect(try await world.courses.discardFutureLine("3", as: world.administrator))
            #expect(try await world.courses.discardFutureLine("3", as: world.administrator) == false)
            #expect(try await world.courses.futureLines(as: world.administrator).isEmpty)
        }
    }

    @Test func `an administrator can record a future line at once if its date is right`() async throws {
        try await withCourses { world async throws in
            try await enrol(world)
            _ = try await world.load(header + line(1, "2026-02-01") + line(2, "2026-03-01"))
            let day = Day(year: 2026, month: 2).start(in: .gmt)
            let report = try await world.courses.recordFutureLines(until: day, as: world.administrator).get()
            #expect(report.counts == [.accepted: 1])
            #expect(try await world.courses.futureLines(as: world.administrator).map(\.id) == ["2"])
        }
    }

    @Test func `a held line is recorded automatically when its date comes, or by importing its source again`()
        async throws
    {
        try await withCourses { world async throws in
            try await enrol(world)
            let text = header + line(1, "2026-01-08") + line(2, "2026-01-20")
            _ = try await world.load(text)
            world.test.clock.advance(by: .seconds(4 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.courses.futureLines(as: world.administrator).map(\.id) == ["2"])
            #expect(try await world.participation().activities == 1)
            world.test.clock.advance(by: .seconds(20 * 86_400))
            #expect(try await world.load(text).counts == [.accepted: 1, .repeated: 1])
            #expect(try await world.courses.futureLines(as: world.administrator).isEmpty)
        }
    }

    @Test func `a line that is refused when its date comes stays in the list until somebody is told why`()
        async throws
    {
        try await withCourses { world async throws in
            _ = try await world.load(
                header + "1,ada@acme.example,swift-101,completed,2026-01-08,,\n" + line(2, "2026-01-08"))
            world.test.clock.advance(by: .seconds(4 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.courses.futureLines(as: world.administrator).map(\.id) == ["1"])
            let report = try await world.courses.recordFutureLines(as: world.administrator).get()
            #expect(report.counts == [.refused: 1] && report.remarks.map(\.id) == ["1"])
            #expect(try await world.courses.futureLines(as: world.administrator).isEmpty)
        }
    }

    @Test func `a future line of an unknown person waits in the holding list first`() async throws {
        try await withCourses { world async throws in
            try await enrol(world)
            let text = header + line(1, "2026-03-01", of: "ada@private.example")
            #expect(try await world.load(text).remarks.map(\.verdict) == [.held])
            #expect(try await world.courses.futureLines(as: world.administrator).isEmpty)
            let name = "mailto:ada@private.example"
            let report = try await world.courses.resolve(name, to: world.ada, as: world.administrator)
            #expect(report.counts == [.held: 1])
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.courses.futureLines(as: world.administrator).map(\.learner) == [name])
        }
    }

    @Test func `an integrator chooses the tolerance`() async throws {
        try await withCourses(futureTolerance: .seconds(400 * 86_400)) { world async throws in
            try await enrol(world)
            #expect(try await world.load(header + line(1, "2026-12-31")).counts == [.accepted: 1])
        }
    }
}
