import Atrium
import AtriumAccessTokens
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumTesting
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SurfaceServer
import Synchronization
import Testing

/// A server of one organization, whose administrator is Ada.
struct Site {
    static let origin = "http://localhost:8080"

    let test: TemporaryPlatform
    let acme: Tenant
    let ada: Principal
    let mailbox: Mailbox
    let client: any TestClientProtocol
    let links: Links

    // MARK: - Requests

    func get(_ path: String, _ cookie: String? = nil) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: cookie.map { [.cookie: $0] } ?? [:])
    }

    func post(
        _ path: String, _ form: String, _ cookie: String? = nil, origin: String? = Site.origin,
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: type]
        if let cookie { headers[.cookie] = cookie }
        if let origin { headers[.origin] = origin }
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: form))
    }

    /// Sends a request of a program.
    func call(
        _ method: HTTPRequest.Method, _ path: String, token: String?, _ body: String? = nil, key: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await client.execute(
            uri: "/api/v1/\(path)", method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }

    // MARK: - Signing in

    /// Signs in with the mailed link, and returns the cookie.
    func signIn(_ address: String) async throws -> String {
        _ = try await post("/sign-in", "address=\(address)")
        let link = try #require(await links.all().last)
        let response = try await post(String(link.dropFirst(Self.origin.count)), "")
        #expect(response.status == .seeOther)
        return try #require(response.newCookie)
    }

    /// Opens the form of an act, fills it in and shows what it would do. Returns what the confirmation sends.
    func confirmation(_ path: String, _ fields: String, _ cookie: String) async throws -> String {
        let token = try #require(try await get(path, cookie).hidden("_token"))
        let form = "\(fields)&_token=\(token)"
        let shown = try await post(path, "\(form)&_step=prepare", cookie)
        let stamp = try #require(shown.hidden("_stamp"), "\(shown.text)")
        return "\(form)&_step=perform&_stamp=\(stamp)&_request=\(try #require(shown.hidden("_request")))"
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// The cookie that the response sets.
    var newCookie: String? { headers[.setCookie].map { String($0.prefix { $0 != ";" }) } }

    /// The value of a hidden field of a page.
    func hidden(_ name: String) -> String? {
        text.split(separator: "name=\"\(name)\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
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

func withSite(
    _ change: @Sendable (inout ServerSettings, TemporaryPlatform) -> Void = { _, _ in },
    _ body: @Sendable (Site) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    let modules: [any Module] = [
        Seats(defaultLimit: 100), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { "\(Site.origin)/join/\($0)" }, AccessTokens(),
    ]
    try await withTemporaryPlatform(modules) { test in
        let acme = try await test.organization()
        let ada = try await test.member(
            "ada@acme.example", name: "Ada", roles: [Assignment(.administrator)], in: acme)
        let links = Links()
        let clock = test.clock
        var settings = ServerSettings(product: "Academy", origin: Site.origin) { links.add($1) }
        settings.now = { clock.now }
        settings.inBackground = links.run
        settings.patience = .seconds(60)
        settings.publicAddresses = [
            PublicAddress("join", to: "invitations/invitation", field: "token") { token in
                OrganizationID(token.prefix { $0 != "." })
            }
        ]
        settings.programPrincipal = { tenant, token in try await tenant[AccessTokens.self].principal(of: token) }
        change(&settings, test)
        let app = Application(router: try SurfaceServer(test.platform, settings).router)
        try await app.test(.router) { client in
            try await body(
                Site(test: test, acme: acme, ada: ada, mailbox: mailbox, client: client, links: links))
        }
    }
}
