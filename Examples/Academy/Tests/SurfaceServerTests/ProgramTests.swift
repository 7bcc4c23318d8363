import Atrium
import AtriumAccessTokens
import AtriumInvitations
import Foundation
import HTTPTypes
import SurfaceServerTesting
import Testing

struct ProgramTests {
    private func token(_ permissions: Set<String>, _ site: Site) async throws -> String {
        try await site.acme[AccessTokens.self].create("program", permissions: permissions, days: 30, as: site.ada).text
    }

    @Test func `a program reads pages and acts with a token`() async throws {
        try await withSite { site in
            let token = try await token(["kernel.view members", "kernel.manage teams"], site)
            let members = try await site.client.call(.get, "kernel/members?limit=1", token: token)
            #expect(members.status == .ok && members.headers[.contentType] == "application/json")
            #expect(members.text.contains("\"rows\":[{\"address\":"))
            let made = try await site.client.call(.post, "kernel/create-team", token: token, #"{"name":"North"}"#)
            #expect(made.status == .ok && made.text.contains("Team North is created."))
            let audit = try await site.client.call(.get, "kernel/audit", token: token)
            let invite = try await site.client.call(
                .post, "invitations/invite", token: token, #"{"addresses":"bob@acme.example"}"#)
            #expect(invite.status == .forbidden)
            #expect(audit.status == .forbidden && audit.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func `without a token that opens something, every surface answers the same`() async throws {
        try await withSite { site in
            let unknown = "\(site.acme.id).\(String(repeating: "A", count: 43))"
            for token in [nil, "", "x", unknown] {
                for path in ["kernel/members", "kernel/nothing"] {
                    let answer = try await site.client.call(.get, path, token: token)
                    #expect(answer.status == .unauthorized && answer.headers[.wwwAuthenticate] == "Bearer")
                }
            }
            // The cookie of a browser opens nothing here.
            let cookie = try await site.client.signIn("ada@acme.example")
            #expect(try await site.client.get("/api/v1/kernel/members", cookie).status == .unauthorized)
        }
    }

    @Test func `a request with a key is done once, and answered the same again`() async throws {
        try await withSite { site in
            let token = try await token(["invitations.invite", "invitations.view invitations"], site)
            let body = #"{"addresses":"bob@acme.example"}"#
            let first = try await site.client.call(.post, "invitations/invite", token: token, body, key: "k1")
            let again = try await site.client.call(.post, "invitations/invite", token: token, body, key: "k1")
            #expect(first.status == .ok && first.text == again.text)
            let other = try await site.client.call(
                .post, "invitations/invite", token: token, #"{"addresses":"eve@acme.example"}"#, key: "k1")
            #expect(other.status == .conflict)
            let invited = try await site.acme[Invitations.self].list(as: site.ada).invitations.map(\.email.description)
            #expect(invited.filter { $0 == "bob@acme.example" }.count == 1 && !invited.contains("eve@acme.example"))
        }
    }

    @Test func `what would happen is shown, and done only while it is still so`() async throws {
        try await withSite { site in
            let token = try await token(["invitations.invite"], site)
            let body = #"{"addresses":"bob@acme.example"}"#
            let preview = try await site.client.call(.post, "invitations/invite/preview", token: token, body)
            let stamp = try #require(preview.text.split(separator: "\"stamp\":\"").last?.prefix { $0 != "\"" })
            let done = try await site.client.call(.post, "invitations/invite?stamp=\(stamp)", token: token, body)
            #expect(done.status == .ok)
            let late = try await site.client.call(.post, "invitations/invite?stamp=\(stamp)", token: token, body)
            #expect(late.status == .preconditionFailed)
        }
    }

    @Test func `a misspelt filter or parameter does nothing`() async throws {
        try await withSite { site in
            let token = try await token(["kernel.manage members", "kernel.view members"], site)
            for body in [#"{"members":["all:txt=x"]}"#, #"{"members":["all:bogus=1"]}"#] {
                let answer = try await site.client.call(.post, "kernel/deactivate-members", token: token, body)
                #expect(answer.status.code == 422, "\(answer.text)")
            }
            let all = #"{"members":["all:"]}"#
            let misspelt = try await site.client.call(.post, "kernel/deactivate-members?stmp=x", token: token, all)
            #expect(misspelt.status == .badRequest)
            #expect(try await site.acme.members.list(as: site.ada).entries.allSatisfy { $0.member.state == .active })
        }
    }

    @Test func `what a token does not allow is said to be of the token`() async throws {
        try await withSite { site in
            let token = try await token(["kernel.view members"], site)
            let answer = try await site.client.call(.post, "kernel/create-team", token: token, #"{"name":"North"}"#)
            #expect(answer.status == .forbidden && answer.text.contains("this key does not allow you to manage teams"))
        }
    }

    @Test(arguments: ["", "[]", "{", "null", "\"x\"", String(repeating: "[", count: 100_000)])
    func `a body that is no object is refused`(body: String) async throws {
        try await withSite { site in
            let token = try await token(["kernel.manage teams"], site)
            let answer = try await site.client.call(.post, "kernel/create-team", token: token, body)
            #expect(answer.status == .badRequest && answer.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func `the document and its page are there for everybody`() async throws {
        try await withSite { site in
            let document = try await site.client.get("/api/v1/openapi.json")
            #expect(document.status == .ok && document.text.contains("\"/invitations/invite\""))
            #expect(try await site.client.get("/api").text.contains("POST /invitations/invite"))
        }
    }
}
