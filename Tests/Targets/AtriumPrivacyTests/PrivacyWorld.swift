import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumTesting
import Foundation
import TestSupport
import Testing

typealias PrivacyWorld = TestOrganization

/// Ada in team North, who completed a course, and Bob.
extension PrivacyWorld {
    var ada: MemberID { person("Ada").member! }
    var bob: MemberID { person("Bob").member! }
    var privacy: PrivacyService { get throws { try tenant[Privacy.self] } }
    var file: String { "\(test.folder)/tenants/\(tenant.id).db" }

    /// Lets a minute pass, and does what is due.
    func settle() async throws {
        test.clock.advance(by: .seconds(61))
        try await test.platform.runDue()
    }

    /// The erasures as the list of them shows: the member, and whether all is done.
    func erasures() async throws -> [MemberID: Bool] {
        let entries = try await privacy.erasures(as: administrator).entries
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.member, $0.isFinished) })
    }

    func account(_ key: String) async throws -> AccountID? {
        try await test.platform.account(EmailAddress("\(key)@acme.example"))
    }

    /// Whether a file of the data folder holds a text.
    func isOnDisk(_ text: String) throws -> Bool {
        let files = FileManager.default.enumerator(atPath: test.folder)
        while let file = files?.nextObject() as? String {
            let content = FileManager.default.contents(atPath: "\(test.folder)/\(file)") ?? Data()
            if content.range(of: Data(text.utf8)) != nil { return true }
        }
        return false
    }
}

func withPrivacy(
    _ privacy: Privacy = Privacy(), beside modules: [any Module] = [],
    configure: (inout PlatformConfiguration) -> Void = { _ in }, _ body: (PrivacyWorld) async throws -> Void
) async throws {
    try await withTestOrganization(
        [Courses(), privacy] + modules,
        steps: [
            .teams, .course(Course(id: CourseID("swift"), title: "Swift, from the start")),
            .person("Ada", name: "Ada Lovelace", in: .north), .person("Bob"),
        ], configure: configure
    ) { world in
        let (ada, course) = (world.ada, world.catalogue[0].id)
        try await world.courses.record(.enrolled, of: ada, in: course, as: world.administrator)
        try await world.courses.record(.completed, of: ada, in: course, as: world.administrator)
        try await body(world)
    }
}
