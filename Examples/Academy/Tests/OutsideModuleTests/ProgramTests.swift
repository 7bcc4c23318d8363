import Atrium
import AtriumAccessTokens
import AtriumSurfaces
import AtriumTesting
import Coaching
import Foundation
import HTTPTypes
import SurfaceServerTesting
import Testing

struct ProgramTests {
    @Test func `a program reads rows and acts once for each key`() async throws {
        try await withAcademy { academy in
            let token = try await academy.acme[AccessTokens.self].create(
                "program",
                permissions: ["coaching.plan sessions", "coaching.view sessions"],
                days: 30, as: .member(academy.ada)
            ).text
            let chosen = #"{"member":"\#(academy.bob)","coach":"\#(academy.carl)","day":"2026-01-09"}"#
            for _ in 0..<2 {
                let answer = try await academy.client.call(.post, "coaching/plan", token: token, chosen, key: "k1")
                #expect(answer.status == .ok, "\(answer.text)")
            }
            let rows = try await academy.client.call(.get, "coaching/sessions", token: token)
            #expect(
                rows.status == .ok && rows.text.components(separatedBy: "\"2026-01-09\"").count == 2, "\(rows.text)")
            let refused = try await academy.client.call(
                .post, "coaching/plan", token: token,
                #"{"member":"\#(academy.bob)","coach":"\#(academy.bob)","day":"2026-01-09"}"#)
            #expect(refused.status == .conflict && refused.text.contains("nobody is their own coach"))
        }
    }

    @Test func `a request that comes again after a restart is done once`() async throws {
        try await withAcademy { academy in
            let plan = try #require(
                SurfaceCatalogue(of: academy.test.platform).surface("coaching/plan") as? any Act.Type)
            let input = FormInput([
                "member": ["\(academy.bob)"], "coach": ["\(academy.carl)"], "day": ["2026-01-09"],
            ])
            // Nothing of a former process is known here: only the row in the file tells that it was done.
            for _ in 0..<2 { _ = try await academy.session(academy.ada).perform(plan, input) }
            #expect(try await academy.coaching.list(as: .member(academy.ada)).count == 1)
        }
    }

    @Test func `the file is the same from each surface`() async throws {
        try await withAcademy { academy in
            try await academy.plan(academy.bob, academy.eve)
            let page = try await academy.client.get(
                "/o/acme/coaching/sessions?_format=csv", try await academy.signIn("ada"))
            #expect(page.text.contains("Bob,Carl,planned,2026-01-09,"))
            #expect(await academy.run("sessions --csv").output == page.text)
        }
    }

    @Test func `the document has the paths of the module, with its words`() async throws {
        try await withAcademy { academy in
            let text = try await academy.client.get("/api/v1/openapi.json").text
            for path in ["sessions", "my-sessions", "overview", "plan/preview", "plan-several", "cancel"] {
                #expect(text.contains("\"/coaching/\(path)\""), "\(path)")
            }
            #expect(text.contains("Who meets whom, and when."))
        }
    }
}
