import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

/// An organization with a few courses, whose kit is tested.
struct KitWorld: Sendable {
    let base: TestOrganization
    let kit: LaunchKitService

    var administrator: Principal { base.administrator }

    /// The content of a file of the kit.
    func text(_ name: String, in language: String? = nil) async throws -> String {
        let files = try await kit.files(in: language, as: administrator)
        return try #require(files.first { $0.name == name }).text
    }

    /// Changes the design.
    func design(_ change: (inout KitDesign) -> Void) async throws {
        var design = try await kit.design(as: administrator)
        change(&design)
        try await kit.change(design, as: administrator)
    }
}

let kitAddress = "https://training.example/acme"

func withKit(
    name: String = "Acme", language: String = "en", _ body: (KitWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    let modules: [any Module] = [
        Seats(), Mail(sender: try EmailAddress("no-reply@training.example"), transport: mailbox),
        Invitations { "https://join.training.example/\($0)" }, Courses(), LaunchKit { _ in kitAddress },
    ]
    let steps: [TestOrganization.Step] = try [
        .settings(OrganizationSettings(name: name, language: language)),
        .course(Course(id: CourseID("lead"), title: "Leading a small team")),
        .course(Course(id: CourseID("write"), title: "Writing that people read")),
    ]
    try await withTestOrganization(modules, mailbox: mailbox, steps: steps) { base in
        try await body(KitWorld(base: base, kit: base.tenant[LaunchKit.self]))
    }
}
