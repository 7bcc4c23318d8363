import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import SurfaceCommands
import Testing

struct HelpTests {
    @Test func `help lists every command, the options and the exit codes, without a platform`() async throws {
        let help = try await Shell.run(Shell.program(), ["help"])
        #expect(help.status == .done && help.errors.isEmpty)
        for text in [
            "  members   ", "  invitations invite  ", "  serve  Serve pages", "--organization", "ACADEMY_DATA",
            "source <(academy completions bash)",
        ] { #expect(help.output.contains(text), "\(text)") }
        for status in ExitStatus.allCases { #expect(help.output.contains("\(status.rawValue)  \(status.meaning)")) }
        #expect(try await Shell.run(Shell.program(), ["--help"]).output == help.output)
    }

    @Test func `help on a command has its fields, and asks a platform only for a person`() async throws {
        let help = try await Shell.run(Shell.program(), ["help", "members"])
        #expect(help.output.hasPrefix("Members\nEverybody who belongs to the organization."))
        #expect(help.output.contains("  academy members [options]") && help.output.contains("deactivated"))
        #expect(help.output.contains("academy remove-members") && help.output.contains("--cursor"))
        for arguments in [["members", "--help"], ["members", "-h", "--text", "x"], ["help", "kernel/members"]] {
            #expect(try await Shell.run(Shell.program(), arguments).output == help.output)
        }
        #expect(try await Shell.run(Shell.program(), ["help", "courses"]).output.contains("academy courses add"))
        #expect(try await Shell.run(Shell.program(), ["help", "nothing"]).status == .usage)
        try await withShell { shell in
            _ = try await shell.acme.teams.create("North", as: shell.ada)
            _ = try await shell.test.member("eve@acme.example", name: "Eve", in: shell.acme)
            #expect(await shell.run("help invitations invite").output.contains("North"))
            let refused = await shell.run("help invitations invite", as: "eve@acme.example")
            #expect(refused.output.contains("Not offered to you: you may not"))
            #expect(await shell.run("help", as: "eve@acme.example").output.contains("not offered: "))
        }
    }

    @Test func `every name that help shows is a command`() async throws {
        let index = try await Shell.run(Shell.program(), ["help"]).output
        let catalogue = SurfaceCatalogue(try Shell.modules.map { type(of: $0) })
        for type in catalogue.surfaces {
            let help = try await Shell.run(Shell.program(), ["help", type.path]).output
            let name = try #require(help.firstMatch(of: /\n  academy ([a-z -]+?)(?: --| \[|\n)/), "\(help)").1
            #expect(index.contains("\n  \(name) "), "\(name)")
            let again = try await Shell.run(Shell.program(), name.split(separator: " ").map(String.init) + ["--help"])
            #expect(again.output == help, "\(name)")
        }
    }
}
