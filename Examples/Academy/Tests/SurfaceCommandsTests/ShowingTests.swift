import Atrium
import AtriumSurfaces
import AtriumTerminal
import AtriumTesting
import Foundation
import SurfaceAPI
import SurfaceCommands
import Testing

struct ShowingTests {
    @Test func `a table is text with aligned columns, and filters narrow it`() async throws {
        try await withShell { shell in
            let north = try await shell.acme.teams.create("North", as: shell.ada)
            _ = try await shell.test.member("eve@acme.example", name: "Eve", teams: [north], in: shell.acme)
            let table = """
                Members

                  Name  Address           State   Roles  Teams  Joined
                  Eve   eve@acme.example  active         North  Jan 5, 2026, 9:00 AM

                """
            for filter in ["--text eve", "--text=EVE@", "--team North", "--team north", "--team \(north)"] {
                let result = await shell.run("members \(filter)")
                #expect(result.output == table, "\(filter)")
                #expect(result.status == .done && result.errors.isEmpty)
            }
            #expect(await shell.run("members --state removed").output.contains("There is nothing here."))
            #expect(await shell.run("members --state=").output.contains("Eve"))
        }
    }

    @Test func `a cursor leads to the next page`() async throws {
        try await withShell { shell in
            for name in ["Bob", "Eve"] {
                _ = try await shell.test.member("\(name.lowercased())@acme.example", name: name, in: shell.acme)
            }
            let first = await shell.run("members --limit 1").output
            let cursor = try #require(first.firstMatch(of: /--cursor ([^ \n]+)/)).1
            #expect(first.contains("Ada") && !first.contains("Bob"))
            let second = await shell.run("members --limit 1 --cursor \(cursor)").output
            #expect(second.contains("Bob") && !second.contains("Ada"))
        }
    }

    @Test func `JSON is what the interface for programs answers`() async throws {
        try await withShell { shell in
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            for (path, command) in [
                ("kernel/members", "members"), ("analytics/overview", "analytics overview"), ("seats/seats", "seats"),
            ] {
                let type = try #require(shell.session.catalogue.surface(path))
                let answer = try await APIRenderer(shell.session).get(type, FormInput())
                let result = await shell.run("\(command) --json")
                #expect(result.output == String(decoding: try encoder.encode(answer.body), as: UTF8.self) + "\n")
                #expect(result.status == .done)
            }
            let page = await shell.run("members --json --limit 1").output
            guard case .object(let object) = try JSONDecoder().decode(JSONValue.self, from: Data(page.utf8)),
                case .array(let rows) = object["rows"]
            else {
                Issue.record("\(page)")
                return
            }
            #expect(rows.count == 1)
        }
    }

    @Test func `CSV is the whole table as it is downloaded`() async throws {
        try await withShell { shell in
            for number in 0..<3 {
                _ = try await shell.test.member("p\(number)@acme.example", name: "P\(number)", in: shell.acme)
            }
            var bytes: [UInt8] = []
            for try await chunk in try await shell.session.csv(of: MembersTable()).open() { bytes += chunk }
            let result = await shell.run("members --csv")
            #expect(result.output == String(decoding: bytes, as: UTF8.self))
            #expect(result.output.split(whereSeparator: \.isNewline).count == 5)
            #expect(await shell.run("members --csv --limit 2").status == .usage)
        }
    }

    @Test func `what people wrote cannot move the cursor, in text, JSON and CSV at a terminal`() async throws {
        try await withShell([Unchecked()]) { shell in
            let terminal = Console.Stream(write: { _ in }, isTerminal: true, width: 200)
            for command in [
                "unchecked", "unchecked --ids", "unchecked --json", "unchecked --csv", "unchecked sheet",
                "unchecked sheet --json", "unchecked act --text \(Unchecked.text)",
                "unchecked act --yes --text \(Unchecked.text)", "unchecked act --json --yes --text x",
            ] {
                let result = await shell.run(command, on: terminal)
                let text = result.output + result.errors
                #expect(text.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" }, "\(command): \(text)")
                #expect(text.contains("[31m"), "\(command): \(text)")
            }
        }
    }

    @Test func `JSON keeps every letter, and CSV for a file, too`() async throws {
        try await withShell([Unchecked()]) { shell in
            let json = await shell.run("unchecked --json").output
            let decoded = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
            guard case .object(let page) = decoded else {
                Issue.record("\(decoded)")
                return
            }
            // Both pages, in one object.
            let row: JSONValue = ["text": .string(Unchecked.text), "id": .string(Unchecked.text)]
            #expect(page["rows"] == [row, row] && page["next"] == .null)
            #expect(await shell.run("unchecked --csv --organization acme").output.contains(Unchecked.text))
        }
    }

    @Test func `a narrow terminal gets fewer columns, and a pipe all of them`() async throws {
        try await withShell { shell in
            let narrow = Console.Stream(write: { _ in }, isTerminal: true, width: 50, style: .coloured)
            let shown = await shell.run("members", on: narrow).output
            #expect(shown.contains("Too wide to be shown here:") && shown.contains("\u{1B}[1mMembers"))
            let piped = await shell.run("members").output
            #expect(piped.contains("Joined") && !piped.contains("\u{1B}"))
        }
    }

    @Test func `a sheet shows what leads on as commands`() async throws {
        try await withShell { shell in
            let output = await shell.run("member --member ada@acme.example").output
            #expect(output.hasPrefix("Member\n\n  Name     Ada\n  Address  ada@acme.example\n"))
        }
    }
}
