import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct DesigningTests {
    @Test func `an organization has a kit before it has designed one`() async throws {
        try await withKit { world async throws in
            #expect(try await world.kit.design(as: world.administrator) == KitDesign())
            #expect(try await world.text("poster-a3.svg").contains("Acme"))
        }
    }

    @Test func `a change names the revision on which it is based, and a stale one changes nothing`() async throws {
        try await withKit { world async throws in
            var first = try await world.kit.design(as: world.administrator)
            var second = first
            (first.slogan, second.slogan) = ("First", "Second")
            try await world.kit.change(first, as: world.administrator)
            await #expect(throws: LaunchKitError.conflict(current: 1)) {
                try await world.kit.change(second, as: world.administrator)
            }
            #expect(try await world.kit.design(as: world.administrator).slogan == "First")
        }
    }

    @Test func `changing the design keeps the logo and the day of the first download`() async throws {
        try await withKit { world async throws in
            try await world.kit.setLogo(
                KitLogo(svg: "<svg viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"), as: world.administrator)
            try await world.kit.noteDownload(as: world.administrator)
            try await world.design { $0.style = .rings }
            let design = try await world.kit.design(as: world.administrator)
            #expect(design.style == .rings && design.logo != nil && design.revision == 2)
            #expect(try await world.kit.downloadedOn(as: world.administrator) != nil)
        }
    }

    @Test(arguments: [
        ("slogan", LaunchKitError.invalidSlogan), ("address", .invalidAddress), ("day", .invalidDay),
    ])
    func `a value that breaks a rule is refused, and the refusal says which rule`(
        _ field: String, _ expected: LaunchKitError
    ) async throws {
        try await withKit { world async throws in
            await #expect(throws: expected) {
                try await world.design { design in
                    switch field {
                    case "slogan": design.slogan = String(repeating: "a", count: 121)
                    case "address": design.address = "javascript:alert(1)"
                    default: design.day = Day(year: 1200, month: 1)
                    }
                }
            }
        }
    }

    @Test func `the first day on which somebody got the files is kept`() async throws {
        try await withKit { world async throws in
            #expect(try await world.kit.downloadedOn(as: world.administrator) == nil)
            try await world.kit.noteDownload(as: world.administrator)
            let day = Day(world.base.test.clock.now, in: .gmt)
            world.base.test.clock.advance(by: .seconds(3 * 86_400))
            try await world.kit.noteDownload(as: world.administrator)
            #expect(try await world.kit.downloadedOn(as: world.administrator) == day)
        }
    }

    @Test func `a language in which nobody reads here is refused`() async throws {
        try await withKit { world async throws in
            await #expect(throws: LaunchKitError.unknownLanguage) {
                try await world.kit.files(in: "tlh", as: world.administrator)
            }
        }
    }

    @Test func `an address that a code cannot lead to keeps the organization from starting`() async throws {
        let modules: [any Module] = [
            Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
            Invitations { $0 }, Courses(), LaunchKit { _ in "ftp://acme.example" },
        ]
        try await withTemporaryPlatform(modules) { test in
            let error = await #expect(throws: (any Error).self) { try await test.organization() }
            #expect(error.map { "\($0)" }?.contains("the address of LaunchKit") == true)
        }
    }
}
