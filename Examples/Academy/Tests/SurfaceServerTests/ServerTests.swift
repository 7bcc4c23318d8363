import Atrium
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumTesting
import Foundation
import Hummingbird
import HummingbirdTesting
import SurfaceServer
import Synchronization
import Testing

struct ServerTests {
    private static let origin = "http://localhost:8080"

    private struct Site {
        let test: TemporaryPlatform
        let acme: Tenant
        let client: any TestClientProtocol
        let links: Links

        /// Signs in with the mailed link, and returns the cookie.
        func signIn(_ address: String) async throws -> String {
            _ = try await post("/sign-in", "address=\(address)")
            let link = try #require(links.last)
            let response = try await post(String(link.dropFirst(ServerTests.origin.count)), "")
            #expect(response.status == .seeOther)
            let cookie = try #require(response.headers[.setCookie])
            return String(cookie.prefix { $0 != ";" })
        }

        func get(_ path: String, _ cookie: String? = nil) async throws -> TestResponse {
            try await client.execute(uri: path, method: .get, headers: cookie.map { [.cookie: $0] } ?? [:])
        }

        func post(
            _ path: String, _ form: String, _ cookie: String? = nil, origin: String? = ServerTests.origin
        ) async throws -> TestResponse {
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            if let cookie { headers[.cookie] = cookie }
            if let origin { headers[.origin] = origin }
            return try await client.execute(
                uri: path, method: .post, headers: headers, body: ByteBuffer(string: form))
        }

        /// The value of a hidden field of a page.
        static func hidden(_ name: String, in response: TestResponse) -> String? {
            String(buffer: response.body).split(separator: "name=\"\(name)\" value=\"").dropFirst().first
                .map { String($0.prefix { $0 != "\"" }) }
        }
    }

    private final class Links: Sendable {
        private let mailed = Mutex<[String]>([])
        var last: String? { mailed.withLock { $0.last } }
        var count: Int { mailed.withLock { $0.count } }
        func add(_ link: String) { mailed.withLock { $0.append(link) } }
    }

    private func withSite(_ body: @Sendable (Site) async throws -> Void) async throws {
        let modules: [any Module] = [
            Seats(defaultLimit: 100), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
            Invitations { "\(Self.origin)/join/\($0)" },
        ]
        try await withTemporaryPlatform(modules) { test in
            let acme = try await test.organization()
            _ = try await test.member(
                "ada@acme.example", name: "Ada", roles: [Assignment(.administrator)], in: acme)
            let links = Links()
            let clock = test.clock
            var settings = ServerSettings(product: "Academy", origin: Self.origin) { links.add($1) }
            settings.now = { clock.now }
            let app = Application(router: SurfaceServer(test.platform, settings).router)
            try await app.test(.router) { client in
                try await body(Site(test: test, acme: acme, client: client, links: links))
            }
        }
    }

