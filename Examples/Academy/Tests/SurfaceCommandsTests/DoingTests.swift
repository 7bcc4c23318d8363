import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumSurfaces
import AtriumTesting
import Foundation
import SurfaceCommands
import Testing

struct DoingTests {
    private func stamp(_ text: String) throws -> String {
        String(try #require(text.firstMatch(of: /--yes --expect ([0-9a-f]+)/)).1)
    }

    @Test func `an act is shown first, and done when it is confirmed`() async throws {
        try await withShell { shell in
            let invite = "invitations invite --addresses eve@acme.example"
            let shown = await shell.run(invite)
            #expect(shown.status == .unconfirmed)
            #expect(
                shown.output.contains("Addresses  eve@acme.example\n") && shown.output.contains("Role       member\n"))
            #expect(shown.output.contains("+  1  eve@acme.example  gets an invitation\n1 person gets an invitation"))
            #expect(await !shell.run("invitations").output.contains("eve@acme.example"))
            let done = await shell.run("\(invite) --yes --expect \(try stamp(shown.output))")
            #expect(done.status == .done && done.output.contains("1 invitation was sent."))
            #expect(await shell.run("invitations").output.contains("eve@acme.example"))
        }
    }

    @Test func `what follows an act is done before the command ends`() async throws {
        try await withShell { shell in
            _ = await shell.run("invitations invite --addresses eve@acme.example --yes")
            #expect(await shell.run("mail outbox --state sent --csv").output.contains("invitation"))
            let due = try await shell.test.platform.runDue()
            #expect(due == 0)
        }
    }

