import Atrium
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumTesting
import Foundation
import HTTPTypes
import SurfaceServer
import SurfaceServerTesting
import Testing

struct VisitorTests {
    /// Invites Bob, and returns the path of the link in the mail.
    private func invitation(_ address: String, _ site: Site) async throws -> String {
        _ = try await site.acme[Invitations.self].invite([EmailAddress(address)], as: site.ada)
        try await site.acme[Mail.self].deliver()
        return "/join/\(try #require(site.mailbox.word(after: "\(ServerClient.origin)/join/", to: address)))"
    }

    @Test func `an invited person follows the link, confirms, and is in the organization`() async throws {
        try await withSite { site in
            let link = try await invitation("bob@acme.example", site)
            let page = try #require(try await site.client.get(link).headers[.location])
            let shown = try await site.client.get(page)
            #expect(shown.status == .ok && shown.text.contains("bob@acme.example"))
            let join = page.replacing("/invitation?", with: "/join?")
            let opened = try await site.client.get(join)
            let cookie = try #require(opened.newCookie)
            let path = String(join.prefix { $0 != "?" })
            let token = String(try #require(page.split(separator: "token=").last))
            let confirmed = try await site.client.confirmation(path, "name=Bob", offered: "token=\(token)", cookie)
            let done = try await site.client.post(path, confirmed, cookie)
            #expect(done.headers[.location] == "/o/acme")
            let session = try #require(done.newCookie)
            #expect(session.hasPrefix("session="))
            let home = try #require(try await site.client.get("/o/acme", session).headers[.location])
            #expect(try await site.client.get(home, session).status == .ok)
            // The same form, sent again later from the same browser, signs nobody in.
            site.test.clock.advance(by: .seconds(10))
            let again = try await site.client.post(path, confirmed, cookie)
            #expect(again.newCookie == nil && again.text.contains("You are a member now."))
            // The link works once.
            #expect(try await site.client.get(page).status == .notFound)
        }
    }

    @Test func `somebody who joins slowly is signed in by the page of the result, in the same browser alone`()
        async throws
    {
        try await withSite({ settings, _ in settings.patience = .zero }) { site in
            let link = try await invitation("bob@acme.example", site)
            let page = try #require(try await site.client.get(link).headers[.location])
            let join = page.replacing("/invitation?", with: "/join?")
            let cookie = try #require(try await site.client.get(join).newCookie)
            let path = String(join.prefix { $0 != "?" })
            let token = String(try #require(page.split(separator: "token=").last))
            let confirmed = try await site.client.confirmation(path, "name=Bob", offered: "token=\(token)", cookie)
            var answer = try await site.client.post(path, confirmed, cookie)
            let result = try #require(answer.headers[.location])
            if result != "/o/acme" {
                #expect(try await site.client.get(result).status == .gone)
                repeat { answer = try await site.client.get(result, cookie) } while answer.status == .ok
            }
            #expect(answer.headers[.location] == "/o/acme")
            #expect(try #require(answer.newCookie).hasPrefix("session="))
        }
    }

    @Test func `a person with an account signs in first, and accepts`() async throws {
        try await withSite { site in
            let beta = try await site.test.organization("beta", founder: "eve@beta.example")
            _ = try await site.test.member("bob@beta.example", name: "Bob", in: beta)
            let link = try await invitation("bob@beta.example", site)
            let page = try #require(try await site.client.get(link).headers[.location])
            let cookie = try await site.client.signIn("bob@beta.example")
            #expect(try await site.client.get(page, cookie).text.contains("Accept"))
            let accept = page.replacing("/invitation?", with: "/accept?")
            let token = String(try #require(page.split(separator: "token=").last))
            let confirmed = try await site.client.confirmation(
                String(accept.prefix { $0 != "?" }), "", offered: "token=\(token)", cookie)
            let done = try await site.client.post(String(accept.prefix { $0 != "?" }), confirmed, cookie)
            #expect(done.headers[.location] == "/o/acme")
            #expect(try await site.client.get("/o/acme", cookie).status == .seeOther)
            // Somebody in two organizations chooses, and sees what is open in each.
            let start = try await site.client.get("/", cookie)
            #expect(start.text.contains("/o/acme") && start.text.contains("/o/beta"))
        }
    }

    @Test func `a link that opens nothing answers like an address that does not exist`() async throws {
        try await withSite { site in
            let unknown = try await site.client.get("/nothing")
            for token in ["x", "\(site.acme.id).\(String(repeating: "A", count: 43))", "..", "%00"] {
                let first = try await site.client.get("/join/\(token)")
                let answer = try await first.headers[.location].asyncMap { try await site.client.get($0) } ?? first
                #expect(answer.status == .notFound, "\(token)")
            }
            #expect(unknown.status == .notFound)
        }
    }

    @Test func `to a guest, acts that no link opens are like acts that do not exist`() async throws {
        try await withSite { site in
            let opened = try await site.client.get(
                try #require(try await site.client.get(invitation("bob@acme.example", site)).headers[.location]))
            let cookie = try #require(opened.newCookie)
            let token = try #require(
                try await site.client.get("/o/\(site.acme.id)/invitations/join?token=x", cookie).hidden("_token"))
            let unknown = try await site.client.post(
                "/o/\(UUID().uuidString.lowercased())/kernel/create-team", "_token=\(token)&name=North", cookie)
            for fields in ["&name=North", "&name="] {
                let answer = try await site.client.post(
                    "/o/\(site.acme.id)/kernel/create-team", "_token=\(token)\(fields)", cookie)
                #expect(answer.status == .notFound && answer.text == unknown.text)
            }
        }
    }

    @Test func `guests are limited in how often they send forms`() async throws {
        try await withSite { site in
            let link = try await invitation("bob@acme.example", site)
            let page = try #require(try await site.client.get(link).headers[.location])
            let join = page.replacing("/invitation?", with: "/join?")
            let opened = try await site.client.get(join)
            let (cookie, token) = (try #require(opened.newCookie), try #require(opened.hidden("_token")))
            var statuses: Set<Int> = []
            for _ in 0..<310 {
                statuses.insert(
                    try await site.client.post(
                        String(join.prefix { $0 != "?" }), "_token=\(token)&token=x&name=B", cookie
                    )
                    .status.code)
            }
            #expect(statuses.contains(429))
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Value>(_ body: (Wrapped) async throws -> Value) async rethrows -> Value? {
        if let self { try await body(self) } else { nil }
    }
}
