import Atrium
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumSurfaces
import AtriumTesting
import Foundation
import SurfaceAPI
import Testing

struct APITests {
    private func withAPI(_ body: (TemporaryPlatform, Tenant, SurfaceCatalogue, Principal) async throws -> Void)
        async throws
    {
        let modules: [any Module] = [
            Seats(defaultLimit: 100), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
            Invitations { "https://acme.example/join/\($0)" },
        ]
        try await withTemporaryPlatform(modules) { test in
            let acme = try await test.organization()
            let ada = try await test.member(
                "ada@acme.example", name: "Ada", roles: [Assignment(.administrator)], in: acme)
            try await body(test, acme, SurfaceCatalogue(of: test.platform), ada)
        }
    }

    private func renderer(
        _ test: TemporaryPlatform, _ tenant: Tenant, _ catalogue: SurfaceCatalogue, _ principal: Principal
    ) -> APIRenderer {
        APIRenderer(
            SurfaceSession(
                tenant, catalogue, Caller(principal, request: "1", now: test.clock.now, timeZone: .gmt)))
    }

    @Test func `a table comes in pages, and a wrong parameter is named`() async throws {
        try await withAPI { test, acme, catalogue, ada in
            for number in 0..<3 { _ = try await test.member("p\(number)@acme.example", name: "P\(number)", in: acme) }
            let api = renderer(test, acme, catalogue, ada)
            let members = try #require(catalogue.surface("kernel/members"))
            let first = try await api.get(members, FormInput(["limit": ["2"]]))
            guard first.status == 200, case .object(let page) = first.body, case .array(let rows) = page["rows"],
                case .string(let next) = page["next"]
            else {
                Issue.record("\(first)")
                return
            }
            #expect(rows.count == 2)
            let second = try await api.get(members, FormInput(["limit": ["2"], "cursor": [next]]))
            guard case .object(let rest) = second.body else {
                Issue.record("\(second)")
                return
            }
            #expect(rest["next"] == .null)
            let wrong = try await api.get(members, FormInput(["state": ["asleep"], "team": ["x"]]))
            #expect(wrong.status == 422)
            #expect(try await api.get(members, FormInput(["limit": ["0"]])).status == 422)
            #expect(try await api.get(members, FormInput(["cursor": ["x"]])).status == 400)
        }
    }

    @Test func `an act is previewed, done once with its stamp, and refused with the rule`() async throws {
        try await withAPI { test, acme, catalogue, ada in
            let api = renderer(test, acme, catalogue, ada)
            let invite = try #require(catalogue.surface("invitations/invite"))
            let body: JSONValue = ["addresses": "eve@acme.example"]
            let preview = try await api.post(invite, .json(body), isPreview: true)
            guard preview.status == 200, case .object(let shown) = preview.body,
                case .string(let stamp) = shown["stamp"]
            else {
                Issue.record("\(preview)")
                return
            }
            #expect(shown["count"] == 1)
            #expect(try await api.post(invite, .json(body), stamp: stamp).status == 200)
            #expect(try await api.post(invite, .json(body), stamp: stamp).status == 412)
            #expect(try await api.post(invite, .json(["role": "member"])).status == 422)
            for wrong: JSONValue in [["addresses": ["a": "b"]], ["addresses": 1], ["adresses": "bob@acme.example"]] {
                #expect(try await api.post(invite, .json(wrong)).status == 422)
            }
            #expect(try await api.post(invite, .json([1])).status == 400)
            let team = try #require(catalogue.surface("kernel/create-team"))
            #expect(try await api.post(team, .json(["name": "North"])).status == 200)
            #expect(try await api.post(team, .json(["name": "North"])).status == 409)
        }
    }

    @Test func `who may not is told which role allows it`() async throws {
        try await withAPI { test, acme, catalogue, _ in
            let eve = try await test.member("eve@acme.example", name: "Eve", in: acme)
            let audit = try #require(catalogue.surface("kernel/audit"))
            let answer = try await renderer(test, acme, catalogue, eve).get(audit, FormInput())
            #expect(answer.status == 403)
            guard case .object(let body) = answer.body, case .string(let detail) = body["detail"] else {
                Issue.record("\(answer)")
                return
            }
            #expect(detail.contains("administrator"))
        }
    }

    @Test func `the document describes each surface without opening an organization`() throws {
        let document = OpenAPIDocument(SurfaceCatalogue([Invitations.self]), title: "Academy").json
        guard case .object(let root) = document, case .object(let paths) = root["paths"] else {
            Issue.record("no paths")
            return
        }
        #expect(paths.keys.contains("/kernel/members") && paths.keys.contains("/invitations/invite/preview"))
        if let folder = ProcessInfo.processInfo.environment["ACADEMY_PAGES"] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            try encoder.encode(document).write(to: URL(filePath: "\(folder)/openapi.json"))
        }
    }
}
