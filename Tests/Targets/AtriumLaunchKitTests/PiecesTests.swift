import Atrium
import AtriumLaunchKit
import Foundation
import TestSupport
import Testing

struct PiecesTests {
    static let names = [
        "A", "Stadtwerke Heidelberg Netze und Wärme SE & Co <b>",
        "Bundesministerium für Ernährung, Landwirtschaft, Verbraucherschutz, Geologie und nachhaltige Entwicklung im Land Südwest",
        "جامعة الملك سعود بن عبدالعزيز للعلوم الصحية", "国立大学法人東京大学大学院工学系研究科",
        String(repeating: "Donaudampfschiff", count: 7),
    ]
    static let pictures = [
        "flyer-a5-front.svg", "flyer-a5-back.svg", "flyer-a4-front.svg", "flyer-a4-back.svg", "poster-a3.svg",
        "poster-a4.svg", "banner-1200x627.svg", "banner-1584x396.svg", "banner-1128x191.svg", "banner-1080x1080.svg",
        "banner-728x90.svg", "teaser-16x9.svg", "teaser-1x1.svg", "code.svg",
    ]

    @Test func `a kit has the pieces that a launch needs`() async throws {
        try await withKit { world async throws in
            let names = try await world.kit.files(as: world.administrator).map(\.name)
            let others = [
                "flyer-a5.html", "flyer-a4.html", "poster-a3.html", "poster-a4.html", "newsletter.eml",
                "newsletter.html",
                "newsletter.txt", "announcement.txt", "announcement.html",
            ]
            #expect(names.sorted() == (Self.pictures + others).sorted())
        }
    }

    @Test(arguments: names)
    func `every picture is well-formed and refers to nothing outside itself, whatever the name is`(_ name: String)
        async throws
    {
        try await withKit(name: name) { world async throws in
            for style in KitStyle.allCases {
                try await world.design { $0.style = style }
                for file in try await world.kit.files(as: world.administrator) where file.name.hasSuffix(".svg") {
                    let xml = try FoundXML(file.text)
                    #expect(xml.all("svg").first?.attributes["aria-label"]?.isEmpty == false)
                    let values = xml.elements.flatMap { $0.attributes.filter { !$0.key.hasPrefix("xmlns") }.values }
                    let links = values.filter { $0.contains("url(") || $0.contains("//") }
                    #expect(links.isEmpty && !file.text.contains("@import") && xml.all("script").isEmpty)
                }
            }
        }
    }

    @Test(arguments: names)
    func `all letters of the name are on the poster, and its lines stand inside the safe area`(_ name: String)
        async throws
    {
        try await withKit(name: name) { world async throws in
            for style in KitStyle.allCases {
                try await world.design { $0.style = style }
                let texts = try FoundXML(try await world.text("poster-a3.svg")).all("text")
                let shown = texts.map(\.text).joined().filter { $0.isLetter || $0.isNumber }
                #expect(shown.contains(name.filter { $0.isLetter || $0.isNumber }))
                for text in texts {
                    let y = try #require(text.attributes["y"].flatMap { Double($0) })
                    let size = try #require(text.attributes["font-size"].flatMap { Double($0) })
                    #expect(y - size > 5 && y + size * 0.4 < 420 - 5)
                }
            }
        }
    }

    @Test func `Arabic pieces are mirrored, and their texts begin at the right`() async throws {
        try await withKit(language: "ar") { world async throws in
            let poster = try await world.text("poster-a3.svg")
            #expect(poster.contains("scale(-1 1)") && poster.contains("التعلّم"))
            let texts = try FoundXML(poster).all("text")
            #expect(texts.allSatisfy { $0.attributes["text-anchor"] == "end" })
            #expect(try await world.text("newsletter.html").contains("dir=\"rtl\""))
            let english = try await world.text("poster-a3.svg", in: "en")
            #expect(!english.contains("scale(-1 1)") && english.contains("Learning"))
        }
    }

    @Test func `a printer gets the trim, the bleed and both sides of a flyer`() async throws {
        try await withKit { world async throws in
            let page = try await world.text("flyer-a5.html")
            #expect(page.contains("size: 148mm 210mm") && page.contains("bleed: 3mm; marks: crop"))
            let sides = page.components(separatedBy: "width=\"154mm\" height=\"216mm\" viewBox=\"-3 -3 154 216\"")
            #expect(sides.count == 3)
        }
    }

    @Test func `a teaser stands still for people who want less motion, and shows its last scene without animations`()
        async throws
    {
        try await withKit { world async throws in
            let teaser = try await world.text("teaser-16x9.svg")
            #expect(teaser.contains("@media (prefers-reduced-motion:reduce){.scene,.layer,.line{animation:none}}"))
            let scenes = try FoundXML(teaser).all("g").filter { $0.attributes["class"]?.hasPrefix("scene") == true }
            #expect(scenes.map { $0.attributes["opacity"] } == ["0", "0", "0", nil])
        }
    }

    @Test func `the pieces show the slogan, the day, the address and the courses of the organization`() async throws {
        try await withKit { world async throws in
            try await world.design { design in
                (design.slogan, design.day) = ("Grow <together>", Day(year: 2027, month: 1, day: 11))
                design.address = "https://intranet.acme.example/learn"
            }
            let back = try await world.text("flyer-a5-back.svg")
            #expect(back.contains("Writing that people read") && back.contains("intranet.acme.example/learn"))
            let poster = try await world.text("poster-a3.svg")
            #expect(poster.contains("Grow") && !poster.contains("<together>") && poster.contains("2027"))
        }
    }
}
