import Atrium
import AtriumSurfaces
import AtriumTeamPages
import Testing

/// The page of a team: a message on its members' home, and courses that are suggested to the team.
struct TeamPage {
    /// Writes a text on the page of a team and publishes it.
    static func publish(_ text: String, on team: TeamID, by person: Person) async throws {
        func revision() async throws -> Int {
            try await person.tenant[TeamPages.self].page(of: team, as: person.principal).revision
        }
        try await person.does("teampages/save-draft", ["team": team, "revision": revision(), "message": text])
        try await person.does("teampages/publish", ["team": team, "revision": revision()])
    }

    @Test func `[A6] the members of a team have its message and its courses on their home`() async throws {
        try await withGuide { world in
            try await Self.publish("Welcome to **North**.", on: world.north, by: world.administrator)
            try await world.administrator.does(
                "suggestions/suggest-to-team", ["team": world.north, "course": world.swift])
            let home = try await world.member.reads("teampages/home")
            #expect(home.contains("Welcome to North.") && home.contains("Swift"))
            // Who is not in the team does not see its page at home; supervising it is not being in it.
            for person in [world.southerner, world.newcomer, world.supervisor, world.manager] {
                #expect(try await !person.reads("teampages/home").contains("Welcome"))
            }
            #expect(try await world.foreigner.lacks("teampages/home") == .viewHome)
        }
    }

    @Test func `[A6] a draft is seen by nobody before it is published`() async throws {
        try await withGuide { world in
            try await world.administrator.does(
                "teampages/save-draft", ["team": world.north, "revision": 0, "message": "Soon"])
            #expect(try await !world.member.reads("teampages/home").contains("Soon"))
            #expect(try await world.administrator.reads("teampages/page", ["team": world.north]).contains("Soon"))
        }
    }

    @Test func `[A6] who does not look after the team neither reads its drafts nor edits its page`() async throws {
        try await withGuide { world in
            for person in [world.manager, world.member, world.southerner, world.foreigner, world.visitor] {
                #expect(try await person.lacks("teampages/page", ["team": world.north]) == .editPage)
                await #expect(throws: AccessError(permission: "teampages.edit page")) {
                    try await world.pages.saveDraft("x", of: world.north, basedOn: 0, as: person.principal)
                }
            }
            // Two people who edit at the same time do not overwrite each other.
            try await Self.publish("First", on: world.north, by: world.administrator)
            await #expect(throws: Refused(TeamPageError.conflict(current: 2))) {
                try await world.supervisor.does(
                    "teampages/save-draft", ["team": world.north, "revision": 0, "message": "Second"])
            }
        }
    }
}
