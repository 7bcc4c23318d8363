import Atrium
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Versions that are published at a moment.
struct SchedulingTests {
    @Test func `a scheduled version appears at its moment and not before, also after a restart`() async throws {
        try await withPages { world in
            try await world.publish("now", of: world.north)
            let monday = world.test.clock.now.addingTimeInterval(3600)
            try await world.publish("Monday", of: world.north, at: monday)
            try await world.publish("Tuesday", of: world.north, at: monday.addingTimeInterval(3600))
            try await world.publish("still now", of: world.north)
            #expect(try await world.home(world.ada) == ["still now"])
            let page = try await world.pages.page(of: world.north, as: world.lee)
            #expect(page.published?.message == "still now")
            #expect(page.scheduled.map(\.message) == ["Monday", "Tuesday"])
            #expect(try await world.pages.history(of: world.north, as: world.lee).versions.count == 2)

            world.test.clock.advance(by: .seconds(3599))
            #expect(try await world.home(world.ada) == ["still now"])
            world.test.clock.advance(by: .seconds(1))
            #expect(try await world.home(world.ada) == ["Monday"])
            world.test.clock.advance(by: .seconds(3600))
            let again = try await world.test.reopened()
            let home = try await again.platform.tenant("acme")[TeamPages.self].home(as: world.ada)
            #expect(home.sections.map(\.message) == ["Tuesday"])
            await again.platform.close()
        }
    }

    @Test func `a moment that has passed publishes at once, and one beyond ten years is refused`() async throws {
        try await withPages { world in
            try await world.publish("past", of: world.north, at: .distantPast)
            #expect(try await world.home(world.ada) == ["past"])
            for moment in [Date.distantFuture, Date(timeIntervalSince1970: .infinity)] {
                await #expect(throws: TeamPageError.tooFar) {
                    try await world.publish("never", of: world.north, at: moment)
                }
                let page = try await world.pages.page(of: world.north, as: world.lee)
                try await world.pages.discardDraft(of: world.north, basedOn: page.revision, as: world.lee)
            }
        }
    }

    @Test func `members see the version that was published last, also after the clock went back`() async throws {
        try await withPages { world in
            try await world.publish("first", of: world.north)
            world.test.clock.advance(by: .seconds(-3600))
            #expect(try await world.home(world.ada) == ["first"])
            try await world.publish("second", of: world.north)
            #expect(try await world.home(world.ada) == ["second"])
            #expect(try await world.pages.page(of: world.north, as: world.lee).scheduled.isEmpty)
        }
    }

    @Test func `a scheduled version can be taken back as the draft, unless there is a draft`() async throws {
        try await withPages { world in
            let pages = try world.pages
            let soon = world.test.clock.now.addingTimeInterval(60)
            try await world.publish("soon", of: world.north, at: soon)
            let number = try #require(try await pages.page(of: world.north, as: world.lee).scheduled.first?.number)
            let drafted = try await pages.saveDraft("else", of: world.north, basedOn: 2, as: world.lee)
            await #expect(throws: TeamPageError.draftExists) {
                try await pages.unschedule(number, of: world.north, basedOn: drafted, as: world.lee)
            }
            let discarded = try await pages.discardDraft(of: world.north, basedOn: drafted, as: world.lee)
            let taken = try await pages.unschedule(number, of: world.north, basedOn: discarded, as: world.lee)
            #expect(try await pages.page(of: world.north, as: world.lee).draft?.message == "soon")
            await #expect(throws: TeamPageError.unknownVersion) {
                try await pages.unschedule(number, of: world.north, basedOn: taken, as: world.lee)
            }
            world.test.clock.advance(by: .seconds(60))
            #expect(try await world.home(world.ada) == [])
        }
    }

    @Test func `at most 20 versions can be scheduled`() async throws {
        try await withPages { world in
            let soon = world.test.clock.now.addingTimeInterval(60)
            for index in 0..<20 { try await world.publish("\(index)", of: world.north, at: soon) }
            await #expect(throws: TeamPageError.tooManyScheduled) {
                try await world.publish("20", of: world.north, at: soon)
            }
            world.test.clock.advance(by: .seconds(60))
            #expect(try await world.home(world.ada) == ["19"])
        }
    }
}
