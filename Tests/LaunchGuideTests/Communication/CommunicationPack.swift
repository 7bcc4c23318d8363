import Atrium
import AtriumLaunchKit
import AtriumSurfaces
import Testing

/// The pieces with which an organization tells its people.
struct CommunicationPack {
    private static let pieces = ["flyer-", "poster-", "newsletter.", "banner-", "teaser-"]

    @Test(arguments: ["en", "fr", "de", "ar"])
    func `[C1] flyer, poster, newsletter, banner and teaser are there, each in the organization's name`(tag: String)
        async throws
    {
        try await withGuide { world async throws in
            let files = try await world.kit.files(in: tag, as: world.administrator.principal)
            for piece in Self.pieces {
                let own = files.filter { $0.name.hasPrefix(piece) }
                #expect(!own.isEmpty, "\(piece)")
                for file in own { #expect(file.text.contains("Acme"), "\(file.name)") }
            }
            let pages = files.filter { $0.name.hasSuffix(".html") }
            for page in pages { #expect(page.text.contains("lang=\"\(tag)\""), "\(page.name)") }
        }
    }

    @Test func `[C1] the administrator designs the pieces, looks at them, and gets the files`() async throws {
        try await withGuide { world async throws in
            let anna = world.administrator
            try await anna.does(
                "launchkit/design",
                ["style": "portal", "color": "#8b1f5f", "slogan": "Acme learns", "day": "2026-02-02", "revision": 0])
            let shown = try await anna.reads("launchkit/kit")
            #expect(shown.contains("#8b1f5f") && shown.contains("Feb 2, 2026"))
            for heading in ["Poster", "Flyer", "Banner", "Teaser"] { #expect(shown.contains(heading)) }
            #expect(try await world.kit.downloadedOn(as: anna.principal) == nil)
            try await anna.does("launchkit/get", ["language": "fr"])
            #expect(try await world.kit.downloadedOn(as: anna.principal) == anna.session.caller.today)
            let files = try await anna.reads("launchkit/files", ["language": "fr"])
            for piece in Self.pieces { #expect(files.contains(piece), "\(piece)") }
            let poster = try await world.kit.files(as: anna.principal).first { $0.name == "poster-a3.svg" }
            #expect(poster?.text.lowercased().contains("#8b1f5f") == true)
        }
    }

    @Test func `[C1] two people who design at once do not write over each other`() async throws {
        try await withGuide { world async throws in
            let fields: Person.Fields = ["style": "portal", "color": "#8b1f5f", "revision": 0]
            try await world.administrator.does("launchkit/design", fields)
            await #expect(throws: Refused(LaunchKitError.conflict(current: 1))) {
                try await world.administrator.does("launchkit/design", fields)
            }
        }
    }

    @Test func `[C1] nobody but an administrator designs the pieces or gets them`() async throws {
        try await withGuide { world async throws in
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                for path in ["launchkit/kit", "launchkit/files", "launchkit/design", "launchkit/get"] {
                    #expect(try await person.lacks(path) == .designKit, "\(path)")
                }
                await #expect(throws: AccessError(permission: "launchkit.design")) {
                    try await world.kit.change(KitDesign(), as: person.principal)
                }
                await #expect(throws: AccessError(permission: "launchkit.design")) {
                    try await world.kit.noteDownload(as: person.principal)
                }
            }
        }
    }
}
