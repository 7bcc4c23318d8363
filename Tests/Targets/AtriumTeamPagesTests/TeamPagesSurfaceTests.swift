import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumTeamPages

struct TeamPagesSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withPages { world in
            for text in ["first", "second"] { try await world.publish(text, of: world.north) }
            _ = try await world.pages.saveDraft("Hello", of: world.north, basedOn: 4, as: world.administrator)
            _ = try await world.pages.send(
                Message(to: .teams([world.north]), subject: "News", text: "text"), as: world.lee)
            let message = try await world.pages.send(
                Message(to: .organization, subject: "More", text: "text"), as: world.administrator)
            try await world.settle()
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: TeamPages.id,
                samples: [
                    "member": [world.ada, world.bob].compactMap(\.member).map(\.description),
                    "revision": ["1"], "team": ["\(world.north)", "\(world.south)"], "message": ["\(message)"],
                    "kernel/members": [world.ada, world.bob].compactMap(\.member).map(\.description),
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": world.ada, "supervisor": world.lee, "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }

    private func session(_ world: PageWorld, _ principal: Principal? = nil) -> SurfaceSession {
        SurfaceSession(
            world.tenant, SurfaceCatalogue(of: world.test.platform),
            Caller(principal ?? world.administrator, request: "r", now: world.test.clock.now, timeZone: .gmt))
    }

    @Test func `a message goes to the members who were ticked, and to all who match`() async throws {
        try await withPages { world in
            try await world.tenant.members.deactivate(#require(world.carl.member), as: world.administrator)
            let session = session(world)
            func count(_ members: [String]) async throws -> Int? {
                let input = FormInput(["members": members, "subject": ["News"], "text": ["text"]])
                guard case .preview(let preview, _, _) = try await session.prepare(SendToMembers.self, input) else {
                    return nil
                }
                return preview.count
            }
            let people = try [world.ada, world.bob, world.carl].map { "id:\(try #require($0.member))" }
            #expect(try await count(people) == 2)
            #expect(try await count(["all:text=bob"]) == 1)
            // Carl is deactivated, so nobody is left.
            #expect(try await count(["all:text=carl&state="]) == nil)
            let input = FormInput(["members": ["all:team=\(world.north)"], "subject": ["News"], "text": ["text"]])
            guard case .done = try await session.perform(SendToMembers.self, input) else {
                Issue.record("not sent")
                return
            }
            try await world.settle()
            #expect(world.received == ["ada": 1])
        }
    }

    @Test func `more than a thousand members get a message if they are a team or everybody`() async throws {
        try await withPages { world in
            for number in 0..<1_000 { _ = try await world.member("p\(number)", in: [world.north]) }
            let session = session(world)
            func answer(_ filter: String) async throws -> Answer {
                let input = FormInput(["members": ["all:\(filter)"], "subject": ["News"], "text": ["text"]])
                return try await session.prepare(SendToMembers.self, input)
            }
            guard case .preview(let team, _, _) = try await answer("team=\(world.north)"),
                case .preview(let everybody, _, _) = try await answer(""),
                case .refused(let words) = try await answer("text=acme.example")
            else {
                Issue.record("other answers")
                return
            }
            // Ada is in North too; Bob, Carl, Lee and two administrators are not.
            #expect(team.count == 1_001 && everybody.count == 1_006)
            #expect(words.description == MessageError.audienceTooLarge.description)
        }
    }

    @Test func `a supervisor writes to the chosen members of their team, and to nobody else`() async throws {
        try await withPages { world in
            let session = session(world, world.lee)
            func answer(_ member: Principal) async throws -> Answer {
                let input = FormInput([
                    "members": ["id:\(try #require(member.member))"], "subject": ["News"], "text": ["text"],
                ])
                return try await session.prepare(SendToMembers.self, input)
            }
            guard case .preview(let preview, _, _) = try await answer(world.ada) else {
                Issue.record("not offered")
                return
            }
            #expect(preview.count == 1)
            guard case .refused(let words) = try await answer(world.bob) else {
                Issue.record("not refused")
                return
            }
            #expect(words.description == MemberError.unknown.description)
        }
    }

    @Test func `a draft is published on a day, taken back, and a former version is used again`() async throws {
        try await withPages { world in
            let session = session(world)
            func page() async throws -> TeamPage {
                try await world.pages.page(of: world.north, as: world.administrator)
            }
            func perform<A: Act>(_ act: A) async throws {
                guard case .done = try await session.perform(A.self, A.form.write(act)) else {
                    Issue.record("\(A.path) is not done")
                    return
                }
            }
            try await world.publish("first", of: world.north)
            try await perform(SavePageDraft(team: world.north, revision: page().revision, message: "second"))
            let day = session.caller.today.advanced(by: 3)
            try await perform(SchedulePage(team: world.north, revision: page().revision, day: day))
            let scheduled = try #require(try await page().scheduled.first)
            #expect(scheduled.visibleFrom == day.start(in: .gmt))
            #expect(try await world.home(world.ada) == ["first"])

            let acts = try await session.blocks(of: TeamPageSheet(team: world.north)).compactMap { block in
                if case .act(let act) = block { act as? UnschedulePage } else { nil }
            }
            try await perform(#require(acts.first))
            let taken = try await page()
            #expect(taken.draft?.message == "second" && taken.scheduled.isEmpty)
            try await perform(DiscardPageDraft(team: world.north, revision: page().revision))

            let row = try #require(try await session.page(of: PageHistoryTable(team: world.north)).rows.first)
            let offers = session.catalogue.offers(on: row, of: PageHistoryTable.self)
            try await perform(#require(offers.compactMap { $0 as? RestorePageVersion }.first))
            #expect(try await page().draft?.message == "first")
        }
    }

    @Test func `a message is sent once, however often its request comes`() async throws {
        try await withPages { world in
            let catalogue = SurfaceCatalogue(of: world.test.platform)
            let caller = Caller(world.administrator, request: "r1", now: world.test.clock.now, timeZone: .gmt)
            let session = SurfaceSession(world.tenant, catalogue, caller)
            let act = try #require(catalogue.surface("teampages/send-to-everybody") as? any Act.Type)
            let input = FormInput(["subject": ["News"], "text": ["text"]])
            for _ in 0..<3 { _ = try await session.perform(act, input) }
            #expect(try await world.pages.messages(as: world.administrator).messages.count == 1)
            let next = Caller(world.administrator, request: "r2", now: world.test.clock.now, timeZone: .gmt)
            _ = try await SurfaceSession(world.tenant, catalogue, next).perform(act, input)
            #expect(try await world.pages.messages(as: world.administrator).messages.count == 2)
        }
    }
}
