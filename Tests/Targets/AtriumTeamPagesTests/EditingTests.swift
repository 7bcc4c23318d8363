import Atrium
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct EditingTests {
    @Test func `members of the team see a supervisor's draft only after it is published`() async throws {
        try await withPages { world in
            let pages = try world.pages
            #expect(try await pages.page(of: world.north, as: world.lee).revision == 0)
            let drafted = try await pages.saveDraft("# Hi", of: world.north, basedOn: 0, as: world.lee)
            #expect(try await world.home(world.ada) == [])
            let page = try await pages.page(of: world.north, as: world.administrator)
            #expect(page.draft?.message == "# Hi")
            #expect(page.draft?.editedBy == world.lee.member)
            try await pages.publish(of: world.north, basedOn: drafted, as: world.lee)
            let section = try #require(try await pages.home(as: world.ada).sections.first)
            #expect(section.message == "# Hi")
            #expect(section.html == "<h1>Hi</h1>\n")
            #expect(section.name == "North")
            #expect(try await pages.page(of: world.north, as: world.lee).draft == nil)
        }
    }

    @Test func `the later of two edits of the same revision is refused, and nothing is lost`() async throws {
        try await withPages { world in
            let pages = try world.pages
            try await pages.saveDraft("Lee's", of: world.north, basedOn: 0, as: world.lee)
            await #expect(throws: TeamPageError.conflict(current: 1)) {
                try await pages.saveDraft("Admin's", of: world.north, basedOn: 0, as: world.administrator)
            }
            await #expect(throws: TeamPageError.conflict(current: 1)) {
                try await pages.publish(of: world.north, basedOn: 0, as: world.administrator)
            }
            await #expect(throws: TeamPageError.conflict(current: 1)) {
                try await pages.discardDraft(of: world.north, basedOn: 2, as: world.administrator)
            }
            #expect(try await pages.page(of: world.north, as: world.lee).draft?.message == "Lee's")
        }
    }

    @Test func `exactly one of many simultaneous saves of a revision wins`() async throws {
        try await withPages { world in
            let pages = try world.pages
            let won = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        (try? await pages.saveDraft("\(index)", of: world.north, basedOn: 0, as: world.lee)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(won == 1)
            #expect(try await pages.page(of: world.north, as: world.lee).revision == 1)
        }
    }

    @Test func `an old version can become the draft and be published again`() async throws {
        try await withPages { world in
            let pages = try world.pages
            try await world.publish("good", of: world.north)
            try await world.publish("bad", of: world.north)
            let history = try await pages.history(of: world.north, as: world.lee).versions
            #expect(history.map(\.message) == ["bad", "good"])
            let drafted = try await pages.restore(history[1].number, of: world.north, basedOn: 4, as: world.lee)
            #expect(try await world.home(world.ada) == ["bad"])
            await #expect(throws: TeamPageError.draftExists) {
                try await pages.restore(history[0].number, of: world.north, basedOn: drafted, as: world.lee)
            }
            try await pages.publish(of: world.north, basedOn: drafted, as: world.lee)
            #expect(try await world.home(world.ada) == ["good"])
            await #expect(throws: TeamPageError.unknownVersion) {
                try await pages.restore(1000, of: world.north, basedOn: drafted + 1, as: world.lee)
            }
        }
    }

    @Test func `the history comes in pages, and forgets the oldest versions but never a scheduled one`() async throws {
        try await withPages(pageSize: 2, historyLength: 5) { world in
            let later = world.test.clock.now.addingTimeInterval(3600)
            try await world.publish("later", of: world.north, at: later)
            for index in 0..<8 {
                world.test.clock.advance(by: .seconds(1))
                try await world.publish("\(index)", of: world.north)
            }
            var (messages, cursor): ([[String]], PageHistory.Cursor?) = ([], nil)
            repeat {
                let page = try await world.pages.history(of: world.north, from: cursor, as: world.lee)
                messages.append(page.versions.map(\.message))
                cursor = try page.next.map { try .init($0.description) }
            } while cursor != nil
            #expect(messages == [["7", "6"], ["5", "4"], ["3"]])
            let first = try await world.pages.history(of: world.north, as: world.lee)
            await #expect(throws: CursorError.otherList) {
                try await world.pages.history(of: world.south, from: first.next, as: world.administrator)
            }
            #expect(try await world.pages.page(of: world.north, as: world.lee).scheduled.map(\.message) == ["later"])
        }
    }

    @Test func `publishing a blank text clears the page, and the history keeps what the page said`() async throws {
        try await withPages { world in
            try await world.publish("Hello", of: world.north)
            try await world.publish(" \n", of: world.north)
            #expect(try await world.pages.home(as: world.ada).sections.isEmpty)
            let history = try await world.pages.history(of: world.north, as: world.lee).versions
            #expect(history.map(\.message) == [" \n", "Hello"])
            await #expect(throws: TeamPageError.noDraft) {
                try await world.pages.publish(of: world.north, basedOn: 4, as: world.lee)
            }
            await #expect(throws: TeamPageError.noDraft) {
                try await world.pages.discardDraft(of: world.north, basedOn: 4, as: world.lee)
            }
        }
    }

    @Test func `a message has up to 20,000 characters of any kind`() async throws {
        try await withPages { world in
            let longest = String(repeating: "界", count: 20_000)
            let family = String(repeating: "👩‍👩‍👧‍👦", count: 200)
            let fine = try await world.pages.saveDraft(longest, of: world.north, basedOn: 0, as: world.lee)
            let again = try await world.pages.saveDraft(family, of: world.north, basedOn: fine, as: world.lee)
            let long = [longest + "x", "a\0b", "e" + String(repeating: "\u{301}", count: 50_000)]
            for text in long {
                await #expect(throws: TeamPageError.invalidMessage) {
                    try await world.pages.saveDraft(text, of: world.north, basedOn: again, as: world.lee)
                }
            }
            #expect(try await world.pages.page(of: world.north, as: world.lee).draft?.message == family)
        }
    }

    @Test func `administrators can read an archived team's page, and nobody can edit it`() async throws {
        try await withPages { world in
            try await world.publish("Hello", of: world.north)
            try await world.publish("later", of: world.north, at: world.test.clock.now.addingTimeInterval(60))
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            #expect(try await world.pages.page(of: world.north, as: world.administrator).published?.message == "Hello")
            await #expect(throws: TeamError.archived) {
                try await world.pages.saveDraft("x", of: world.north, basedOn: 4, as: world.administrator)
            }
            await #expect(throws: AccessError.self) { try await world.pages.page(of: world.north, as: world.lee) }
            world.test.clock.advance(by: .seconds(60))
            #expect(try await world.home(world.ada) == [])
            // The page comes back with the team, for its members.
            try await world.tenant.teams.unarchive(world.north, as: world.administrator)
            #expect(try await world.home(world.ada) == [])
            try await world.tenant.teams.add(#require(world.ada.member), to: world.north, as: world.administrator)
            #expect(try await world.home(world.ada) == ["later"])
            _ = try await world.pages.saveDraft("x", of: world.north, basedOn: 4, as: world.administrator)
        }
    }

    @Test func `a page of another team or organization answers like one that does not exist`() async throws {
        try await withPages { world in
            try await world.publish("secret", of: world.south)
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let boss = try await world.test.member(
                "eve@other.example", roles: [Assignment(.administrator)], in: other)
            let foreign = try await other.teams.create("Elsewhere", as: boss)
            let unknown = TeamID(at: world.test.clock.now, random: Array(repeating: 7, count: 10))
            func answer(_ team: TeamID, _ principal: Principal) async -> String {
                do {
                    return "\(try await world.pages.page(of: team, as: principal).revision)"
                } catch {
                    return "\(error)"
                }
            }
            let refusal = await answer(unknown, world.lee)
            #expect(refusal.contains("teampages.edit page"))
            for team in [world.south, foreign] { #expect(await answer(team, world.lee) == refusal) }
            #expect(await answer(unknown, world.administrator) == "\(TeamError.unknown)")
            #expect(await answer(foreign, world.administrator) == "\(TeamError.unknown)")
        }
    }
}
