import Atrium
import AtriumPrivacy
import AtriumSurfaces
import Testing

/// Members take away what the organization holds of them.
struct OwnData {
    @Test func `[P1] a member takes their data away: a page to read, and files for programs`() async throws {
        try await withGuide { world async throws in
            let ada = world.member
            try await world.complete(world.swift, by: ada)
            #expect(try await ada.offered(in: .home).contains("privacy/my-data"))
            let sheet = try await ada.reads("privacy/my-data")
            for file in ["index.html", "data.json", "kernel_member.csv", "courses_entry.csv"] {
                #expect(sheet.contains(file), "\(file)")
            }
            let files = try await world.privacy.export(of: ada.id, as: ada.principal).files
            let page = try #require(files.first { $0.name == "index.html" }?.text)
            #expect(page.contains("Ada") && page.contains("ada@acme.example") && page.contains("Swift"))
        }
    }

    @Test func `[P1] nobody else's data comes with it`() async throws {
        try await withGuide { world async throws in
            for person in [world.member, world.southerner] { try await world.complete(world.swift, by: person) }
            try await world.supervisor.does(
                "suggestions/suggest-to-team", ["team": world.north, "course": world.sqlite])
            let files = try await world.privacy.export(of: world.member.id, as: world.member.principal).files
            for file in files {
                for name in ["Bob", "bob@", "lea@", "\(try world.southerner.id)", "\(try world.supervisor.id)"] {
                    #expect(!file.text.contains(name), "\(file.name): \(name)")
                }
            }
        }
    }

    @Test func `[P1] an administrator hands it over on request, and nobody else reads it`() async throws {
        try await withGuide { world async throws in
            let (ada, anna) = (world.member, world.administrator)
            #expect(try await anna.offered(on: ada.id).contains("privacy/data-of-member"))
            #expect(try await anna.reads("privacy/data-of-member", ["member": ada.id]).contains("data.json"))
            for person in [world.manager, world.supervisor, world.southerner, world.foreigner, world.visitor] {
                #expect(
                    try await person.lacks("privacy/data-of-member", ["member": ada.id]) == .exportPersonalData)
                await #expect(throws: AccessError(permission: "privacy.export personal data")) {
                    try await world.privacy.export(of: ada.id, as: person.principal)
                }
            }
            #expect(try await world.visitor.lacks("privacy/my-data") == .exportPersonalData)
        }
    }
}
