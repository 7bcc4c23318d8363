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
    name: "coaching",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Coaching", targets: ["Coaching"]),
        .executable(name: "coaching", targets: ["CoachingStory"]),
    ],
    dependencies: [
        // The name is given, because a clone may be in a folder of any name.
        .package(name: "atrium", path: "../..")
    ],
    targets: [
        .target(
            name: "Coaching",
            dependencies: [atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumCourses"), atrium("AtriumMail")],
            swiftSettings: settings),
        .executableTarget(
            name: "CoachingStory",
            dependencies: [
                "Coaching", atrium("Atrium"), atrium("AtriumOperations"), atrium("AtriumSurfaces"),
                atrium("AtriumTerminal"), atrium("AtriumSeats"), atrium("AtriumMail"), atrium("AtriumMailTesting"),
                atrium("AtriumInvitations"), atrium("AtriumCourses"), atrium("AtriumCertificates"),
                atrium("AtriumPrivacy"),
            ], swiftSettings: settings),
        .testTarget(
            name: "CoachingTests",
            dependencies: [
                "Coaching", atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumTesting"),
                atrium("AtriumOperations"), atrium("AtriumCourses"), atrium("AtriumMail"),
                atrium("AtriumMailTesting"), atrium("AtriumPrivacy"),
            ], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
