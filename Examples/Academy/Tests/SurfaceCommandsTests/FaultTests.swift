import Atrium
import AtriumSurfaces
import AtriumTesting
import SurfaceCommands
import Testing

struct FaultTests {
    @Test func `a wrong value ends with the name of its option`() async throws {
        try await withShell { shell in
            for (command, fault) in [
                ("members --state asleep", "--state is one of active, deactivated, removed"),
                ("members --state activ", "did you mean 'active'?"), ("members --team x", "--team names nothing here"),
                ("members --limit 0", "--limit is a whole number from 1 to 1000"),
                ("members --limit 1001", "--limit is"), ("members --cursor x", "--cursor: "),
                ("members --txt x", "there is no option '--txt' here; did you mean '--text'?"),
                ("members --text", "--text needs a value"), ("members --text --json", "--text needs a value"),
                ("members --text a --text b", "--text is there twice"), ("members -x", "'-x' is no option"),
                ("members --json=maybe", "--json is true or false"), ("members x", "'x' does not belong"),
                ("invitations invite", "--addresses is required"), ("create-team --name= --yes", "--name is required"),
                ("invitations invite --expect x", "add --yes"),
            ] {
                let result = await shell.run(command)
                #expect(result.status == .usage, "\(command)")
                #expect(result.errors.contains(fault), "\(command): \(result.errors)")
                #expect(result.output.isEmpty)
            }
        }
    }

    @Test func `who may not is refused with the role that allows it`() async throws {
        try await withShell { shell in
            _ = try await shell.test.member("eve@acme.example", name: "Eve", in: shell.acme)
            for command in [
                "audit", "audit --csv", "create-team --name North --yes", "invitations invite --addresses x@y.z",
            ] {
                let result = await shell.run(command, as: "eve@acme.example")
                #expect(result.status == .refused, "\(command)")
                #expect(result.errors.contains("Refused: you may not") && result.errors.contains("administrator"))
            }
            let json = await shell.run("audit --json", as: "eve@acme.example")
            #expect(json.status == .refused && json.output.contains(#""status" : 403"#))
            let visitor = await shell.run("members", as: nil)
            #expect(visitor.status == .refused && visitor.errors.contains("add --as ADDRESS"))
        }
    }

    @Test func `an unknown command names those that could be meant`() async throws {
        try await withShell { shell in
            for (command, suggestion) in [
                ("memebrs", "did you mean 'members'?"), ("invitations invte", "did you mean 'invitations invite'?"),
                ("import", "'import' is said of invitations import, courses import; say which"),
                ("courses", "say what of courses: catalogue"), ("hlep", "did you mean 'help'?"),
                (String(repeating: "x", count: 100_000), "there is no command"),
            ] {
                let result = await shell.run(command)
                #expect(result.status == .usage && result.errors.contains(suggestion), "\(result.errors.prefix(200))")
            }
            #expect(await shell.run("", "\u{1B}[31mx").errors.hasPrefix("academy: there is no command ' [31mx'"))
            #expect(await shell.run("", "").status == .usage)
            #expect(await shell.run("invite --addresses x@acme.example").status == .unconfirmed)
        }
    }

    @Test func `what is not there is named`() async throws {
        try await withShell { shell in
            #expect(await shell.run("members --organization nowhere").status == .notFound)
            let unknown = await shell.run("members", as: "nobody@acme.example")
            #expect(unknown.status == .notFound && unknown.errors.contains("no account has the address"))
            #expect(await shell.run("members", as: "x").status == .usage)
            _ = try await shell.test.organization("other", founder: "founder@acme.example")
            let which = await shell.run("members")
            #expect(which.status == .usage && which.errors.contains("acme, other"))
            #expect(await shell.run("members --organization acme").status == .done)
        }
        let folder = try await Shell.run(Shell.program(), ["members", "--data", "/nowhere/at/all"])
        #expect(folder.status == .notFound && folder.errors.contains("correct --data"))
        #expect(try await Shell.run(Shell.program(), ["members"]).errors.contains("ACADEMY_DATA"))
    }

    @Test func `a folder that another process has open is told apart from a fault`() async throws {
        try await withShell { shell in
            let program = SurfaceProgram(name: "academy", catalogue: shell.session.catalogue) { folder in
                try await Platform.open(at: folder, modules: Shell.modules)
            }
            let result = await Shell.run(program, ["members", "--data", shell.test.folder])
            #expect(result.status == .busy && result.errors.contains("stop it, or try again later"))
        }
    }

    @Test func `a reader that ends early is no fault`() async throws {
        try await withShell { shell in
            let console = Console(
                output: .init { _ in throw OutputError.closed }, errors: .init { _ in throw OutputError.closed })
            let program = SurfaceProgram(
                name: "academy", catalogue: shell.session.catalogue, connect: { _ in shell.test.platform },
                disconnect: { _ in })
            let arguments = ["--data", shell.test.folder, "--as", "ada@acme.example"]
            #expect(await program.run(["members"] + arguments, on: console) == .outputClosed)
            #expect(
                await program.run(["create-team", "--name", "North", "--yes"] + arguments, on: console) == .outputClosed
            )
            let teams = try await shell.acme.teams.list(as: shell.ada)
            #expect(teams.map(\.name) == ["North"])
        }
    }

    @Test func `the environment says where and who, and options say it better`() async throws {
        try await withShell { shell in
            _ = try await shell.test.member("eve@acme.example", name: "Eve", in: shell.acme)
            let environment = ["ACADEMY_AS": "ada@acme.example", "ACADEMY_ORGANIZATION": "acme"]
            #expect(await shell.run("audit", as: nil, environment: environment).status == .done)
            #expect(await shell.run("audit", as: "eve@acme.example", environment: environment).status == .refused)
            let grace = await shell.run(
                "seats set-limit --limit 7 --operator Grace --yes", as: nil, environment: environment)
            #expect(grace.status == .done, "\(grace)")
            #expect(await shell.run("audit --operator Grace").status == .usage)
        }
    }

    @Test func `no field of a surface has the name of an option`() throws {
        let catalogue = SurfaceCatalogue(try Shell.modules.map { type(of: $0) })
        func names<S: Surface>(_ type: S.Type) -> [String] { S.form.fields.map(\.name) }
        for type in catalogue.surfaces {
            var taken: Set = ["data", "organization", "as", "operator", "json", "help"]
            if type is any Table.Type { taken.formUnion(["limit", "cursor", "ids", "csv"]) }
            if type is any Sheet.Type { taken.insert("output") }
            if type is any Act.Type { taken.formUnion(["yes", "expect", "request", "output"]) }
            #expect(taken.isDisjoint(with: names(type)), "\(type.path)")
        }
    }
}
