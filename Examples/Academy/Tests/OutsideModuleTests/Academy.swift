import Atrium
import AtriumAccessTokens
import AtriumSurfaces
import AtriumTesting
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SurfaceCommands
import SurfaceServer
import Synchronization
import Testing

/// An organization with the module from outside, at a server and at a shell. Ada is administrator, Sue supervisor of the team
/// North, Bob is in North, and Eve is in no team. Carl can be a coach.
struct Academy {
    static let origin = "http://localhost:8080"

    let test: TemporaryPlatform
    let acme: Tenant
    let ada, max, sue, bob, eve, carl: MemberID
    let client: any TestClientProtocol
    let links: Links

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

    // MARK: - In a browser

    func get(_ path: String, _ cookie: String? = nil) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: cookie.map { [.cookie: $0] } ?? [:])
    }

    func post(_ path: String, _ form: String, _ cookie: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .origin: Self.origin]
        if let cookie { headers[.cookie] = cookie }
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: form))
    }

    func signIn(_ name: String) async throws -> String {
        _ = try await post("/sign-in", "address=\(name)@acme.example")
        let response = try await post(String(try #require(await links.all().last).dropFirst(Self.origin.count)), "")
        return String(try #require(response.headers[.setCookie]).prefix { $0 != ";" })
    }

    // MARK: - In a program

    func call(
        _ method: HTTPRequest.Method, _ path: String, token: String, _ body: String? = nil, key: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json", .authorization: "Bearer \(token)"]
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await client.execute(
            uri: "/api/v1/\(path)", method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }

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

extension TestResponse {
    var text: String { String(buffer: body) }

    /// The value of a hidden field of a page.
    func hidden(_ name: String) -> String? {
        text.split(separator: "name=\"\(name)\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
}

/// Keeps what is written.
final class Recording: Sendable {
    private let written = Mutex<[String]>([])

    func add(_ text: String) { written.withLock { $0.append(text) } }

    var text: String { written.withLock { $0.joined() } }
}

/// The links that the server mails in the background.
final class Links: Sendable {
    private let mailed = Mutex<[String]>([])
    private let tasks = Mutex<[Task<Void, Never>]>([])

    func add(_ link: String) { mailed.withLock { $0.append(link) } }

    func run(_ work: @escaping @Sendable () async -> Void) { tasks.withLock { $0.append(Task { await work() }) } }

    /// All links, after everything in the background has ended.
    func all() async -> [String] {
        for task in tasks.withLock({ $0 }) { await task.value }
        return mailed.withLock { $0 }
    }
}

func withAcademy(_ body: @Sendable (Academy) async throws -> Void) async throws {
    try await withTemporaryPlatform([Coaching(), AccessTokens()]) { test in
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
        let links = Links()
        let clock = test.clock
        var settings = ServerSettings(product: "Academy", origin: Academy.origin) { links.add($1) }
        settings.now = { clock.now }
        settings.inBackground = links.run
        settings.patience = .seconds(60)
        settings.programPrincipal = { tenant, token in try await tenant[AccessTokens.self].principal(of: token) }
        let app = Application(router: try SurfaceServer(test.platform, settings).router)
        let (max, sue, bob, eve, carl) = (
            try await member("Max", [Assignment(.manager)]),
            try await member("Sue", [Assignment(.supervisor, team: north)]), try await member("Bob", [], [north]),
            try await member("Eve"), try await member("Carl")
        )
        try await app.test(.router) { client in
            try await body(
                Academy(
                    test: test, acme: acme, ada: ada, max: max, sue: sue, bob: bob, eve: eve, carl: carl,
                    client: client, links: links))
        }
    }
}
