// swift-tools-version: 6.2
import PackageDescription

/// `.ci/run` sets the variable. For anybody else a newer compiler, which may warn about more, still builds.
let warnings: [SwiftSetting] =
    Context.environment["WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
    warnings + [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]

/// A feature module: `Plugins/<name>`, target and product `Atrium<name>`.
struct Feature {
    var name: String
    var dependencies: [String] = []
    /// What only its tests need.
    var testDependencies: [String] = []

    var target: Target {
        .target(
            name: "Atrium\(name)",
            dependencies: (["Atrium", "AtriumSurfaces"] + dependencies).map { .byName(name: $0) },
            path: "Plugins/\(name)",
            swiftSettings: settings
        )
    }

    var testTarget: Target {
        tests(
            of: "Atrium\(name)",
            using: ["Atrium", "AtriumOperations", "AtriumSurfaces", "AtriumTesting", "TestSupport"] + dependencies
                + testDependencies)
    }
}

/// The tests of one target: `Tests/Targets/<name>Tests`. `others` is what they need besides.
func tests(of name: String, using others: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: ([name] + others).map { .byName(name: $0) },
        path: "Tests/Targets/\(name)Tests",
        swiftSettings: settings
    )
}

/// A program in `Examples`, with a README beside its sources.
func example(_ name: String, dependencies: [String]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Examples/\(name)",
        exclude: ["README.md"],
        swiftSettings: settings)
}

// One list, read by products and targets alike: the manifest's cache does not notice a new folder.
let features = [
    Feature(name: "Seats"),
    Feature(name: "AccessTokens"),
    Feature(name: "Sessions"),
    Feature(name: "Privacy", dependencies: ["AtriumCSV", "AtriumMarkup"]),
    Feature(
        name: "Mail", dependencies: ["AtriumMarkup", "AtriumCalendar"],
        testDependencies: ["AtriumPrivacy"]),
    Feature(name: "Invitations", dependencies: ["AtriumCSV", "AtriumSeats", "AtriumMail", "AtriumMarkup"]),
    Feature(name: "Courses", dependencies: ["AtriumCSV"]),
    Feature(
        name: "Analytics",
        dependencies: [
            "AtriumCourses", "AtriumCSV", "AtriumInvitations", "AtriumMail", "AtriumSeats", "AtriumCalendar",
            "AtriumFeeds", "AtriumMarkup",
        ]),
    Feature(
        name: "Suggestions",
        dependencies: ["AtriumCourses", "AtriumMail", "AtriumCalendar", "AtriumFeeds", "AtriumMarkup"]),
    Feature(
        name: "LearningSlots",
        dependencies: ["AtriumCourses", "AtriumMail", "AtriumSuggestions", "AtriumCalendar", "AtriumFeeds"]),
    Feature(name: "Certificates", dependencies: ["AtriumCourses", "AtriumDrawing", "AtriumMarkup", "AtriumQR"]),
    Feature(name: "TeamPages", dependencies: ["AtriumCourses", "AtriumSuggestions", "AtriumMail", "AtriumMarkup"]),
    Feature(
        name: "Campaigns",
        dependencies: [
            "AtriumCourses", "AtriumMail", "AtriumSuggestions", "AtriumTeamPages", "AtriumAnalytics", "AtriumMarkup",
        ], testDependencies: ["AtriumInvitations", "AtriumSeats"]),
    Feature(
        name: "LaunchKit",
        dependencies: ["AtriumCourses", "AtriumDrawing", "AtriumInvitations", "AtriumMail", "AtriumMarkup", "AtriumQR"]),
    // New modules go above this line.
]

