import Atrium
import AtriumSurfaces
import Testing

struct CatalogueWordsTests {
    private let listing = SurfaceCatalogue([]).wordsBySurface()

    private func words(of path: String) throws -> [String] {
        try #require(listing.first { $0.path == path }).words.map(\.description)
    }

    @Test func `translators get the words of each surface with its path`() throws {
        #expect(listing.map(\.path) == SurfaceCatalogue([]).surfaces.map { $0.path })
        let members = try words(of: "kernel/members")
        #expect(members.first == "Members")
        // The label of a field, the label of a choice, the label of a column, and a state.
        for text in ["Name or address", "deactivated", "Joined", "removed"] { #expect(members.contains(text)) }
        #expect(Set(members).count == members.count && !members.contains(""))
        #expect(try words(of: "kernel/settings").contains("Wednesday"))
        #expect(try words(of: "kernel/teams").contains("archived"))
    }

    @Test func `the words of the catalogue are those of its surfaces and of the areas`() {
        let all = SurfaceCatalogue([]).words
        #expect(listing.allSatisfy { all.isSuperset(of: $0.words) })
        #expect(all.contains("Administration") && all.contains { $0.description == "archived" } && !all.contains(""))
    }
}
