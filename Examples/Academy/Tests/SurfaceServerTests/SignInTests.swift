import Atrium
import AtriumSessions
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
            #expect(try await site.client.links().count == 1)
            for _ in 0..<30 { _ = try await ask("ada@acme.example") }
            #expect(try await site.client.links().count == 20)
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

    @Test func `sessions outlive a restart of the server`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let links = SignInLinks()
            let server = try await SurfaceServer(site.test.platform, links.settings(site.test))
            let restarted = ServerClient(server, of: site.test.platform, links)
            #expect(try await restarted.get("/o/acme/kernel/members", cookie).status == .ok)
        }
    }

    @Test func `once a day a browser gets another cookie, and its open forms still work`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let token = try #require(try await site.client.get("/o/acme/kernel/members", cookie).hidden("_token"))
            site.test.clock.advance(by: .seconds(86_400))
            let next = try #require(try await site.client.get("/o/acme/kernel/members", cookie).newCookie)
            #expect(next.hasPrefix("session=") && next != cookie)
            #expect(try await site.client.get("/o/acme/kernel/members", next).newCookie == nil)
            #expect(try await site.client.post("/sign-out", "_token=\(token)", next).status == .seeOther)
            #expect(try await site.client.get("/o/acme/kernel/members", next).status == .seeOther)
        }
    }

    @Test func `people see where they are signed in, and sign out elsewhere`() async throws {
        try await withSite { site in
            let system = "/o/\(try await site.test.platform.systemTenant.id)"
            let path = "\(system)/sessions/own"
            let asked = try #require(try await site.client.get(path).headers[.location])
            #expect(asked.hasPrefix("/sign-in?to=%2Fo%2F"))
            let (cookie, other) = (
                try await site.client.signIn("ada@acme.example"), try await site.client.signIn("ada@acme.example")
            )
            #expect(try await site.client.get("/o/acme/kernel/members", cookie).text.contains("href=\"\(path)\""))
            let page = try await site.client.get(path, cookie)
            #expect(!page.text.contains("My language") && page.text.contains("href=\"/o/acme\""))
            #expect(page.status == .ok && page.text.split(separator: "a device without a name").count == 3)
            let token = String(other.dropFirst("session=".count))
            let session = try #require(try await site.test.platform[Sessions.self].use(token)).session
            let offered = "session=\(session.id)"
            let form = try await site.client.confirmation("\(system)/sessions/end", "", offered: offered, cookie)
            let done = try await site.client.post("\(system)/sessions/end", form, cookie)
            #expect(done.text.contains("The device is signed out."))
            #expect(try await site.client.get("/o/acme/kernel/members", other).status == .seeOther)
            #expect(try await site.client.get("/o/acme/kernel/members", cookie).status == .ok)
            // In an organization, and for programs, there are no sessions.
            #expect(try await site.client.get("/o/acme/sessions/own", cookie).status == .notFound)
        }
    }

    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge, Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone"
        ),
        ("curl/8.14.1", "curl/8.14.1"), ("", ""),
    ])
    func `a device has a short name`(userAgent: String, name: String) { #expect(DeviceName.of(userAgent) == name) }
}
