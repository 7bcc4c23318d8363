import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumTesting
import Foundation

/// Writes kits that are hard to draw, for `Tests/Oracles/kit.sh`: `kits FOLDER` makes a folder for each name and style.
@main
struct Kits {
    /// An organization with a name and a colour that are hard to draw.
    struct Case {
        let key, name, color: String
        var language = "en"
        var slogan = ""
        var hasLogo = false
    }

    static let cases = [
        Case(key: "one", name: "Q", color: "#ffd400"),
        Case(
            key: "forty", name: "Stadtwerke Heidelberg Netze und Wärme SE", color: "#7a1fa2", language: "de",
            hasLogo: true),
        Case(
            key: "hundred",
            name:
                "Bundesministerium für Ernährung, Landwirtschaft, Verbraucherschutz, Geologie und Entwicklung im ganzen Land Südwest",
            color: "#ffffff", language: "fr",
            slogan:
                "A headline of a hundred and twenty characters that nobody would print on a poster, but that has to fit all the same"
        ),
        Case(key: "word", name: String(repeating: "Donaudampfschiff", count: 7), color: "#000000"),
        Case(
            key: "arabic", name: "جامعة الملك سعود بن عبدالعزيز للعلوم الصحية", color: "#0b7a5b", language: "ar",
            hasLogo: true),
        Case(
            key: "chinese", name: "国立大学法人東京大学大学院工学系研究科", color: "#e2562d", slogan: "学びはここから始まる"),
    ]
    static let titles = [
        "Data protection for everybody in the organization, with exercises for each team", "First steps in Swift",
        "القيادة في فريق صغير", "清晰的写作", "Leading a small team",
    ]
    static let logo = """
        <svg viewBox="0 0 120 40"><circle cx="20" cy="20" r="18" fill="#d33"/>\
        <rect x="46" y="10" width="70" height="8" fill="#222"/><rect x="46" y="24" width="50" height="6" fill="#222"/></svg>
        """

    static func main() async throws {
        let folder = CommandLine.arguments.dropFirst().first ?? "kits"
        let modules: [any Module] = [
            Seats(), Mail(sender: try EmailAddress("no-reply@training.example"), transport: Mailbox()),
            Invitations { "https://training.example/join/\($0)" }, Courses(),
            LaunchKit { _ in "https://training.example/" },
        ]
        try await withTemporaryPlatform(modules) { test in
            for organization in cases { try await write(organization, on: test, into: folder) }
        }
    }

    static func write(_ organization: Case, on test: TemporaryPlatform, into folder: String) async throws {
        let tenant = try await test.platform.createOrganization(
            OrganizationSettings(name: organization.name, language: organization.language), slug: organization.key,
            founder: EmailAddress("founder@\(organization.key).example"))
        let administrator = try await test.member(
            "boss@\(organization.key).example", roles: [Assignment(.administrator)], in: tenant)
        for (index, title) in titles.enumerated() {
            try await tenant[Courses.self].add(Course(id: CourseID("c\(index)"), title: title), as: administrator)
        }
        let kit = try tenant[LaunchKit.self]
        if organization.hasLogo { try await kit.setLogo(KitLogo(svg: logo), as: administrator) }
        for style in KitStyle.allCases {
            var design = try await kit.design(as: administrator)
            (design.style, design.slogan) = (style, organization.slogan)
            design.color = KitColor(organization.color) ?? design.color
            design.day = organization.key == "one" ? nil : Day(year: 2026, month: 12, day: 1)
            try await kit.change(design, as: administrator)
            let url = URL(filePath: folder).appending(path: "\(organization.key)-\(style.rawValue)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for file in try await kit.files(as: administrator) {
                try Data(file.text.utf8).write(to: url.appending(path: file.name))
            }
        }
    }
}