    @Test func `a mailed link signs in once, by POST, within fifteen minutes`() async throws {
        try await withSite { site in
            _ = try await site.post("/sign-in", "address=ada@acme.example")
            let path = String(try #require(site.links.last).dropFirst(Self.origin.count))
            #expect(try await site.get(path).headers[.setCookie] == nil)
            let first = try await site.post(path, "")
            #expect(first.status == .seeOther)
            #expect(try #require(first.headers[.setCookie]).hasSuffix("; HttpOnly; SameSite=Lax"))
            #expect(try await site.post(path, "").status == .gone)
            _ = try await site.post("/sign-in", "address=ada@acme.example")
            let late = String(try #require(site.links.last).dropFirst(Self.origin.count))
            site.test.clock.advance(by: .seconds(901))
            #expect(try await site.post(late, "").status == .gone)
        }
    }

    @Test func `nobody learns who has an account`() async throws {
        try await withSite { site in
            let known = try await site.post("/sign-in", "address=ada@acme.example")
            let unknown = try await site.post("/sign-in", "address=nobody@acme.example")
            #expect(known.status == unknown.status && known.body == unknown.body && site.links.count == 1)
            for _ in 0..<30 { _ = try await site.post("/sign-in", "address=ada@acme.example") }
            #expect(site.links.count == 20)
        }
    }

    @Test func `an organization of others answers like one that does not exist`() async throws {
        try await withSite { site in
            _ = try await site.test.organization("beta", founder: "eve@beta.example")
            let cookie = try await site.signIn("ada@acme.example")
            let foreign = try await site.get("/beta/kernel/members", cookie)
            let unknown = try await site.get("/gamma/kernel/members", cookie)
            #expect(foreign.status == .notFound && foreign.body == unknown.body)
            #expect(try await site.get("/acme/kernel/members", cookie).status == .ok)
            #expect(try await site.get("/acme/kernel/members").status == .seeOther)
        }
    }

    @Test func `an act is opened, confirmed and done; other sites and old forms do nothing`() async throws {
        try await withSite { site in
            let cookie = try await site.signIn("ada@acme.example")
            let path = "/acme/kernel/create-team"
            let opened = try await site.get(path, cookie)
            let token = try #require(Site.hidden("_token", in: opened))
            let form = "name=North&_token=\(token)"
            let shown = try await site.post(path, "\(form)&_step=prepare", cookie)
            let stamp = try #require(Site.hidden("_stamp", in: shown))
            let request = try #require(Site.hidden("_request", in: shown))
            let confirmed = "\(form)&_step=perform&_stamp=\(stamp)&_request=\(request)"
            let account = try #require(try await site.test.platform.account(EmailAddress("ada@acme.example")))
            let ada = try await site.acme.principal(for: account)
            func teams() async throws -> Int { try await site.acme.teams.list(as: ada).count }
            let other = try await site.signIn("ada@acme.example")
            for refused in [
                try await site.post(path, confirmed, cookie, origin: "http://evil.example"),
                try await site.post(path, confirmed, cookie, origin: nil),
                try await site.post(path, confirmed, other), try await site.post(path, confirmed),
                try await site.post(path, "name=North&_step=perform&_stamp=\(stamp)", cookie),
            ] { #expect(refused.status == .forbidden) }
            _ = try await site.post(path, "\(form)&_step=perform", cookie)
            #expect(try await teams() == 0)
            let done = try await site.post(path, confirmed, cookie)
            #expect(String(buffer: done.body).contains("Team North is created."))
            let again = try await site.post(path, confirmed, cookie)
            #expect(again.status == .ok && !String(buffer: again.body).contains("is created"))
            #expect(try await teams() == 1)
        }
    }

    @Test func `a session ends for good when the person signs out, and after a week`() async throws {
        try await withSite { site in
            let (cookie, other) = (
                try await site.signIn("ada@acme.example"), try await site.signIn("ada@acme.example")
            )
            let token = try #require(Site.hidden("_token", in: try await site.get("/acme/kernel/members", cookie)))
            #expect(try await site.post("/sign-out", "_token=\(token)", cookie).status == .seeOther)
            #expect(try await site.get("/acme/kernel/members", cookie).status == .seeOther)
            #expect(try await site.get("/acme/kernel/members", other).status == .ok)
            site.test.clock.advance(by: .seconds(7 * 86_400 + 1))
            #expect(try await site.get("/acme/kernel/members", other).status == .seeOther)
        }
    }

    @Test func `a member is told which role would allow what they may not see`() async throws {
        try await withSite { site in
            _ = try await site.test.member("bob@acme.example", name: "Bob", in: site.acme)
            let cookie = try await site.signIn("bob@acme.example")
            let refused = try await site.get("/acme/kernel/audit", cookie)
            #expect(refused.status == .forbidden)
            #expect(String(buffer: refused.body).contains("a role that allows it: administrator"))
            #expect(try await site.get("/acme/kernel/create-team", cookie).status == .forbidden)
            #expect(try await site.get("/acme/kernel/deactivate?member=\(UUID())", cookie).status == .forbidden)
            #expect(try await site.get("/acme/kernel/member?member=x", cookie).status == .badRequest)
            #expect(try await site.get("/acme/kernel/nothing", cookie).status == .notFound)
        }
    }

    @Test func `every answer says that pages have no script and no frame`() async throws {
        try await withSite { site in
            for path in ["/", "/sign-in", "/livez", "/style.css", "/acme/kernel/members", "/a/b/c/d"] {
                let response = try await site.get(path)
                let policy = response.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
                #expect(response.headers[.xContentTypeOptions] == "nosniff", "\(path)")
            }
        }
    }
}
