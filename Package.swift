// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
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
    var beside: [String] = []

    var target: Target {
        .target(
            name: "Atrium\(name)",
            dependencies: (["Atrium"] + dependencies).map { .byName(name: $0) },
            path: "Plugins/\(name)",
            swiftSettings: settings
        )
    }

    var tests: Target {
        .testTarget(
            name: "Atrium\(name)Tests",
            dependencies: (["Atrium", "AtriumTesting", "TestSupport", "Atrium\(name)"] + dependencies + beside).map {
                .byName(name: $0)
            },
            swiftSettings: settings
        )
    }
}

// One list, read by products and targets alike: the manifest's cache does not notice a new folder.
let features = [
    Feature(name: "Seats"),
    Feature(name: "Mail", dependencies: ["AtriumMarkup"]),
    Feature(name: "Invitations", dependencies: ["AtriumCSV", "AtriumSeats", "AtriumMail", "AtriumMarkup"]),
    Feature(name: "Courses", dependencies: ["AtriumCSV"]),
    Feature(
        name: "Analytics",
        dependencies: [
            "AtriumCourses", "AtriumCSV", "AtriumInvitations", "AtriumMail", "AtriumCalendar", "AtriumMarkup",
        ],
        beside: ["AtriumSeats"]),
    Feature(name: "Suggestions", dependencies: ["AtriumCourses", "AtriumMail", "AtriumCalendar", "AtriumMarkup"]),
    Feature(name: "Certificates", dependencies: ["AtriumCourses", "AtriumMarkup"]),
    Feature(name: "TeamPages", dependencies: ["AtriumCourses", "AtriumSuggestions", "AtriumMail", "AtriumMarkup"]),
]

let package = Package(
    name: "atrium",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Atrium", targets: ["Atrium"]),
        .library(name: "AtriumTesting", targets: ["AtriumTesting"]),
        .library(name: "AtriumCSV", targets: ["AtriumCSV"]),
        .library(name: "AtriumCalendar", targets: ["AtriumCalendar"]),
        .library(name: "AtriumMarkup", targets: ["AtriumMarkup"]),
        .executable(name: "launch", targets: ["launch"]),
    ] + features.map { .library(name: "Atrium\($0.name)", targets: ["Atrium\($0.name)"]) },
    targets: [
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]
        ),
        .target(name: "AtriumStorage", dependencies: ["CSQLite"], swiftSettings: settings),
        .target(name: "AtriumValues", dependencies: ["AtriumStorage"], swiftSettings: settings),
        .target(name: "AtriumJournal", dependencies: ["AtriumStorage"], swiftSettings: settings),
        .target(
            name: "AtriumDirectory", dependencies: ["AtriumStorage", "AtriumJournal", "AtriumValues"],
            swiftSettings: settings),
        .target(
            name: "Atrium", dependencies: ["AtriumStorage", "AtriumJournal", "AtriumValues", "AtriumDirectory"],
            swiftSettings: settings),
        .target(name: "AtriumTesting", dependencies: ["Atrium"], swiftSettings: settings),
        .target(name: "AtriumCSV", swiftSettings: settings),
        .target(name: "AtriumCalendar", dependencies: ["AtriumValues", "AtriumStorage"], swiftSettings: settings),
        .target(name: "AtriumMarkup", swiftSettings: settings),
        .executableTarget(
            name: "launch",
            dependencies: ["Atrium", "AtriumCSV"] + features.map { .byName(name: "Atrium\($0.name)") },
            path: "Examples/launch",
            resources: [.copy("Data")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "launchTests",
            dependencies: ["launch", "Atrium", "AtriumTesting"] + features.map { .byName(name: "Atrium\($0.name)") },
            swiftSettings: settings
        ),
        .target(
            name: "TestSupport", dependencies: ["Atrium", "AtriumMail"], path: "Tests/Support", exclude: ["Cases"],
            swiftSettings: settings),
        .executableTarget(
            name: "deliveries", dependencies: ["Atrium"], path: "Tests/Deliveries", swiftSettings: settings),
        .target(name: "FaultyVFS", dependencies: ["CSQLite"], path: "Tests/FaultyVFS"),
        .testTarget(
            name: "AtriumStorageTests",
            dependencies: ["AtriumStorage", "CSQLite", "FaultyVFS"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "Proofs",
            dependencies: ["Atrium", "AtriumTesting", "TestSupport"]
                + features.map { .byName(name: "Atrium\($0.name)") },
            swiftSettings: settings
        ),
        .testTarget(
            name: "AtriumTests",
            dependencies: ["Atrium", "AtriumStorage", "AtriumJournal", "AtriumTesting", "CSQLite", "FaultyVFS"],
            swiftSettings: settings),
        .testTarget(name: "AtriumCSVTests", dependencies: ["AtriumCSV", "AtriumTesting"], swiftSettings: settings),
        .testTarget(
            name: "AtriumValuesTests", dependencies: ["AtriumValues", "AtriumStorage"], swiftSettings: settings),
        .testTarget(
            name: "AtriumCalendarTests", dependencies: ["AtriumCalendar", "AtriumValues"], swiftSettings: settings),
        .testTarget(
            name: "AtriumMarkupTests", dependencies: ["AtriumMarkup", "AtriumTesting"], swiftSettings: settings),
    ] + features.flatMap { [$0.target, $0.tests] },
    swiftLanguageModes: [.v6]
)
