// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "atrium-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // The name is given, because a clone may be in a folder of any name.
        .package(name: "atrium", path: "../.."),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "RawSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]
        ),
        .target(name: "SyncCounter", dependencies: ["RawSQLite"]),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "RawSQLite", "SyncCounter",
                .product(name: "Atrium", package: "atrium"),
                .product(name: "AtriumSeats", package: "atrium"),
                .product(name: "AtriumMail", package: "atrium"),
                .product(name: "AtriumPrivacy", package: "atrium"),
                .product(name: "AtriumInvitations", package: "atrium"),
                .product(name: "AtriumCourses", package: "atrium"),
                .product(name: "AtriumAnalytics", package: "atrium"),
                .product(name: "AtriumSuggestions", package: "atrium"),
                .product(name: "AtriumCertificates", package: "atrium"),
                .product(name: "AtriumTeamPages", package: "atrium"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
