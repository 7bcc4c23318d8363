import Atrium
import AtriumAnalytics
import AtriumCampaigns
import AtriumSurfaces
import Testing

/// Advice lies beside the work.
struct AdviceBesideTheWork {
    private static let administrators = ["teams", "people", "telling", "involving", "year"].map {
        "campaigns/guide-\($0)"
    }
    private static let managers = ["platform", "meetings", "goals", "figures", "leading"].map {
        "campaigns/managers-\($0)"
    }

    @Test func `[L5] an administrator reads the chapters of both guides, with the state of the steps`() async throws {
        try await withGuide { world async throws in
            let anna = world.administrator
            #expect(try await anna.offered(in: .administration).contains("campaigns/guide"))
            #expect(try await anna.offered(in: .analytics).contains("campaigns/managers-guide"))
            let contents = try await anna.reads("campaigns/guide") + anna.reads("campaigns/managers-guide")
            for path in Self.administrators + Self.managers {
                let chapter = try #require(anna.catalogue.surface(path))
                #expect(contents.contains(chapter.title.description), "\(path)")
                #expect(try await anna.reads(path).count > 100, "\(path)")
            }
            let teams = try await anna.reads("campaigns/guide-teams")
            #expect(teams.contains("Teams: 2.") && teams.contains("1 team has no supervisor."))
            #expect(try await anna.reads("campaigns/guide-year").contains("There is no plan for the coming months."))
        }
    }

    @Test func `[L5] a manager and a supervisor read the guide for managers, and a member none`() async throws {
        try await withGuide { world async throws in
            for person in [world.manager, world.supervisor] {
                #expect(try await person.offered(in: .analytics).contains("campaigns/managers-guide"))
                for path in Self.managers { #expect(try await person.reads(path).count > 100, "\(path)") }
                for path in ["campaigns/guide"] + Self.administrators {
                    #expect(try await person.lacks(path) == .readGuide, "\(path)")
                }
            }
            for person in [world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("campaigns/guide") == .readGuide)
                for path in ["campaigns/managers-guide"] + Self.managers {
                    #expect(try await person.lacks(path) == .readManagersGuide, "\(path)")
                    await #expect(throws: Obstacle.self) { try await person.reads(path) }
                }
            }
        }
    }

    @Test func `[L5] each screen has a help text, and a chapter is one itself`() async throws {
        try await withGuide { world async throws in
            let screens = world.member.catalogue.surfaces.filter { !($0 is any Act.Type) }
            #expect(screens.count > 50)
            for screen in screens where !(Self.administrators + Self.managers).contains(screen.path) {
                #expect(!screen.help.isEmpty, "\(screen.path)")
            }
        }
    }

    @Test func `[L5] each figure has its definition, on each sheet that shows figures`() async throws {
        try await withGuide { world async throws in
            try await world.complete(world.swift, by: world.member)
            try await world.administrator.does(
                "analytics/watch", ["figure": "completed", "each": "month", "direction": "least", "target": 3])
            let session = world.administrator.session
            func blocks<S: Sheet>(_ type: S.Type) async throws -> [Block] {
                guard let sheet = try? type.form.read(FormInput()) else { return [] }
                return try await session.blocks(of: sheet)
            }
            var count = 0
            for type in world.administrator.catalogue.surfaces {
                guard let sheet = type as? any Sheet.Type else { continue }
                for case .figures(let figures) in (try? await blocks(sheet)) ?? [] {
                    for figure in figures { #expect(!figure.definition.isEmpty, "\(type.path): \(figure.name)") }
                    count += figures.count
                }
            }
            #expect(count > 10)
            for figure in KeyFigure.all { #expect(!figure.definition.isEmpty) }
        }
    }
}
