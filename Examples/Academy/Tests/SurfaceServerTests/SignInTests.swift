import Atrium
import AtriumTesting
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SurfaceServer
import Testing

struct SignInTests {
    @Test func `a mailed link signs in once, by POST, within fifteen minutes`() async throws {
        try await withSite { site in
            _ = try await site.post("/sign-in", "address=ada@acme.example")
            let path = String(try #require(await site.links.all().last).dropFirst(Site.origin.count))
            #expect(try await site.get(path).headers[.setCookie] == nil)
            let first = try await site.post(path, "")
            #expect(first.status == .seeOther)
            #expect(try #require(first.headers[.setCookie]).hasSuffix("; HttpOnly; SameSite=Lax"))
            #expect(try await site.post(path, "").status == .gone)
            _ = try await site.post("/sign-in", "address=ada@acme.example")
            let late = String(try #require(await site.links.all().last).dropFirst(Site.origin.count))
            site.test.clock.advance(by: .seconds(901))
            #expect(try await site.post(late, "").status == .gone)
        }
    }

    @Test func `nobody learns who has an account`() async throws {
        try await withSite { site in
            let known = try await site.post("/sign-in", "address=ada@acme.example")
            let unknown = try await site.post("/sign-in", "address=nobody@acme.example")
            #expect(known.status == unknown.status && known.body == unknown.body)
            #expect(await site.links.all().count == 1)
            for _ in 0..<30 { _ = try await site.post("/sign-in", "address=ada@acme.example") }
            #expect(await site.links.all().count == 20)
        }
    }

    @Test func `a client that is refused uses up nobody's attempts`() async throws {
        let header = try #require(HTTPField.Name("X-Forwarded-For"))
        try await withSite({ settings, _ in settings.clientAddressHeader = header }) { site in
            func ask(_ address: String, from client: String) async throws -> HTTPResponse.Status {
                try await site.client.execute(
                    uri: "/sign-in", method: .post,
                    headers: [
                        .contentType: "application/x-www-form-urlencoded", .origin: Site.origin, header: client,
                    ], body: ByteBuffer(string: "address=\(address)")
                ).status
            }
            // What a client writes before the proxy's address changes nothing.
            for number in 0..<300 { _ = try await ask("p\(number)@acme.example", from: "\(number), 2001:db8::1") }
            for _ in 0..<30 {
                #expect(try await ask("ada@acme.example", from: "x, 2001:db8::2") == .tooManyRequests)
            }
            #expect(try await ask("ada@acme.example", from: "10.0.0.1") == .ok)
        }
    }

    @Test func `after signing in, people see the page that they had asked for`() async throws {
        try await withSite { site in
            let asked = try await site.get("/o/acme/kernel/members?text=a%20b")
            let signIn = try #require(asked.headers[.location])
            let to = try #require(try await site.get(signIn).hidden("to"))
            #expect(to == "/o/acme/kernel/members?text=a%20b")
            _ = try await site.post("/sign-in", "address=ada@acme.example&to=/o/acme/kernel/members")
            let link = try #require(await site.links.all().last)
            let done = try await site.post(String(link.dropFirst(Site.origin.count)), "")
            #expect(done.headers[.location] == "/o/acme/kernel/members")
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/%5Cevil.example", "/\\evil.example", "javascript:alert(1)",
        "/%09/evil.example", "/%0D%0ASet-Cookie:a=b",
    ])
    func `signing in leads nowhere else`(target: String) async throws {
        try await withSite { site in
            #expect(try await site.get("/sign-in?to=\(target)").hidden("to").map { !$0.contains("evil") } ?? true)
            _ = try await site.post("/sign-in", "address=ada@acme.example&to=\(target)")
            let link = try #require(await site.links.all().last)
            let done = try await site.post(String(link.dropFirst(Site.origin.count)), "")
            #expect(done.headers[.location] == "/")
        }
    }

    @Test func `a session ends for good when the person signs out, and after a week`() async throws {
        try await withSite { site in
            let (cookie, other) = (
                try await site.signIn("ada@acme.example"), try await site.signIn("ada@acme.example")
            )
            let token = try #require(try await site.get("/o/acme/kernel/members", cookie).hidden("_token"))
            #expect(try await site.post("/sign-out", "_token=\(token)", cookie).status == .seeOther)
            #expect(try await site.get("/o/acme/kernel/members", cookie).status == .seeOther)
            #expect(try await site.get("/o/acme/kernel/members", other).status == .ok)
            site.test.clock.advance(by: .seconds(7 * 86_400 + 1))
            #expect(try await site.get("/o/acme/kernel/members", other).status == .seeOther)
        }
    }

    @Test func `a person signs out on all devices at once`() async throws {
        try await withSite { site in
            let (cookie, other) = (
                try await site.signIn("ada@acme.example"), try await site.signIn("ada@acme.example")
            )
            let token = try #require(try await site.get("/o/acme/kernel/members", cookie).hidden("_token"))
            _ = try await site.post("/sign-out-everywhere", "_token=\(token)", cookie)
            #expect(try await site.get("/o/acme/kernel/members", other).status == .seeOther)
        }
    }

    @Test func `a cookie that somebody else has chosen signs nobody in`() async throws {
        try await withSite { site in
            let planted = String(repeating: "a", count: 64)
            _ = try await site.post("/sign-in", "address=ada@acme.example", "session=\(planted); visitor=\(planted)")
            let link = try #require(await site.links.all().last)
            let done = try await site.post(
                String(link.dropFirst(Site.origin.count)), "", "session=\(planted); visitor=\(planted)")
            #expect(try #require(done.newCookie) != "session=\(planted)")
            #expect(try await site.get("/o/acme/kernel/members", "session=\(planted)").status == .seeOther)
        }
    }

    @Test func `sessions outlive a restart, and their file has no token`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in settings.folder = folder }) { site in
            let cookie = try await site.signIn("ada@acme.example")
            let stored = try String(contentsOfFile: "\(folder)/sessions.json", encoding: .utf8)
            #expect(!stored.contains(cookie.dropFirst("session=".count)))
            var settings = ServerSettings(product: "Academy", origin: Site.origin) { _, _ in }
            let clock = site.test.clock
            (settings.folder, settings.now) = (folder, { clock.now })
            let restarted = Application(router: try SurfaceServer(site.test.platform, settings).router)
            try await restarted.test(.router) { client in
                let page = try await client.execute(
                    uri: "/o/acme/kernel/members", method: .get, headers: [.cookie: cookie])
                #expect(page.status == .ok)
            }
        }
    }
}
