import Foundation
import Testing

@testable import AtriumScaffold

struct ScaffoldTests {
    @Test func `a module of another package is a target and a test target of it`() throws {
        try withPackage(dependency: "atrium-core") { package in
            let output = try package.scaffold.run(["Goals"])
            let contents = try package.contents()
            #expect(
                contents.keys.filter { $0.hasSuffix(".swift") }.sorted() == [
                    "Package.swift", "Sources/Goals/Goal.swift", "Sources/Goals/GoalService.swift",
                    "Sources/Goals/Goals.swift", "Sources/Goals/GoalsSchema+PersonalData.swift",
                    "Sources/Goals/GoalsSchema.swift", "Sources/Goals/GoalsSurface.swift",
                    "Tests/GoalsTests/GoalsTests.swift",
                ])
            #expect(!contents.keys.contains { $0.contains("/.") || $0.hasPrefix(".") })
            let manifest = try #require(contents["Package.swift"])
            #expect(
                manifest.contains(
                    """
                            .executableTarget(name: "App"),  // the program
                            .target(
                                name: "Goals",
                                dependencies: [
                                    .product(name: "Atrium", package: "atrium-core"),
                    """))
            #expect(manifest.hasSuffix("        \(Manifest.marker)\n    ])\n"))
            for path in contents.keys where path.hasSuffix("s.swift") && path != "Package.swift" {
                #expect(output.contains("  \(path)\n"))
            }
            #expect(output.contains("swift build --target Goals\n  swift test --filter GoalsTests\n"))
        }
    }

    @Test func `a module of Atrium is a line in the list of features`() throws {
        try withPackage("let features = [\n    \(Manifest.marker)\n]\n", dependency: nil) { package in
            _ = try package.scaffold.run(["Goals"])
            _ = try package.scaffold.run(["Plans"])
            let contents = try package.contents()
            #expect(
                contents["Package.swift"] == """
                    let features = [
                        Feature(name: "Goals"),
                        Feature(name: "Plans"),
                        \(Manifest.marker)
                    ]

                    """)
            #expect(contents["Plugins/Goals/Goals.swift"]?.contains("public struct Goals: Module") == true)
            let tests = contents["Tests/Targets/AtriumGoalsTests/GoalsTests.swift"]
            #expect(
                tests?.hasPrefix("import Atrium\nimport AtriumGoals\nimport AtriumTesting\nimport Synchronization\n")
                    == true)
        }
    }

    @Test func `the manifest of Atrium itself takes a module`() throws {
        let manifest = try Manifest(of: TemporaryPackage.atrium).adding(["Feature(name: \"Goals\"),"])
        #expect(manifest.text.contains("\n    Feature(name: \"Goals\"),\n    \(Manifest.marker)\n]\n"))
    }

    @Test func `a manifest keeps its line ends`() throws {
        let manifest = "let features = [\r\n    \(Manifest.marker)\r\n]\r\n"
        try withPackage(manifest, dependency: nil) { package in
            _ = try package.scaffold.run(["Goals"])
            let changed = try package.contents()["Package.swift"]
            let entry = "    Feature(name: \"Goals\"),\r\n    \(Manifest.marker)"
            #expect(changed == "let features = [\r\n\(entry)\r\n]\r\n")
        }
    }

    @Test(arguments: [
        ("Goals", "Goal", "GoalService", "goals_goal", "Goals", "goals", "goal"),
        (
            "LearningSlots", "LearningSlot", "LearningSlotService", "learningslots_learningslot", "Learning slots",
            "learning slots", "learning slot"
        ),
        ("Categories", "Category", "CategoryService", "categories_category", "Categories", "categories", "category"),
        ("Boxes", "Box", "BoxService", "boxes_box", "Boxes", "boxes", "box"),
        ("Courses", "Course", "CourseService", "courses_course", "Courses", "courses", "course"),
        ("KPIs", "KPI", "KPIService", "kpis_kpi", "KPIs", "KPIs", "KPI"),
        (
            "LaunchKit", "LaunchKitEntry", "LaunchKitService", "launchkit_launchkitentry", "Launch kit",
            "launch kit entries", "launch kit entry"
        ),
        (
            "Progress", "ProgressEntry", "ProgressService", "progress_progressentry", "Progress", "progress entries",
            "progress entry"
        ),
    ])
    func `a name has the forms that the files need`(
        _ text: String, _ noun: String, _ service: String, _ table: String, _ title: String, _ words: String,
        _ nounWords: String
    ) throws {
        let name = try ModuleName(text)
        #expect([name.noun, name.service, name.table] == [noun, service, table])
        #expect([name.title, name.words, name.nounWords] == [title, words, nounWords])
    }

    @Test func `nothing of the example's name is left in a module of another name`() throws {
        let template = try Template(of: TemporaryPackage.atrium)
        let name = try ModuleName("LearningSlots")
        let files = (template.sources + template.tests).map { $0.filled(for: name, in: "Slots") }
        for file in files {
            #expect(!file.text.lowercased().contains("greeting") && !file.text.contains("hello"), "\(file.name)")
            #expect(file.name.hasPrefix("LearningSlot"))
            // A table, an id or a part of an address is one word.
            #expect(
                file.text.firstMatch(of: /_learning slot|"learning slots?"|learning slots\.[a-z]/) == nil,
                "\(file.name)")
        }
        let text = files.map(\.text).joined()
        for part in [
            "CREATE TABLE learningslots_learningslot (", "ModuleID = \"learningslots\"", "\"add-learning-slot\"",
            "Words = \"Learning slots\"", "Permission(\"learningslots.use learning slots\"", "\"Your learning slots\"",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `the example's own name gives the example`() throws {
        let template = try Template(of: TemporaryPackage.atrium)
        let name = try ModuleName("Greetings")
        for file in template.sources + template.tests { #expect(file.filled(for: name, in: "hello") == file) }
    }

    @Test func `help says how to call it, and which line the manifest needs`() throws {
        try withPackage(nil) { package in
            for arguments in [["--help"], ["-h"], ["Goals", "--help"]] {
                let output = try package.scaffold.run(arguments)
                #expect(output.contains(Manifest.marker))
            }
        }
    }
}
