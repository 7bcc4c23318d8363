import Atrium
import AtriumTesting
import Foundation
import HTTPTypes
import SurfaceServer
import SurfaceServerTesting
import Testing

struct ServerTests {
    @Test func `an organization of others answers like one that does not exist`() async throws {
        try await withSite { site in
            let beta = try await site.test.organization("beta", founder: "eve@beta.example")
            let cookie = try await site.client.signIn("ada@acme.example")
            let unknown = try await site.client.get("/o/gamma/kernel/members", cookie)
            for foreign in ["/o/beta/kernel/members", "/o/\(beta.id)/kernel/members", "/o/\(beta.id)"] {
                let answer = try await site.client.get(foreign, cookie)
                #expect(answer.status == .notFound && answer.text == unknown.text, "\(foreign)")
            }
            #expect(try await site.client.get("/o/acme/kernel/members", cookie).status == .ok)
            #expect(try await site.client.get("/o/acme/kernel/members").status == .seeOther)
            #expect(try await site.client.get("/o/\(beta.id)/kernel/members").status == .notFound)
        }
    }

    @Test func `what asks nothing is done at once; other sites and old forms do nothing`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let path = "/o/acme/kernel/create-team"
            let confirmed = try await site.client.confirmation(path, "name=North", cookie)
            func teams() async throws -> Int { try await site.acme.teams.list(as: site.ada).count }
            let other = try await site.client.signIn("ada@acme.example")
            for refused in [
                try await site.client.post(path, confirmed, cookie, origin: "http://evil.example"),
                try await site.client.post(path, confirmed, cookie, origin: nil),
                try await site.client.post(path, confirmed, other), try await site.client.post(path, confirmed),
                try await site.client.post(path, confirmed.replacing("_token=", with: "_other="), cookie),
            ] { #expect(refused.status == .forbidden) }
            #expect(try await teams() == 0)
            let done = try await site.client.post(path, confirmed, cookie)
            #expect(done.status == .seeOther)
            let result = try #require(done.headers[.location])
            // The result can be loaded again, and sending the form again leads to it.
            for _ in 0..<2 {
                #expect(try await site.client.get(result, cookie).text.contains("Team North is created."))
            }
            #expect(try await site.client.post(path, confirmed, cookie).headers[.location] == result)
            #expect(try await teams() == 1)
            // Who goes back and changes the form does something else.
            let changed = try await site.client.post(path, confirmed.replacing("North", with: "South"), cookie)
            #expect(try await site.client.get(changed.headers[.location] ?? "", cookie).text.contains("Team South"))
            // It is the result of this person only.
            _ = try await site.test.member(
                "max@acme.example", roles: [Assignment(.administrator)], in: site.acme)
            #expect(try await site.client.get(result, try await site.client.signIn("max@acme.example")).status == .gone)
        }
    }

    @Test func `what ends something asks before, also if it has no question, and is not done without the answer`()
        async throws
    {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let team = try await site.acme.teams.create("North", as: site.ada)
            let path = "/o/acme/kernel/archive-team"
            let opened = try await site.client.get("\(path)?team=\(team)", cookie)
            #expect(opened.text.contains("class=\"danger\"") && opened.text.contains("<bdi>North</bdi>"))
            let confirmed = try await site.client.confirmation(path, "", offered: "team=\(team)", cookie)
            func isOpen() async throws -> Bool { try await !site.acme.teams.list(as: site.ada).isEmpty }
            _ = try await site.client.post(path, confirmed.replacing("_stamp=", with: "_other="), cookie)
            _ = try await site.client.post(path, confirmed.replacing("_step=perform", with: "_step=prepare"), cookie)
            #expect(try await isOpen())
            #expect(try await site.client.post(path, confirmed, cookie).status == .seeOther)
            #expect(try await !isOpen())
            let bob = try await site.test.member("bob@acme.example", name: "Bob", in: site.acme)
            let south = try await site.acme.teams.create("South", as: site.ada)
            let member = try #require(bob.member)
            try await site.acme.teams.add(member, to: south, as: site.ada)
            let fields = "member=\(member)&team=\(south)"
            let shown = try await site.client.prepare("/o/acme/kernel/remove-from-team", fields, cookie)
            #expect(shown.page.status == .ok && shown.page.text.contains("class=\"danger\""))
        }
    }

    @Test func `an act that takes long is found again`() async throws {
        try await withSite({ settings, _ in settings.patience = .zero }) { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let confirmed = try await site.client.confirmation("/o/acme/kernel/create-team", "name=North", cookie)
            let done = try await site.client.post("/o/acme/kernel/create-team", confirmed, cookie)
            let address = try #require(done.headers[.location])
            var page = try await site.client.get(address, cookie)
            while let name = HTTPField.Name("Refresh"), page.headers[name] != nil {
                #expect(page.text.contains("<progress"))
                page = try await site.client.get(address, cookie)
            }
            #expect(page.text.contains("Team North is created."))
            site.test.clock.advance(by: .seconds(3_601))
            #expect(try await site.client.get(address, cookie).status == .gone)
        }
    }

    @Test func `a member is told which role would allow what they may not see`() async throws {
        try await withSite { site in
            _ = try await site.test.member("bob@acme.example", name: "Bob", in: site.acme)
            let cookie = try await site.client.signIn("bob@acme.example")
            let refused = try await site.client.get("/o/acme/kernel/audit", cookie)
            #expect(refused.status == .forbidden)
            #expect(refused.text.contains("a role that allows it: administrator"))
            #expect(try await site.client.get("/o/acme/kernel/create-team", cookie).status == .forbidden)
            #expect(
                try await site.client.get("/o/acme/kernel/deactivate?member=\(UUID())", cookie).status == .forbidden)
            #expect(try await site.client.get("/o/acme/kernel/member?member=x", cookie).status == .badRequest)
            #expect(try await site.client.get("/o/acme/kernel/nothing", cookie).status == .notFound)
        }
    }

    @Test func `every answer says that pages have no script and no frame`() async throws {
        try await withSite { site in
            for path in ["/", "/sign-in", "/livez", "/style.css", "/o/acme/kernel/members", "/a/b/c/d", "/api/v1/x/y"] {
                let response = try await site.client.get(path)
                let policy = response.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
                #expect(response.headers[.xContentTypeOptions] == "nosniff", "\(path)")
            }
        }
    }
}
