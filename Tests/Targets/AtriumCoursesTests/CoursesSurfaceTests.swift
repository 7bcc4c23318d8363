import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumCourses

struct CoursesSurfaceTests {
    @Test func `an entry of the record is recorded, corrected and voided, and only by those who may`() async throws {
        try await withCourses { world in
            func session(_ principal: Principal, _ request: String = "1") -> SurfaceSession {
                SurfaceSession(
                    world.tenant, SurfaceCatalogue(of: world.test.platform),
                    Caller(principal, request: request, now: world.test.clock.now, timeZone: .gmt))
            }
            let administrator = session(world.administrator)
            func entries() async throws -> [LearningEntry] {
                try await administrator.page(of: EntriesTable(member: world.ada, course: world.swift)).rows
            }
            var input = FormInput([
                "member": ["\(world.ada)"], "course": ["\(world.swift)"], "what": ["enrolled"], "day": ["2025-03-01"],
            ])
            _ = try await administrator.perform(RecordLearning.self, input)
            input.texts["what"] = ["completed"]
            input.texts["day"] = ["2025-03-02"]
            // The same request records once.
            for _ in 0..<2 { _ = try await session(world.administrator, "2").perform(RecordLearning.self, input) }
            #expect(try await entries().map(\.learning) == [.enrolled, .completed])
            #expect(try await entries().last?.effectiveAt == Day(year: 2025, month: 3, day: 2).start(in: .gmt))

            let last = try #require(try await entries().last)
            let offers = administrator.catalogue.offers(on: last, of: EntriesTable.self)
            let correction = try #require(offers.compactMap { $0 as? CorrectLearning }.first)
            #expect(correction.what == .completed)
            var corrected = CorrectLearning.form.write(correction)
            corrected.texts["what"] = ["failed"]
            corrected.texts["minutes"] = ["5"]
            guard case .refused(let words) = try await administrator.perform(CorrectLearning.self, corrected) else {
                Issue.record("minutes of an end were taken")
                return
            }
            #expect(words.description == LearningError.minutesWithoutActivity.description)
            corrected.texts["minutes"] = [""]
            _ = try await administrator.perform(CorrectLearning.self, corrected)
            #expect(try await entries().map(\.learning) == [.enrolled, .failed])

            let failure = try #require(try await entries().last)
            let void = VoidLearning.form.write(VoidLearning(member: world.ada, entry: failure.id))
            guard case .refused = try await session(.member(world.ada)).perform(VoidLearning.self, void) else {
                Issue.record("a learner voided an entry")
                return
            }
            _ = try await administrator.perform(VoidLearning.self, void)
            #expect(try await entries().map(\.learning) == [.enrolled])
            #expect(try await world.participation().state == .enrolled)
        }
    }

    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withCourses { world in
            let north = try await world.tenant.teams.create("North", as: world.administrator)
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: north)])
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let plain = try await world.admit("plain", [], [north])
            let other = try await world.admit("other")
            let people = [plain, other].compactMap(\.member).map(\.description)
            _ = try await world.load(
                """
                id,email,course,event,date
                h1,ada@private.example,swift-101,enrolled,2025-02-01
                h2,eve@private.example,swift-101,enrolled,2025-02-01
                f1,plain@acme.example,swift-101,enrolled,2062-02-01
                f2,other@acme.example,swift-101,enrolled,2062-02-01

                """)
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Courses.id,
                samples: [
                    "member": people, "course": world.catalogue.map(\.id.description),
                    "courses/catalogue": world.catalogue.map(\.id.description),
                ], file: "id,email,course,event,date\n1,plain@acme.example,swift-101,enrolled,2025-01-01\n")
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": plain, "supervisor": lead, "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
