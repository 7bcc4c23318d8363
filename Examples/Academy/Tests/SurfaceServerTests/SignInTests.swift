import Atrium
import AtriumTesting
import Foundation
import HTTPTypes
import SurfaceServerTesting
import Testing

@testable import SurfaceServer

struct SignInTests {
    @Test func `a mailed link signs in once, by POST, within fifteen minutes`() async throws {
        try await withSite { site in
            let link = try await site.client.askForLink("ada@acme.example")
            #expect(try await site.client.get(link.path, link.cookie).headers[.setCookie] == nil)
            let token = try await site.client.open(link.path, link.cookie).token
            #expect(try await site.client.post(link.path, "", link.cookie).status == .forbidden)
            let first = try await site.client.post(link.path, token, link.cookie)
            #expect(first.status == .seeOther)
            #expect(try #require(first.headers[.setCookie]).hasSuffix("; HttpOnly; SameSite=Lax"))
            // The second click of a double one is no fault.
            #expect(try await site.client.post(link.path, token, link.cookie).status == .seeOther)
            site.test.clock.advance(by: .seconds(10))
            #expect(try await site.client.post(link.path, token, link.cookie).status == .gone)
            let late = try await site.client.askForLink("ada@acme.example")
            let lateToken = try await site.client.open(late.path, late.cookie).token
            site.test.clock.advance(by: .seconds(901))
            #expect(try await site.client.get(late.path, late.cookie).status == .gone)
            #expect(try await site.client.post(late.path, lateToken, late.cookie).status == .gone)
        }
    }

    @Test func `in another browser, a link works only for who knows its address`() async throws {
        try await withSite { site in
            let link = try await site.client.askForLink("ada@acme.example")
            let (cookie, token) = try await site.client.open(link.path)
            #expect(cookie != link.cookie)
            for wrong in ["", "address=bob@acme.example", "address=x"] {
                let refused = try await site.client.post(link.path, "\(token)&\(wrong)", cookie)
                #expect(refused.status == .badRequest && refused.newCookie == nil)
                #expect(refused.text.contains("mailed to another address"))
            }
            let done = try await site.client.post(link.path, "\(token)&address=Ada@acme.example", cookie)
            #expect(done.status == .seeOther && done.newCookie?.hasPrefix("session=") == true)
        }
    }

