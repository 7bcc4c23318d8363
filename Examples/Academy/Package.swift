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

func atrium(_ name: String) -> Target.Dependency { .product(name: name, package: "atrium") }

let package = Package(
    name: "academy",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "SurfacePages", targets: ["SurfacePages"]),
        .library(name: "SurfaceAPI", targets: ["SurfaceAPI"]),
        .library(name: "SurfaceServer", targets: ["SurfaceServer"]),
        .library(name: "SurfaceCommands", targets: ["SurfaceCommands"]),
        .executable(name: "academy", targets: ["academy"]),
    ],
    dependencies: [
        // The name is given, because a clone may be in a folder of any name.
        .package(name: "atrium", path: "../.."),
        .package(name: "coaching", path: "../Coaching"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.9.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
    ],
    targets: [
        .target(
            name: "SurfacePages", dependencies: [atrium("Atrium"), atrium("AtriumSurfaces")],
            resources: [.embedInCode("Resources/style.css")], swiftSettings: settings),
        .target(
            name: "SurfaceServer",
            dependencies: [
                "SurfacePages", "SurfaceAPI", atrium("Atrium"), atrium("AtriumSessions"), atrium("AtriumSurfaces"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "academy",
            dependencies: [
                "SurfaceServer", "SurfacePages", "SurfaceCommands", atrium("Atrium"), atrium("AtriumSurfaces"),
                atrium("AtriumTerminal"), atrium("AtriumSeats"), atrium("AtriumAccessTokens"), atrium("AtriumMail"),
                atrium("AtriumPrivacy"), atrium("AtriumLaunchKit"), atrium("AtriumLearningSlots"),
                atrium("AtriumInvitations"), atrium("AtriumCourses"), atrium("AtriumAnalytics"),
                atrium("AtriumCertificates"), atrium("AtriumSuggestions"), atrium("AtriumTeamPages"),
                atrium("AtriumCampaigns"), atrium("AtriumSessions"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], swiftSettings: settings),
        .target(
            name: "SurfaceAPI", dependencies: [atrium("Atrium"), atrium("AtriumSurfaces")], swiftSettings: settings),
        .target(
            name: "SurfaceCommands",
            dependencies: ["SurfaceAPI", atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumTerminal")],
            swiftSettings: settings),
        .testTarget(
            name: "SurfaceCommandsTests",
            dependencies: [
                "SurfaceCommands", "SurfaceAPI", atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumTesting"),
                atrium("AtriumSeats"), atrium("AtriumMail"), atrium("AtriumMailTesting"), atrium("AtriumInvitations"),
                atrium("AtriumCourses"), atrium("AtriumAnalytics"), atrium("AtriumCertificates"),
                atrium("AtriumSuggestions"), atrium("AtriumTeamPages"),
            ], swiftSettings: settings),
        .testTarget(
            name: "SurfaceAPITests",
            dependencies: [
                "SurfaceAPI", atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumTesting"),
                atrium("AtriumSeats"), atrium("AtriumMail"), atrium("AtriumMailTesting"), atrium("AtriumInvitations"),
            ], swiftSettings: settings),
        .target(
            name: "SurfaceServerTesting",
            dependencies: [
                "SurfaceServer", atrium("Atrium"), atrium("AtriumSessions"), atrium("AtriumTesting"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
            ], path: "Tests/SurfaceServerTesting", swiftSettings: settings),
        .testTarget(
            name: "SurfaceServerTests",
            dependencies: [
                "SurfaceServer", "SurfacePages", "SurfaceServerTesting", atrium("Atrium"), atrium("AtriumSessions"),
                atrium("AtriumSurfaces"), atrium("AtriumTesting"), atrium("AtriumSeats"), atrium("AtriumAccessTokens"),
                atrium("AtriumMail"), atrium("AtriumMailTesting"), atrium("AtriumInvitations"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ], swiftSettings: settings),
        .testTarget(
            name: "OutsideModuleTests",
            dependencies: [
                "SurfaceServer", "SurfaceServerTesting", "SurfaceCommands", atrium("Atrium"), atrium("AtriumSurfaces"),
                atrium("AtriumOperations"), atrium("AtriumTesting"), atrium("AtriumAccessTokens"),
                atrium("AtriumCourses"), atrium("AtriumMail"), atrium("AtriumMailTesting"),
                .product(name: "Coaching", package: "coaching"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ], swiftSettings: settings),
        .testTarget(
            name: "SurfacePagesTests",
            dependencies: [
                "SurfacePages", atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumTesting"),
                atrium("AtriumSeats"), atrium("AtriumMail"), atrium("AtriumMailTesting"), atrium("AtriumInvitations"),
                atrium("AtriumCourses"), atrium("AtriumAnalytics"), atrium("AtriumCertificates"),
                atrium("AtriumSuggestions"), atrium("AtriumTeamPages"),
            ], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
