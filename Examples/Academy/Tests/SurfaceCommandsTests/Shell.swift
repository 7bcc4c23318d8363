import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTerminal
import AtriumTesting
import Foundation
import SurfaceCommands
import Synchronization

/// A shell with the program `academy`, in an organization whose administrator is Ada.
struct Shell: Sendable {
    /// What a command left behind.
    struct Result {
        let status: ExitStatus
        let output: String
        let errors: String
    }

    let test: TemporaryPlatform
    let acme: Tenant
    let ada: Principal

    static var modules: [any Module] {
        get throws {
            [
                Seats(defaultLimit: 5000),
                Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
                Invitations { "https://acme.example/join/\($0)" }, Courses(),
                Certificates { "https://acme.example/certificates/\($0)" }, Analytics(), Suggestions(), TeamPages(),
            ]
        }
    }

    /// The program as integrators make it, without a platform.
    static func program() throws -> SurfaceProgram {
        SurfaceProgram(
            name: "academy", catalogue: SurfaceCatalogue(try modules.map { type(of: $0) }),
            beside: [("serve", "Serve pages")]
        ) { _ in throw CancellationError() }
    }

    /// Runs a command of Ada's: `members --limit 2`. Words are separated by single blanks; `more` may have any text.
    func run(
        _ command: String, _ more: String..., as address: String? = "ada@acme.example", input: String = "",
        on stream: Console.Stream? = nil, environment: [String: String] = [:]
    ) async -> Result {
        var arguments = command.split(separator: " ").map(String.init) + more
        arguments += ["--data", test.folder] + (address.map { ["--as", $0] } ?? [])
        let program = SurfaceProgram(
            name: "academy", catalogue: SurfaceCatalogue(of: test.platform), now: { test.clock.now },
            connect: { _ in test.platform }, disconnect: { _ in })
        return await Self.run(program, arguments, input: input, on: stream, environment: environment)
    }

    static func run(
        _ program: SurfaceProgram, _ arguments: [String], input: String = "", on stream: Console.Stream? = nil,
        environment: [String: String] = [:]
    ) async -> Result {
        let (output, errors) = (Recording(), Recording())
        var out = stream ?? Console.Stream(write: output.write)
        if stream != nil { out.write = output.write }
        let console = Console(
            output: out, errors: Console.Stream(write: errors.write), input: { Array(input.utf8) },
            environment: environment)
        let status = await program.run(arguments, on: console)
        return Result(status: status, output: output.text, errors: errors.text)
    }

    var session: SurfaceSession {
        SurfaceSession(
            acme, SurfaceCatalogue(of: test.platform), Caller(ada, request: "1", now: test.clock.now, timeZone: .gmt))
    }

    /// Makes a file, and gives its path.
    func file(_ name: String, _ content: String) throws -> String {
        let path = "\(test.folder)/\(name)"
        try Data(content.utf8).write(to: URL(filePath: path))
        return path
    }
}

/// Keeps what is written.
final class Recording: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    @Sendable func write(_ more: [UInt8]) { bytes.withLock { $0 += more } }

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// Runs a test with a shell. `more` modules come to those of the product.
func withShell(_ more: [any Module] = [], _ body: (Shell) async throws -> Void) async throws {
    try await withTemporaryPlatform(Shell.modules + more) { test in
        let acme = try await test.organization()
        let ada = try await test.member("ada@acme.example", name: "Ada", roles: [Assignment(.administrator)], in: acme)
        try await body(Shell(test: test, acme: acme, ada: ada))
    }
}