    @Test func `nobody learns who has an account`() async throws {
        try await withSite { site in
            let (cookie, token) = try await site.client.open("/sign-in")
            func ask(_ address: String) async throws -> ServerAnswer {
                try await site.client.post("/sign-in", "address=\(address)&\(token)", cookie)
            }
            let (known, unknown) = (try await ask("ada@acme.example"), try await ask("nobody@acme.example"))
            #expect(known.status == unknown.status && known.text == unknown.text.replacing("nobody", with: "ada"))
            #expect(await site.client.links.all().count == 1)
            for _ in 0..<30 { _ = try await ask("ada@acme.example") }
            #expect(await site.client.links.all().count == 20)
            let refused = try await ask("ada@acme.example")
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "3600")
            site.test.clock.advance(by: .seconds(3_600))
            #expect(try await ask("ada@acme.example").status == .ok)
        }
    }

    @Test func `a client that is refused uses up nobody's attempts`() async throws {
        let header = try #require(HTTPField.Name("X-Forwarded-For"))
        try await withSite({ settings, _ in settings.clientAddressHeader = header }) { site in
            let (cookie, token) = try await site.client.open("/sign-in")
            func ask(_ address: String, from client: String) async throws -> HTTPResponse.Status {
                try await site.client.send(
                    .post, "/sign-in",
                    [
                        .contentType: "application/x-www-form-urlencoded", .origin: ServerClient.origin,
                        .cookie: cookie, header: client,
                    ], body: "address=\(address)&\(token)"
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
            let asked = try await site.client.get("/o/acme/kernel/members?text=a%20b")
            let signIn = try #require(asked.headers[.location])
            #expect(try await site.client.get(signIn).hidden("to") == "/o/acme/kernel/members?text=a%20b")
            let link = try await site.client.askForLink("ada@acme.example", to: "/o/acme/kernel/members")
            #expect(try await site.client.follow(link).headers[.location] == "/o/acme/kernel/members")
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/%5Cevil.example", "/\\evil.example", "javascript:alert(1)",
        "/%09/evil.example", "/%0D%0ASet-Cookie:a=b",
    ])
    func `signing in leads nowhere else`(target: String) async throws {
        try await withSite { site in
            let page = try await site.client.get("/sign-in?to=\(target)")
            #expect(page.hidden("to").map { !$0.contains("evil") } ?? true)
            let link = try await site.client.askForLink("ada@acme.example", to: target)
            #expect(try await site.client.follow(link).headers[.location] == "/")
        }
    }

    @Test func `a session ends for good when the person signs out, and after a week`() async throws {
        try await withSite { site in
            let (cookie, other) = (
                try await site.client.signIn("ada@acme.example"), try await site.client.signIn("ada@acme.example")
            )
            let token = try #require(try await site.client.get("/o/acme/kernel/members", cookie).hidden("_token"))
            #expect(try await site.client.post("/sign-out", "_token=\(token)", cookie).status == .seeOther)
            #expect(try await site.client.get("/o/acme/kernel/members", cookie).status == .seeOther)
            #expect(try await site.client.get("/o/acme/kernel/members", other).status == .ok)
            site.test.clock.advance(by: .seconds(7 * 86_400 + 1))
            #expect(try await site.client.get("/o/acme/kernel/members", other).status == .seeOther)
        }
    }

    @Test func `a person signs out on all devices at once`() async throws {
        try await withSite { site in
            let (cookie, other) = (
                try await site.client.signIn("ada@acme.example"), try await site.client.signIn("ada@acme.example")
            )
            let token = try #require(try await site.client.get("/o/acme/kernel/members", cookie).hidden("_token"))
            let link = try await site.client.askForLink("ada@acme.example")
            _ = try await site.client.post("/sign-out-everywhere", "_token=\(token)", cookie)
            // A link that is on its way ends, too.
            #expect(try await site.client.get(link.path, link.cookie).status == .gone)
            #expect(try await site.client.get("/o/acme/kernel/members", other).status == .seeOther)
        }
    }

    @Test func `behind TLS, cookies are sent through TLS only and by this host only`() async throws {
        try await withSite({ settings, _ in settings.origin = "https://training.example" }) { site in
            let page = try await site.client.get("/sign-in")
            let cookie = try #require(page.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-visitor=") && cookie.hasSuffix("; HttpOnly; SameSite=Lax; Secure"))
            #expect(page.headers[.strictTransportSecurity] != nil)
        }
    }

    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("1.2.3.4:50311", "1.2.3.4"), ("::ffff:1.2.3.4", "1.2.3.4"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::1", "2001:db8"), ("[2001:db8::1]:443", "2001:db8"),
    ])
    func `an address is one client, with and without a port`(address: String, client: String) {
        #expect(SurfaceServer.client(address) == client)
    }

    @Test func `a text that is no address is shown again, with what is wrong`() async throws {
        try await withSite { site in
            let (cookie, token) = try await site.client.open("/sign-in")
            let answer = try await site.client.post("/sign-in", "address=a%22%3E%20b&\(token)", cookie)
            #expect(answer.status == .badRequest && answer.text.contains("not a mail address"))
            #expect(answer.text.contains("value=\"a&quot;&gt; b\""))
        }
    }

    @Test func `a cookie that somebody else has chosen signs nobody in`() async throws {
        try await withSite { site in
            let planted = String(repeating: "a", count: 64)
            let link = try await site.client.askForLink(
                "ada@acme.example", cookie: "session=\(planted); visitor=\(planted)")
            let done = try await site.client.follow(link)
            #expect(try #require(done.newCookie) != "session=\(planted)")
            #expect(try await site.client.get("/o/acme/kernel/members", "session=\(planted)").status == .seeOther)
        }
    }

    @Test func `sessions outlive a restart, and their file has no token`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in settings.folder = folder }) { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let stored = try String(contentsOfFile: "\(folder)/sessions.json", encoding: .utf8)
            #expect(!stored.contains(cookie.dropFirst("session=".count)))
            let links = SignInLinks()
            var settings = links.settings(site.test)
            settings.folder = folder
            let restarted = ServerClient(try SurfaceServer(site.test.platform, settings), links)
            #expect(try await restarted.get("/o/acme/kernel/members", cookie).status == .ok)
        }
    }
}
