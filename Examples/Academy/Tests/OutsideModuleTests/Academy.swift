import Atrium
import AtriumAccessTokens
import AtriumCourses
import AtriumMail
import AtriumMailTesting
import AtriumSurfaces
import AtriumTesting
import Coaching
import Foundation
import SurfaceCommands
import SurfaceServer
import SurfaceServerTesting
import Synchronization
import Testing

/// An organization with the module from outside, at a server and at a shell. Ada is administrator, Sue supervisor of the team
/// North, Bob is in North, and Eve is in South. Carl is a coach of both.
struct Academy {
    let test: TemporaryPlatform
    let acme: Tenant
    let ada, max, sue, bob, eve, carl: MemberID
    let client: ServerClient

    var coaching: CoachingService { get throws { try acme[Coaching.self] } }

    /// Plans a session of each member with Carl, as Ada.
    @discardableResult
    func plan(_ members: MemberID...) async throws -> [ID<CoachingSession>] {
        var sessions: [ID<CoachingSession>] = []
        for member in members {
            sessions.append(
                try await coaching.plan(
                    of: member, with: carl, on: Day(year: 2026, month: 1, day: 9), as: .member(ada)))
        }
        return sessions
    }

    func session(_ member: MemberID) -> SurfaceSession {
        SurfaceSession(
            acme, SurfaceCatalogue(of: test.platform),
            Caller(.member(member), request: "1", now: test.clock.now, timeZone: .gmt))
    }

    func signIn(_ name: String) async throws -> String { try await client.signIn("\(name)@acme.example") }

    // MARK: - At a shell

    /// Runs a command. Returns how it ended, and what it wrote.
    func run(_ command: String, as name: String = "ada") async -> (status: SurfaceCommands.ExitStatus, output: String) {
        let written = Recording()
        let stream = Console.Stream { written.add(String(decoding: $0, as: UTF8.self)) }
        let console = Console(output: stream, errors: stream, input: { [] }, environment: [:])
        let program = SurfaceProgram(
            name: "academy", catalogue: SurfaceCatalogue(of: test.platform), now: { test.clock.now },
            connect: { _ in test.platform }, disconnect: { _ in })
        let options = ["--data", test.folder, "--as", "\(name)@acme.example"]
        return (await program.run(command.split(separator: " ").map(String.init) + options, on: console), written.text)
    }
}

/// Keeps what is written.
final class Recording: Sendable {
    private let written = Mutex<[String]>([])

    func add(_ text: String) { written.withLock { $0.append(text) } }

    var text: String { written.withLock { $0.joined() } }
}

func withAcademy(
    featureSets: [FeatureSet] = [], _ body: @Sendable (Academy) async throws -> Void
) async throws {
    let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
    let links = SignInLinks()
    try await withTemporaryPlatform(
        [Courses(), mail, Coaching(), AccessTokens()], platformModules: [links.module],
        configure: { $0.featureSets = featureSets }
    ) { test in
        let acme = try await test.organization()
        func member(
            _ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []
        ) async throws -> MemberID {
            let address = "\(name.lowercased())@acme.example"
            return try #require(
                try await test.member(address, name: name, roles: roles, teams: teams, in: acme).member)
        }
        let ada = try await member("Ada", [Assignment(.administrator)])
        let north = try await acme.teams.create("North", as: .member(ada))
        let south = try await acme.teams.create("South", as: .member(ada))
        var settings = links.settings(test)
        settings.programPrincipal = { tenant, token in try await tenant[AccessTokens.self].principal(of: token) }
        let client = try await ServerClient(
            SurfaceServer(test.platform, settings), of: test.platform, links)
        let (max, sue, bob, eve, carl) = (
            try await member("Max", [Assignment(.manager)]),
            try await member("Sue", [Assignment(.supervisor, team: north)]), try await member("Bob", [], [north]),
            try await member("Eve", [], [south]),
            try await member("Carl", [Assignment("coach", team: north), Assignment("coach", team: south)])
        )
        try await body(
            Academy(
                test: test, acme: acme, ada: ada, max: max, sue: sue, bob: bob, eve: eve, carl: carl, client: client))
    }
}
