// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
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
    ],
    dependencies: [
        // The name is given, because a clone may be in a folder of any name.
        .package(name: "atrium", path: "../..")
    ],
    targets: [
        .target(
            name: "SurfacePages", dependencies: [atrium("Atrium"), atrium("AtriumSurfaces")],
            resources: [.embedInCode("Resources/style.css")], swiftSettings: settings),
        .target(
            name: "SurfaceAPI", dependencies: [atrium("Atrium"), atrium("AtriumSurfaces")], swiftSettings: settings),
        .testTarget(
            name: "SurfaceAPITests",
            dependencies: [
                "SurfaceAPI", atrium("Atrium"), atrium("AtriumSurfaces"), atrium("AtriumTesting"),
                atrium("AtriumSeats"), atrium("AtriumMail"), atrium("AtriumMailTesting"), atrium("AtriumInvitations"),
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
