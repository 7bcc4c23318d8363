import AtriumLaunchKit
import Testing

struct LogoTests {
    private func refusal(_ content: String) -> LogoError? {
        do {
            _ = try KitLogo(svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">\(content)</svg>")
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", LogoError.element("script")),
        ("<g><foreignObject/></g>", .element("foreignObject")),
        ("<image href=\"https://x.example/a.png\"/>", .element("image")),
        ("<use href=\"#a\"/>", .element("use")), ("<a href=\"https://x.example\"><path/></a>", .element("a")),
        ("<style>@import url(//x.example)</style>", .element("style")), ("<text>Acme</text>", .element("text")),
        ("<animate attributeName=\"d\"/>", .element("animate")), ("<svg/>", .element("svg")),
        ("<svg:script/>", .element("svg:script")), ("<SCRIPT/>", .element("SCRIPT")),
        ("<path onload=\"alert(1)\"/>", .attribute("onload", of: "path")),
        ("<path fill=\"url(https://x.example/a#b)\"/>", .attribute("fill", of: "path")),
        ("<path fill=\"url( #a)\"/>", .attribute("fill", of: "path")),
        ("<path style=\"fill:url('//x.example')\"/>", .attribute("fill", of: "path")),
        ("<path d=\"M0 0&#10;\"/>", .attribute("d", of: "path")),
        ("<linearGradient xlink:href=\"https://x.example/#a\"/>", .attribute("xlink:href", of: "linearGradient")),
        ("<path><g></path></g>", .unreadable), ("<path d=\"<\"/>", .unreadable), ("<![CDATA[<script/>]]>", .unreadable),
        ("<path d=\"M0 0\" d=\"M1 1\"/>", .unreadable), ("<path d=M0/>", .unreadable),
    ])
    func `a drawing that runs, loads, links or cannot be read is refused, and the refusal names the part`(
        _ content: String, _ expected: LogoError
    ) {
        #expect(refusal(content) == expected)
    }

    @Test(arguments: [
        "", "Acme", "<svg", "<svg viewBox=\"0 0 1 1\">", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 1 1\"/>",
    ])
    func `a file that is no plain SVG is refused`(_ text: String) {
        #expect(throws: LogoError.unreadable) { try KitLogo(svg: text) }
    }

    @Test(arguments: ["<svg/>", "<svg viewBox=\"0 0 0 1\"/>", "<svg viewBox=\"0 0 nan 1\"/>", "<svg width=\"9\"/>"])
    func `a drawing without a size is refused`(_ text: String) {
        #expect(throws: LogoError.noSize) { try KitLogo(svg: text) }
    }

    @Test func `a huge or deep drawing is refused before it costs anything`() {
        let many = String(repeating: "<path/>", count: 2_001)
        #expect(refusal(many) == .tooComplex)
        #expect(refusal(String(repeating: "<g>", count: 40)) == .tooComplex)
        #expect(refusal(String(repeating: " ", count: 70_000)) == .tooLarge(limit: 65_536))
    }

    @Test func `shapes, gradients and the declarations of a style are kept in every picture of the kit`() async throws {
        let file = """
            \u{FEFF}<?xml version="1.0"?><!-- made by a program -->
            <svg xmlns="http://www.w3.org/2000/svg" width="40px" height="20px"><title>Acme</title>
            <metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata>
            <defs><linearGradient id="a"><stop offset="0" style="stop-color:#f00; stop-opacity:1"/></linearGradient></defs>
            <g data-name="Layer 1" transform="translate(1,2)"><rect width="9" height='9' fill="url(#a)"/></g></svg>
            """
        try await withKit { world async throws in
            try await world.kit.setLogo(KitLogo(svg: file), as: world.administrator)
            let poster = try await world.text("poster-a3.svg")
            #expect(poster.contains("viewBox=\"0 0 40 20\""))
            #expect(
                poster.contains(
                    "<defs><linearGradient id=\"logo-a\"><stop offset=\"0\" stop-color=\"#f00\" stop-opacity=\"1\"/></linearGradient></defs>"
                ))
            #expect(
                poster.contains(
                    "<g transform=\"translate(1,2)\"><rect width=\"9\" height=\"9\" fill=\"url(#logo-a)\"/></g>"))
            #expect(!poster.contains("metadata") && !poster.contains("data-name") && !poster.contains("program"))
            try await world.kit.setLogo(nil, as: world.administrator)
            #expect(try await !world.text("poster-a3.svg").contains("logo-a"))
        }
    }
}
