import Atrium
import AtriumAccessTokens
import AtriumSurfaces
import AtriumTesting
import Foundation
import SurfaceCommands
import SurfaceServer
import SurfaceServerTesting
import Synchronization
import Testing

/// An organization with the module from outside, at a server and at a shell. Ada is administrator, Sue supervisor of the team
/// North, Bob is in North, and Eve is in no team. Carl can be a coach.
struct Academy {
    let test: TemporaryPlatform
    let acme: Tenant
    let ada, max, sue, bob, eve, carl: MemberID
    let client: ServerClient

    var coaching: CoachingService { get throws { try acme[Coaching.self] } }

    /// Gives members a coach, as Ada.
    func assign(_ coach: MemberID, to members: MemberID...) async throws {
        for member in members { try await coaching.assign(coach, to: member, as: .member(ada)) }
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
    let links = SignInLinks()
    try await withTemporaryPlatform(
        [Coaching(), AccessTokens()], platformModules: [links.module], configure: { $0.featureSets = featureSets }
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
        var settings = links.settings(test)
        settings.programPrincipal = { tenant, token in try await tenant[AccessTokens.self].principal(of: token) }
        let client = try await ServerClient(
            SurfaceServer(test.platform, settings), of: test.platform, links)
        let (max, sue, bob, eve, carl) = (
            try await member("Max", [Assignment(.manager)]),
            try await member("Sue", [Assignment(.supervisor, team: north)]), try await member("Bob", [], [north]),
            try await member("Eve"), try await member("Carl")
        )
        try await body(
            Academy(
                test: test, acme: acme, ada: ada, max: max, sue: sue, bob: bob, eve: eve, carl: carl, client: client))
    }
}