    @Test func `a plan that has changed is shown again, and nothing is done`() async throws {
        try await withShell { shell in
            let act = "deactivate-members --members all:text=acme"
            let bob = try await shell.test.member("bob@acme.example", name: "Bob", in: shell.acme)
            let expected = try stamp(await shell.run(act).output)
            _ = try await shell.test.member("eve@acme.example", name: "Eve", in: shell.acme)
            let changed = await shell.run("\(act) --yes --expect \(expected)")
            #expect(changed.status == .changed)
            #expect(
                changed.output.contains("It is no longer what you saw. Nothing was done.")
                    && changed.output.contains("Eve"))
            let id = try #require(bob.member)
            #expect(try await shell.acme.members.member(id, as: shell.ada).member.state == .active)
        }
    }

    @Test func `an act on several rows names them by address, by id, or by filters`() async throws {
        try await withShell { shell in
            for name in ["bob", "eve", "mallory"] {
                _ = try await shell.test.member("\(name)@acme.example", name: name, in: shell.acme)
            }
            let ids = await shell.run("members --ids --text eve").output
            let eve = try #require(ids.firstMatch(of: /([0-9a-f-]{36}) +eve/)).1
            let two = await shell.run("deactivate-members --members bob@acme.example --members \(eve) --yes")
            #expect(two.status == .done && two.output.contains("2 of 2 done."))
            let rest = await shell.run("deactivate-members --members all --yes")
            #expect(rest.output.contains("mallory"))
            // The last administrators cannot leave, so the act is done in part.
            #expect(rest.status == .partlyDone)
        }
    }

    @Test func `only what is named is changed`() async throws {
        try await withShell { shell in
            let zone = try await shell.acme.settings.organization(as: shell.ada).timeZone
            #expect(await shell.run("settings --yes", "--name", "Acme & Sons").status == .done)
            let stored = try await shell.acme.settings.organization(as: shell.ada)
            #expect(stored.name == "Acme & Sons" && stored.timeZone == zone)
        }
    }

    @Test func `a request that comes again under the same name is done once`() async throws {
        try await withShell { shell in
            let send = "teampages send-to-everybody --subject Hello --text Welcome --yes"
            for request in ["monday", "monday", "tuesday"] {
                let result = await shell.run("\(send) --request \(request)")
                #expect(result.status == .done, "\(result)")
            }
            let sent = await shell.run("teampages messages --csv").output
            #expect(sent.split(whereSeparator: \.isNewline).count == 3, "\(sent)")
        }
    }

    @Test func `a file is read from a path or from standard input`() async throws {
        try await withShell { shell in
            let roster = "email,role\neve@acme.example,member\n"
            let path = try shell.file("people.csv", roster)
            let shown = await shell.run("invitations import --file", path)
            #expect(shown.status == .unconfirmed && shown.output.contains("gets an invitation as member"))
            let done = await shell.run("invitations import --file - --yes", input: roster)
            #expect(done.status == .done && done.output.contains("1 line changed something."))
            let missing = await shell.run("invitations import --file /nowhere/people.csv")
            #expect(missing.status == .unreadable && missing.errors.contains("--file: there is no file"))
            #expect(await shell.run("invitations import --file", shell.test.folder).status == .unreadable)
        }
    }

    @Test func `a long text is written, read from a file, or read from standard input`() async throws {
        try await withShell { shell in
            let path = try shell.file("addresses.txt", "eve@acme.example\nbob@acme.example\n")
            #expect(
                await shell.run("invitations invite --addresses @\(path)").output.contains("2 people get an invitation")
            )
            let read = await shell.run("invitations invite --addresses -", input: "eve@acme.example")
            #expect(read.output.contains("1 person gets an invitation"))
            let latin = "\(shell.test.folder)/latin.txt"
            try Data([0x66, 0xFC, 0x72]).write(to: URL(filePath: latin))
            #expect(await shell.run("invitations invite --addresses @\(latin)").status == .unreadable)
        }
    }

    @Test func `progress is shown at a terminal, and taken away`() async throws {
        try await withShell { shell in
            for name in ["bob", "eve"] {
                _ = try await shell.test.member("\(name)@acme.example", name: name, in: shell.acme)
            }
            let (output, errors) = (Recording(), Recording())
            let console = Console(
                output: .init(write: output.write), errors: .init(write: errors.write, isTerminal: true, width: 80))
            let program = SurfaceProgram(
                name: "academy", catalogue: shell.session.catalogue, connect: { _ in shell.test.platform },
                disconnect: { _ in })
            let status = await program.run(
                [
                    "deactivate-members", "--members", "bob@acme.example", "--members", "eve@acme.example", "--yes",
                    "--as", "ada@acme.example", "--data", shell.test.folder,
                ], on: console)
            #expect(status == .done && !output.text.contains("█"))
            #expect(
                errors.text.contains("Deactivate  ██████████░░░░░░░░░░  50% of 2")
                    && errors.text.hasSuffix("\r\u{1B}[K"))
        }
    }

    @Test func `a certificate is written to a file, or to standard output`() async throws {
        try await withShell { shell in
            _ = await shell.run("courses add --id swift --title Swift --yes")
            _ = await shell.run("courses record --course swift --member ada@acme.example --what enrolled --yes")
            let recorded = await shell.run(
                "courses record --course swift --member ada@acme.example --what completed --yes")
            #expect(recorded.status == .done, "\(recorded)")
            let ids = await shell.run("certificates --ids").output
            let id = try #require(ids.firstMatch(of: /[0-9a-f-]{36}/), "\(ids)").0
            let path = "\(shell.test.folder)/own.svg"
            let written = await shell.run("certificates certificate --certificate \(id) --output \(path)")
            #expect(written.status == .done, "\(written)")
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<svg"))
            let folder = await shell.run("certificates certificate --certificate \(id) --output", shell.test.folder)
            #expect(
                folder.status == .done
                    && FileManager.default.fileExists(atPath: "\(shell.test.folder)/certificate.html"))
            let open = await shell.run("certificates certificate --certificate \(id) --output -")
            #expect(open.status == .notFound && open.errors.contains("certificate.svg, certificate.html"))
        }
    }
}
