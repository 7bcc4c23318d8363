import Atrium
import AtriumInvitations
import AtriumSurfaces
import AtriumTesting
import Foundation
import HTTPTypes
import SurfaceServer
import SurfaceServerTesting
import Testing

struct ActTests {
    @Test func `a secret is shown once, and at no address afterwards`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let path = "/o/acme/tokens/create"
            let confirmed = try await site.client.confirmation(
                path, "purpose=payroll&days=30&permissions=kernel.view%20members", cookie)
            let done = try await site.client.post(path, confirmed, cookie)
            let result = try #require(done.headers[.location])
            #expect(!done.text.contains("\(site.acme.id)."))
            // Who asks for the head only takes nothing.
            let head = try await site.client.send(.head, result, [.cookie: cookie])
            #expect(head.status == .ok && head.text.isEmpty)
            let first = try await site.client.get(result, cookie)
            #expect(first.text.contains("<code>\(site.acme.id)."))
            site.test.clock.advance(by: .seconds(10))
            let second = try await site.client.get(result, cookie)
            #expect(second.text.contains("It was shown once.") && !second.text.contains("<code>"))
            let again = try await site.client.post(path, confirmed, cookie)
            #expect(again.headers[.location] == result)
        }
    }

    @Test func `what was filled in comes back to be changed, and is in no address`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let path = "/o/acme/invitations/invite"
            let (form, shown) = try await site.client.prepare(path, "addresses=bob%40acme.example", cookie)
            #expect(!shown.text.contains("?addresses="))
            let changed = try await site.client.post(path, "\(form)&_step=change", cookie)
            #expect(changed.status == .ok && changed.text.contains("bob@acme.example</textarea>"))
            #expect(try await site.acme[Invitations.self].list(as: site.ada).invitations.count == 1)
        }
    }

    @Test(arguments: [
        ("kernel/settings", "name=Summit&language=fr&time-zone=Europe/Paris&first-weekday=monday", "Summit"),
        ("invitations/invite", "addresses=bob%40acme.example", "bob@acme.example"),
    ])
    func `a form that comes back shows what was filled in, and not what is stored`(
        act: String, fields: String, text: String
    ) async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let form = try await site.client.prepare("/o/acme/\(act)", "addresses=x", cookie).form
            let token = try #require(form.split(separator: "_token=").last?.prefix { $0 != "&" })
            let changed = try await site.client.post("/o/acme/\(act)", "\(fields)&_token=\(token)&_step=change", cookie)
            #expect(changed.text.contains(text))
        }
    }

    @Test func `the confirmation shows what is filled in`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let team = try await site.acme.teams.create("North", as: site.ada)
            let shown = try await site.client.prepare(
                "/o/acme/invitations/invite", "addresses=bob%40acme.example&role=supervisor&teams=\(team)", cookie)
            #expect(shown.page.text.contains(">supervisor<") && shown.page.text.contains(">North<"))
        }
    }

    @Test func `a member who leaves is told so`() async throws {
        try await withSite { site in
            _ = try await site.test.member("bob@acme.example", name: "Bob", in: site.acme)
            let cookie = try await site.client.signIn("bob@acme.example")
            let confirmed = try await site.client.confirmation("/o/acme/kernel/leave", "", cookie)
            let done = try await site.client.post("/o/acme/kernel/leave", confirmed, cookie)
            #expect(done.status == .ok && done.text.contains("You have left"), "\(done.text)")
            #expect(try await site.client.get("/o/acme/kernel/members", cookie).status == .notFound)
        }
    }

    @Test func `a new short name leads on to the result`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let path = "/o/acme/kernel/change-slug"
            let confirmed = try await site.client.confirmation(path, "slug=summit", cookie)
            let done = try await site.client.post(path, confirmed, cookie)
            let result = try #require(done.headers[.location])
            #expect(result.hasPrefix("/o/summit/kernel/change-slug?_running="))
            #expect(try await site.client.get(result, cookie).status == .ok)
            // Links with the former one still work for members, and tell others nothing.
            let former = try await site.client.get("/o/acme/kernel/members?text=a", cookie)
            #expect(former.headers[.location] == "/o/summit/kernel/members?text=a")
            // A form that was opened before is sent again to the present one, whole.
            let team = try await site.client.confirmation("/o/summit/kernel/create-team", "name=North", cookie)
            let moved = try await site.client.post("/o/acme/kernel/create-team", team, cookie)
            #expect(moved.status == .temporaryRedirect)
            #expect(moved.headers[.location] == "/o/summit/kernel/create-team")
            _ = try await site.test.organization("beta", founder: "eve@beta.example")
            let other = try await site.client.signIn("eve@beta.example")
            #expect(try await site.client.get("/o/acme/kernel/members", other).status == .notFound)
        }
    }

    @Test func `a member who comes by the id is led to the short name`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let led = try await site.client.get("/o/\(site.acme.id)/kernel/members?text=a%20b", cookie)
            #expect(led.headers[.location] == "/o/acme/kernel/members?text=a%20b")
        }
    }

    @Test func `the identity of a request is short`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let path = "/o/acme/kernel/create-team"
            let confirmed = try await site.client.confirmation(path, "name=North", cookie)
            let long = "\(confirmed)&_request=\(String(repeating: "a", count: 300))"
            #expect(try await site.client.post(path, long, cookie).status == .badRequest)
        }
    }

    @Test func `an act that is still running when the server ends is finished`() async throws {
        let links = SignInLinks()
        try await withTemporaryPlatform(platformModules: [links.module]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", roles: [Assignment(.administrator)], in: acme)
            var settings = links.settings(test)
            settings.patience = .zero
            let server = try await SurfaceServer(test.platform, settings)
            let client = ServerClient(server, of: test.platform, links)
            let cookie = try await client.signIn("ada@acme.example")
            let path = "/o/acme/kernel/create-team"
            _ = try await client.post(path, client.confirmation(path, "name=North", cookie), cookie)
            await server.finish()
            #expect(try await acme.teams.list(as: ada).map(\.name) == ["North"])
        }
    }

    @Test func `a file at a secret address is there for everybody who has it`() async throws {
        try await withSite({ settings, _ in
            settings.publicFiles = [
                PublicFile("calendars/own") { tenant, token in
                    guard token.hasSuffix(".open") else { throw InvitationError.invalidToken }
                    return Download(name: "own.ics", mediaType: "text/calendar", text: "\(tenant.id)")
                }
            ]
        }) { site in
            let file = try await site.client.get("/calendars/own/\(site.acme.id).open")
            #expect(file.headers[.contentType] == "text/calendar" && file.text == "\(site.acme.id)")
            let wrong = ["\(site.acme.id).x", "x", "\(UUID().uuidString.lowercased()).open", "%00"]
            for token in wrong { #expect(try await site.client.get("/calendars/own/\(token)").status == .notFound) }
            // A client that asks too often for what does not exist has to wait.
            for _ in wrong.count..<1_000 { _ = try await site.client.get("/calendars/own/x") }
            let refused = try await site.client.get("/calendars/own/\(site.acme.id).open")
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "3600")
        }
    }
}
