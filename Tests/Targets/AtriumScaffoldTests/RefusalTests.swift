import Foundation
import Testing

@testable import AtriumScaffold

struct RefusalTests {
    @Test(
        arguments: [
            ([], .noName),
            (["Goals", "Plans"], .severalNames(["Goals", "Plans"])),
            (["Goals", "--force"], .unknownOption("--force")),
            (["goals"], .notUpperCamelCase("goals")),
            (["Team_Goals"], .notUpperCamelCase("Team_Goals")),
            (["../Goals"], .notUpperCamelCase("../Goals")),
            (["Ziele2Ä"], .notUpperCamelCase("Ziele2Ä")),
            ([""], .notUpperCamelCase("")),
            (["CSV"], .refusedID("CSV")),
            (["Kernel"], .refusedID("Kernel")),
            (["Self"], .reserved("Self")),
            (["Types"], .hides("Types", type: "Type")),
            (["Atrium"], .reserved("Atrium")),
            (["AtriumGoals"], .reserved("AtriumGoals")),
            (["App"], .taken("App", by: "the target 'App'")),
            (["APP"], .taken("APP", by: "the target 'App'")),
            (["Seats"], .taken("Seats", by: "the target 'AtriumSeats'")),
            (["Plans"], .taken("Plans", by: "the folder 'Sources/Plans'")),
            (["Tasks"], .taken("Tasks", by: "the folder 'Tests/TasksTests'")),
            (["Store"], .hides("Store", type: "Store")),
            (["Events"], .hides("Events", type: "Event")),
        ] as [([String], ScaffoldError)])
    func `a bad name is refused with one sentence, and nothing is written`(
        _ arguments: [String], _ expected: ScaffoldError
    ) throws {
        let files = ["Sources/Plans/Plans.swift": "", "Tests/TasksTests/TasksTests.swift": ""]
        try withPackage(files: files) { package in
            try expectRefusal(expected, arguments, in: package)
        }
    }

    @Test(
        arguments: [
            ("let package = Package(targets: [\n])\n", .noMarker),
            ("[\n    \(Manifest.marker)\n    \(Manifest.marker)\n]\n", .severalMarkers),
            ("[\n    .target(name: \"App\")  // the last,\n\n    \(Manifest.marker)\n]\n", .noComma(line: 2)),
        ] as [(String, ScaffoldError)])
    func `a manifest that says no place for modules stays as it is`(
        _ manifest: String, _ expected: ScaffoldError
    ) throws {
        try withPackage(manifest) { try expectRefusal(expected, ["Goals"], in: $0) }
    }

    @Test func `a folder without a manifest stays as it is`() throws {
        try withPackage(nil, files: ["README.md": ""]) { package in
            try expectRefusal(
                .noManifest(package.folder.appending(path: "Package.swift").path), ["Goals"], in: package)
        }
    }

    @Test func `a folder that cannot be made leaves nothing of the module`() throws {
        // A file is where the folder of the tests has to be, so that the sources are written and the tests are not.
        try withPackage(files: ["Tests": "no folder"]) { package in
            let before = try package.contents()
            let error = #expect(throws: ScaffoldError.self) { try package.scaffold.run(["Goals"]) }
            #expect(
                error?.description.hasPrefix("'Tests/GoalsTests' was not written (Not a directory), and nothing")
                    == true)
            #expect(try package.contents() == before)
        }
    }

    @Test func `a manifest that cannot be replaced leaves nothing of the module`() throws {
        try withPackage { package in
            let before = try package.contents()
            // A draft of the new manifest has no place in a folder that is gone.
            let gone = Manifest(url: package.folder.appending(path: "gone/Package.swift"), text: "")
            let folders = [Folder(path: "Sources/Goals", files: [File(name: "Goals.swift", text: "")])]
            #expect(throws: ScaffoldError.self) {
                try Placement(in: package.folder).place(folders, then: gone)
            }
            #expect(try package.contents() == before)
        }
    }

    @Test func `a copy of Atrium without its example makes nothing`() throws {
        try withPackage { package in
            let scaffold = Scaffold(package: package.folder, atrium: package.folder, dependency: "atrium", targets: [])
            let example = package.folder.appending(path: "Examples/hello").path
            #expect(throws: ScaffoldError.noTemplate(example)) { try scaffold.run(["Goals"]) }
        }
    }

    @Test func `every refusal is one sentence that fits in two lines of a terminal`() {
        let all: [ScaffoldError] = [
            .noName, .severalNames(["A", "B"]), .unknownOption("-x"), .notUpperCamelCase("x"), .refusedID("CSV"),
            .reserved("Self"), .taken("App", by: "the target 'App'"), .hides("Events", type: "Event"),
            .noTemplate("Examples/hello"), .noManifest("Package.swift"), .noMarker, .severalMarkers,
            .noComma(line: 7), .notWritten("Tests", because: "no space"),
        ]
        for error in all {
            #expect(!error.description.contains("\n") && error.description.count <= 160, "\(error.description)")
        }
    }

    private func expectRefusal(
        _ expected: ScaffoldError, _ arguments: [String], in package: TemporaryPackage,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let before = try package.contents()
        #expect(throws: expected, sourceLocation: location) { try package.scaffold.run(arguments) }
        #expect(try package.contents() == before, sourceLocation: location)
    }
}
