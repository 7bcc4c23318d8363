import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct RenderingTests {
    private func sheets(
        name: String = "Ada", title: String = "Swift", issuer: String = "Acme", language: String = "en",
        link: String = "https://training.example/verify", _ body: (String, String, CertificateContent) throws -> Void
    ) async throws {
        try await withCertificates(
            Certificates(validity: { _ in 24 }) { _ in link }, name: name,
            settings: OrganizationSettings(name: issuer, language: language), title: title
        ) { world async throws in
            try await world.complete()
            let certificate = try await world.certificate()
            try body(
                await world.certificates.svg(certificate.id, as: .member(world.ada)),
                await world.certificates.html(certificate.id, as: .member(world.ada)), certificate.content)
        }
    }

    @Test func `SVG and HTML both show the name, the course, the dates, the issuer, the code, and where to verify`()
        async throws
    {
        try await sheets(name: "Ada Lovelace", title: "Swift & SQLite", issuer: "Acme \"Ltd\"") { svg, html, content in
            for document in [svg, html] {
                let texts = try FoundXML(document).elements.map(\.text)
                for part in [
                    "Ada Lovelace", "Swift & SQLite", "January 5, 2026", "Acme \"Ltd\"", content.code.description,
                ] {
                    #expect(texts.contains(part), "\(part) is missing")
                }
                #expect(texts.contains { $0.contains("January 5, 2028") })
                #expect(texts.contains { $0.contains("https://training.example/verify") })
            }
        }
    }

    @Test(arguments: [
        "</svg><script>alert(1)</script>", "]]><!--", "\" onload=\"alert(1)", "&amp;&#0;&lol;", "<?xml version='1.0'?>",
        "url(https://evil.example/x)", "{{7*7}} ${x}",
    ])
    func `a hostile name stays plain text`(_ name: String) async throws {
        try await sheets(name: name, title: "T" + name, issuer: "I" + name, link: "https://x.example/?a=1&b=<c>") {
            svg, html, _ in
            for document in [svg, html] {
                let found = try FoundXML(document)
                #expect(found.all("script").isEmpty)
                for element in found.elements {
                    #expect(
                        !element.attributes.keys.contains { $0.hasPrefix("on") || $0.hasSuffix("href") || $0 == "src" })
                    #expect(!element.attributes.values.contains { $0.contains("evil.example") })
                }
            }
        }
    }

    @Test(arguments: ["\u{FFFE}\u{FFFF}a", "a\u{202E}b\u{2066}c", "a\u{2028}b"])
    func `a name that cannot be shown unchanged never reaches a certificate`(_ name: String) async throws {
        await #expect(throws: NameError.self) { try await sheets(name: name, title: "T", issuer: "I") { _, _, _ in } }
        await #expect(throws: NameError.self) { try await sheets(name: "N", title: "T", issuer: name) { _, _, _ in } }
        await #expect(throws: CourseError.invalidTitle) {
            try await sheets(name: "N", title: name, issuer: "I") { _, _, _ in }
        }
    }

    @Test func `a certificate refers to nothing outside itself`() async throws {
        try await sheets { svg, html, _ in
            for document in [svg, html] {
                let bare = document.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
                    .replacing("xmlns=\"http://www.w3.org/1999/xhtml\"", with: "")
                    .replacing("https://training.example/verify", with: "")
                for sign in [
                    "http:", "https:", "//", "href", "src=", "url(", "@import", "<link", "<img", "<image", "<use",
                ] {
                    #expect(!bare.contains(sign), "\(sign)")
                }
            }
            #expect(html.contains("@page { size: A4 landscape"))
        }
    }

    static let long = [
        String(repeating: "W", count: 200), String(repeating: "i", count: 200),
        String(repeating: "Maria Magdalena von Hohenlohe ", count: 6), String(repeating: "司马相如与卓文君。", count: 22),
        String(repeating: "محمد بن عبد الله ", count: 11), String(repeating: "👩‍👩‍👧‍👦", count: 60),
        String(repeating: "﷽", count: 200), String(repeating: "ก", count: 200), "x",
    ]

    @Test(arguments: long)
    func `a text of any length is broken into lines inside the frame, and nothing of it is lost`(
        _ text: String
    ) async throws {
        try await sheets(name: text, title: text, issuer: text) { svg, _, _ in
            let found = try FoundXML(svg)
            let box = try #require(found.all("svg").last).attributes
            #expect([box["x"], box["y"], box["width"], box["height"]] == ["84", "84", "1020", "672"])
            let whole = text.filter { !$0.isWhitespace }
            var lines: [String: String] = [:]
            for line in found.all("text") {
                let size = try #require(line.attributes["font-size"].flatMap { Double($0) })
                let y = try #require(line.attributes["y"].flatMap { Double($0) })
                #expect((84...756).contains(y - size * 0.8) && (84...756).contains(y + size * 0.25))
                guard line.attributes["x"] == "594", line.text.allSatisfy(text.contains) else { continue }
                // The least width that real fonts give these letters: no line is wider than the frame.
                let letters = Double(line.text.count)
                let least = text.first == "i" ? 0.25 : text.first == "W" ? 0.9 : text.first == "司" ? 1 : 0.3
                #expect(letters * least * size <= 960)
                lines[line.attributes["font-size"] ?? "", default: ""] += line.text.filter { !$0.isWhitespace }
            }
            // The three texts may have the same size.
            #expect(lines.values.joined().ranges(of: whole).count >= (text == "x" ? 1 : 3))
        }
    }

    @Test(arguments: 0..<4)
    func `no line break separates a letter from its marks, and no line begins with a closing mark`(_ shift: Int)
        async throws
    {
        try await sheets(
            name: String(repeating: "e\u{301}", count: 200),
            title: String(repeating: "一", count: shift) + String(repeating: "数据库，", count: 49)
        ) { svg, _, _ in
            for line in try FoundXML(svg).all("text").map(\.text) {
                #expect(line.unicodeScalars.first != "\u{301}" && line.first != "，")
            }
        }
    }

    @Test(arguments: [
        ("ar", "محمد", "شهادة إتمام", "rtl"), ("de-AT", "Jörg", "Abschlusszertifikat", "ltr"),
        ("zh-Hans", "欧阳修", "结业证书", "ltr"), ("xx", "Ada", "Certificate of Completion", "ltr"),
    ])
    func `heading, date and direction follow the language and the text`(
        _ language: String, _ name: String, _ heading: String, _ direction: String
    ) async throws {
        try await sheets(name: name, language: language) { svg, html, _ in
            let found = try FoundXML(svg)
            #expect(found.elements.first?.attributes["lang"] == language)
            let own = try #require(found.all("text").first { $0.text == name })
            #expect(own.attributes["direction"] == direction && own.attributes["unicode-bidi"] == "isolate")
            #expect(found.all("text").contains { $0.text == heading })
            #expect(try FoundXML(html).elements.first?.attributes["dir"] == direction)
        }
        let dates = ["de-AT": "5. Jänner 2026", "zh-Hans": "2026年1月5日"]
        if let date = dates[language] {
            try await sheets(language: language) { svg, _, _ in #expect(svg.contains(">\(date)<")) }
        }
    }

    @Test func `a screen reader can read a certificate`() async throws {
        try await sheets(name: "Ada") { svg, html, content in
            let found = try FoundXML(svg)
            let ids = try #require(found.elements.first?.attributes["aria-labelledby"]).split(separator: " ")
            #expect(found.elements.first?.attributes["role"] == "img")
            #expect(
                ids.map(String.init) == [found.all("title")[0], found.all("desc")[0]].map { $0.attributes["id"] ?? "" })
            #expect(found.all("desc")[0].text.contains(content.code.description))
            #expect(try FoundXML(html).all("dd").allSatisfy { $0.attributes["dir"] == "auto" })
        }
    }
}