let package = Package(
    name: "atrium",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Atrium", targets: ["Atrium"]),
        .library(name: "AtriumOperations", targets: ["AtriumOperations"]),
        .library(name: "AtriumLanguages", targets: ["AtriumLanguages"]),
        .library(name: "AtriumPersonalData", targets: ["AtriumPersonalData"]),
        .library(name: "AtriumSurfaces", targets: ["AtriumSurfaces"]),
        .library(name: "AtriumTerminal", targets: ["AtriumTerminal"]),
        .library(name: "AtriumTesting", targets: ["AtriumTesting"]),
        .library(name: "AtriumCSV", targets: ["AtriumCSV"]),
        .library(name: "AtriumCalendar", targets: ["AtriumCalendar"]),
        .library(name: "AtriumDrawing", targets: ["AtriumDrawing"]),
        .library(name: "AtriumFeeds", targets: ["AtriumFeeds"]),
        .library(name: "AtriumMarkup", targets: ["AtriumMarkup"]),
        .library(name: "AtriumQR", targets: ["AtriumQR"]),
        .library(name: "AtriumMailTesting", targets: ["AtriumMailTesting"]),
        .plugin(name: "NewModule", targets: ["NewModule"]),
        .executable(name: "hello", targets: ["hello"]),
        .executable(name: "compose", targets: ["compose"]),
        .executable(name: "tenants", targets: ["tenants"]),
        .executable(name: "rooms", targets: ["rooms"]),
        .executable(name: "launch", targets: ["launch"]),
    ] + features.map { .library(name: "Atrium\($0.name)", targets: ["Atrium\($0.name)"]) },
    targets: [
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]
        ),
        .target(name: "AtriumSystem", swiftSettings: settings),
        .target(name: "AtriumValues", dependencies: ["AtriumSystem"], swiftSettings: settings),
        .target(name: "AtriumLanguages", dependencies: ["AtriumSystem", "AtriumValues"], swiftSettings: settings),
        .target(
            name: "AtriumStorage", dependencies: ["CSQLite", "AtriumSystem", "AtriumValues"], swiftSettings: settings),
        .target(
            name: "AtriumPersonalData", dependencies: ["AtriumStorage", "AtriumValues"], swiftSettings: settings),
        .target(
            name: "AtriumJournal",
            dependencies: ["AtriumSystem", "AtriumValues", "AtriumStorage", "AtriumPersonalData"],
            swiftSettings: settings),
        .target(
            name: "AtriumDirectory",
            dependencies: ["AtriumSystem", "AtriumValues", "AtriumStorage", "AtriumPersonalData"],
            swiftSettings: settings),
        .target(
            name: "Atrium",
            dependencies: [
                "AtriumSystem", "AtriumValues", "AtriumLanguages", "AtriumStorage", "AtriumPersonalData",
                "AtriumJournal",
                "AtriumDirectory",
            ],
            swiftSettings: settings),
        .target(
            name: "AtriumOperations", dependencies: ["Atrium", "AtriumDirectory", "AtriumStorage"],
            swiftSettings: settings),
        .target(
            name: "AtriumSurfaces",
            dependencies: ["Atrium", "AtriumOperations", "AtriumSystem", "AtriumValues", "AtriumCSV"],
            swiftSettings: settings),
        .target(
            name: "AtriumTerminal", dependencies: ["AtriumLanguages", "AtriumSurfaces", "AtriumValues"],
            swiftSettings: settings),
        .target(
            name: "AtriumTesting",
            dependencies: ["Atrium", "AtriumOperations", "AtriumPersonalData", "AtriumStorage", "AtriumSurfaces"],
            swiftSettings: settings),
        .target(name: "AtriumCSV", dependencies: ["AtriumValues"], swiftSettings: settings),
        .target(name: "AtriumCalendar", dependencies: ["AtriumValues"], swiftSettings: settings),
        .target(name: "AtriumDrawing", dependencies: ["AtriumValues"], swiftSettings: settings),
        .target(name: "AtriumFeeds", dependencies: ["Atrium", "AtriumCalendar"], swiftSettings: settings),
        .target(name: "AtriumMarkup", swiftSettings: settings),
        .target(name: "AtriumQR", dependencies: ["AtriumMarkup"], swiftSettings: settings),
        .target(name: "AtriumMailTesting", dependencies: ["Atrium", "AtriumMail"], swiftSettings: settings),
        .plugin(
            name: "NewModule",
            capability: .command(
                intent: .custom(verb: "new-module", description: "Makes a module with its tests: new-module Goals"),
                permissions: [
                    .writeToPackageDirectory(reason: "It adds the files of the module, and its name to Package.swift.")
                ]),
            dependencies: ["AtriumScaffold"],
            path: "Sources/NewModule"),
        .executableTarget(name: "AtriumScaffold", dependencies: ["AtriumValues"], swiftSettings: settings),
        example("hello", dependencies: ["Atrium", "AtriumSurfaces"]),
        example("tenants", dependencies: ["Atrium", "AtriumOperations"]),
        example("rooms", dependencies: ["Atrium", "AtriumMail", "AtriumMailTesting"]),
        example(
            "compose",
            dependencies: ["Atrium", "AtriumMailTesting"]
                + features.map { "Atrium\($0.name)" }.filter { !["AtriumTeamPages", "AtriumCampaigns"].contains($0) }),
        .executableTarget(
            name: "launch",
            dependencies: ["Atrium", "AtriumCSV", "AtriumSurfaces", "AtriumTerminal"]
                + features.map { .byName(name: "Atrium\($0.name)") },
            path: "Examples/launch",
            exclude: ["README.md"],
            resources: [.copy("Data")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "features", dependencies: ["Atrium", "AtriumOperations", "TestSupport"],
            path: "Tests/Programs/features",
            swiftSettings: settings),
        .executableTarget(
            name: "deliveries", dependencies: ["Atrium", "AtriumOperations"], path: "Tests/Programs/deliveries",
            swiftSettings: settings),
        .executableTarget(
            name: "kits",
            dependencies: [
                "Atrium", "AtriumCourses", "AtriumInvitations", "AtriumLaunchKit", "AtriumMail", "AtriumMailTesting",
                "AtriumSeats",
                "AtriumTesting",
            ],
            path: "Tests/Programs/kits", swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["Atrium", "AtriumTesting", "AtriumCourses", "AtriumMail", "AtriumMailTesting"],
            path: "Tests/Support/TestSupport", swiftSettings: settings),
        .target(name: "FaultyVFS", dependencies: ["CSQLite"], path: "Tests/Support/FaultyVFS"),
        tests(of: "hello", using: ["Atrium", "AtriumTesting"]),
        tests(of: "rooms", using: ["Atrium", "AtriumMail", "AtriumMailTesting", "AtriumTesting"]),
        tests(
            of: "AtriumMailTesting",
            using: ["Atrium", "AtriumTesting", "AtriumInvitations", "AtriumMail", "AtriumSeats"]),
        tests(of: "launch", using: ["Atrium", "AtriumTesting"] + features.map { "Atrium\($0.name)" }),
        tests(of: "AtriumSystem"),
        tests(of: "AtriumStorage", using: ["AtriumSystem", "AtriumValues", "CSQLite", "FaultyVFS"]),
        tests(of: "AtriumValues", using: ["AtriumStorage"]),
        tests(of: "AtriumLanguages", using: ["AtriumValues"]),
        tests(of: "Atrium", using: ["AtriumOperations", "AtriumStorage", "AtriumTesting", "CSQLite", "FaultyVFS"]),
        tests(
            of: "AtriumOperations",
            using: [
                "Atrium", "AtriumPersonalData", "AtriumStorage", "AtriumTesting", "CSQLite", "FaultyVFS", "TestSupport",
            ]),
        tests(of: "AtriumScaffold"),
        tests(of: "AtriumTesting", using: ["Atrium", "AtriumSurfaces"]),
        tests(of: "AtriumSurfaces", using: ["Atrium", "AtriumOperations", "AtriumTesting"]),
        tests(of: "AtriumPersonalData", using: ["Atrium", "AtriumTesting"]),
        tests(of: "AtriumTerminal", using: ["Atrium", "AtriumSurfaces", "AtriumTesting"]),
        tests(of: "AtriumCSV", using: ["AtriumTesting", "AtriumValues"]),
        tests(of: "AtriumCalendar", using: ["AtriumValues"]),
        tests(of: "AtriumDrawing"),
        tests(of: "AtriumMarkup", using: ["AtriumTesting"]),
        tests(of: "AtriumQR"),
        .testTarget(
            name: "Proofs",
            dependencies: ["Atrium", "AtriumOperations", "AtriumSurfaces", "AtriumTesting", "CSQLite", "TestSupport"]
                + features.map { .byName(name: "Atrium\($0.name)") },
            swiftSettings: settings
        ),
        .testTarget(
            name: "LaunchGuideTests",
            dependencies: ["Atrium", "AtriumSurfaces", "AtriumTerminal", "AtriumTesting", "TestSupport"]
                + features.map { .byName(name: "Atrium\($0.name)") },
            exclude: ["requirements.csv", "guide.csv"],
            swiftSettings: settings
        ),
    ] + features.flatMap { [$0.target, $0.testTarget] },
    swiftLanguageModes: [.v6]
)
