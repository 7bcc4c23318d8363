import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct HomeTests {
    @Test func `a home has the pages of the member's teams, in the order of the teams' names`() async throws {
        try await withPages { world in
            let arts = try await world.tenant.teams.create("arts", as: world.administrator)
            let member = try await world.member("Zoe", in: [world.south, world.north, arts])
            for (team, text) in [(world.north, "n"), (world.south, "s"), (arts, "a")] {
                try await world.publish(text, of: team)
            }
            #expect(try await world.home(member) == ["a", "n", "s"])
            #expect(try await world.home(world.ada) == ["n"])
            #expect(try await world.home(world.carl) == [])
            // A supervisor is not a member of the team.
            #expect(try await world.home(world.lee) == [])
            try await world.tenant.teams.rename(world.south, to: "A South", as: world.administrator)
            #expect(try await world.home(member) == ["s", "a", "n"])
        }
    }

    @Test func `a home changes at once when its member joins or leaves a team`() async throws {
        try await withPages { world in
            try await world.publish("n", of: world.north)
            let carl = try #require(world.carl.member)
            try await world.tenant.teams.add(carl, to: world.north, as: world.lee)
            #expect(try await world.home(world.carl) == ["n"])
            try await world.tenant.teams.remove(carl, from: world.north, as: world.lee)
            #expect(try await world.home(world.carl) == [])
            try await world.tenant.members.deactivate(carl, as: world.administrator)
            await #expect(throws: AccessError.self) { try await world.pages.home(as: world.carl) }
            await #expect(throws: AccessError.self) { try await world.pages.home(as: .visitor) }
        }
    }

    @Test func `a home shows the courses that are suggested to each team, but not by whom`() async throws {
        try await withPages { world in
            let (courses, suggestions) = (try world.tenant[Courses.self], try world.tenant[Suggestions.self])
            let (swift, sql) = (try CourseID("swift"), try CourseID("sql"))
            try await courses.add(Course(id: swift, title: "Swift, from the start"), as: world.administrator)
            try await courses.add(Course(id: sql, title: "SQL"), as: world.administrator)
            try await suggestions.suggest(
                swift, to: .team(world.north), note: "Do it", due: .afterJoining(days: 30), as: world.lee)
            world.test.clock.advance(by: .seconds(1))
            try await suggestions.suggest(sql, to: .team(world.north), as: world.lee)
            try await suggestions.suggest(sql, to: .team(world.south), as: world.administrator)
            try await suggestions.suggest(sql, to: .member(#require(world.carl.member)), as: world.administrator)

            let section = try #require(try await world.pages.home(as: world.ada).sections.first)
            #expect(section.message == "")
            #expect(section.html == "")
            let listed: [Home.Course] = section.courses
            #expect(listed.map(\.title) == ["SQL", "Swift, from the start"])
            #expect(section.courses[1].note == "Do it")
            #expect(section.courses[1].due == .afterJoining(days: 30))
            let lee = try #require(world.lee.member)
            #expect(!"\(section)".contains("\(lee)"))
            #expect(try await world.pages.home(as: world.carl).sections.isEmpty)

            try await courses.retire(sql, as: world.administrator)
            #expect(try await world.pages.home(as: world.ada).sections[0].courses.map(\.course) == [swift])
        }
    }
}
