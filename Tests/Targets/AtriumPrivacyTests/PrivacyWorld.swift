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

    /// Closes the platform, lets `change` happen after another start, and puts the organization's file back as it was before,
    /// as a restore does. Returns the organization after that.
    func restored(after change: (PrivacyWorld) async throws -> Void) async throws -> PrivacyWorld {
        await test.platform.close()
        let backup = try Data(contentsOf: URL(filePath: file))
        let changed = try await reopened()
        try await change(changed)
        try await changed.settle()
        await changed.test.platform.close()
        try backup.write(to: URL(filePath: file))
        return try await changed.reopened()
    }

    /// Admits Ada again, who was removed.
    func readmitAda() async throws {
        let account = try #require(try await account("Ada"))
        let again = try await tenant.admit(
            account, name: "Ada", address: EmailAddress("Ada@acme.example"), assignments: [], teams: [])
        #expect(again == ada)
    }

    /// Imports learning of people who are not known, with addresses at `private.example`.
    func hold(learners count: Int) async throws {
        let lines = (0..<count).map { "h\($0),p\($0)@private.example,swift,activity,2025-03-02,25,\n" }
        let text = "id,email,course,event,date,minutes,progress\n" + lines.joined()
        let bytes = AsyncStream<[UInt8]> { stream in
            stream.yield(Array(text.utf8))
            stream.finish()
        }
        _ = try await courses.importRecord(.csv, from: bytes, as: administrator).get()
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
