import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ExportTests {
    @Test func `people export their own data, administrators everybody's, and nobody else's comes with it`()
        async throws
    {
        try await withPrivacy { world async throws in
            let export = try await world.privacy.export(of: world.ada, as: .member(world.ada))
            let names = Set(try export.files.map(\.name))
            #expect(names.isSuperset(of: ["index.html", "data.json", "kernel_member.csv", "courses_entry.csv"]))
            for file in try export.files { #expect(!file.text.contains("\(world.bob)") && !file.text.contains("Bob")) }
            let same = try await world.privacy.export(of: world.ada, as: world.administrator)
            #expect(try same.files == export.files)
            for principal in [Principal.visitor, .member(world.bob)] {
                await #expect(throws: AccessError.self) { try await world.privacy.export(of: world.ada, as: principal) }
            }
        }
    }

    @Test func `the JSON has every table, and the CSV files open without running a formula`() async throws {
        try await withPrivacy { world async throws in
            try await world.tenant.members.rename(world.ada, to: "=1+1 <b>&\"", as: world.administrator)
            let export = try await world.privacy.export(of: world.ada, as: world.administrator)
            let files = Dictionary(uniqueKeysWithValues: try export.files.map { ($0.name, $0.text) })
            let csv = try #require(files["kernel_member.csv"])
            #expect(csv.contains("\"'=1+1 <b>&\"\"\"") || csv.contains("'=1+1"))
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(files["data.json"]!.utf8)) as? [String: Any])
            let tables = try #require(json["tables"] as? [[String: Any]])
            let member = try #require(tables.first { $0["table"] as? String == "kernel_member" })
            #expect((member["rows"] as? [[String: Any]])?.first?["name"] as? String == "=1+1 <b>&\"")
            #expect(json["organization"] as? String == "Acme")
            let page = try #require(files["index.html"])
            #expect(page.contains("=1+1 &lt;b&gt;&amp;") && !page.contains("<b>") && !page.contains("<script"))
        }
    }

    @Test func `the page is in the person's language, and turned around in Arabic`() async throws {
        try await withPrivacy(configure: { $0.phrases = SurfacePhrases.all }) { world async throws in
            for (tag, start) in [("fr", "lang=\"fr\" dir=\"ltr\""), ("ar", "lang=\"ar\" dir=\"rtl\"")] {
                try await world.tenant.members.chooseLanguage(tag, as: .member(world.ada))
                let page = try await world.privacy.export(of: world.ada, as: .member(world.ada)).files[0].text
                #expect(page.contains(start))
                #expect(!page.contains("You, as the organization knows you") && !page.contains("Your learning record"))
            }
        }
    }

    @Test func `the folder is made once, for its owner alone, and nothing is written over`() async throws {
        try await withPrivacy { world async throws in
            let export = try await world.privacy.export(of: world.ada, as: .member(world.ada))
            let folder = URL(filePath: world.test.folder).appending(path: "export")
            try export.write(to: folder)
            let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(try Set(written) == Set(export.files.map(\.name)))
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
            #expect(throws: CocoaError.self) { try export.write(to: folder) }
        }
    }
}
