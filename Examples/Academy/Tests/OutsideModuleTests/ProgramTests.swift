import Atrium
import AtriumAccessTokens
import AtriumSurfaces
import HTTPTypes
import SurfaceServerTesting
import Testing

struct ProgramTests {
    @Test func `a program reads rows and acts once for each key`() async throws {
        try await withAcademy { academy in
            let token = try await academy.acme[AccessTokens.self].create(
                "program",
                permissions: ["coaching.assign coaches", "coaching.view coachings", "coaching.record meetings"],
                days: 30, as: .member(academy.ada)
            ).text
            let chosen = #"{"member":"\#(academy.bob)","coach":"\#(academy.carl)"}"#
            #expect(try await academy.client.call(.post, "coaching/assign", token: token, chosen).status == .ok)
            let meeting = #"{"member":"\#(academy.bob)","day":"2026-01-05","minutes":45}"#
            for _ in 0..<2 {
                let answer = try await academy.client.call(
                    .post, "coaching/record-meeting", token: token, meeting, key: "k1")
                #expect(answer.status == .ok, "\(answer.text)")
            }
            let rows = try await academy.client.call(.get, "coaching/coachings", token: token)
            #expect(rows.status == .ok && rows.text.contains("\"meetings\":1"), "\(rows.text)")
            let refused = try await academy.client.call(
                .post, "coaching/assign", token: token, #"{"member":"\#(academy.bob)","coach":"\#(academy.bob)"}"#)
            #expect(refused.status == .conflict && refused.text.contains("nobody is their own coach"))
        }
    }

    @Test func `a request that comes again after a restart is done once`() async throws {
        try await withAcademy { academy in
            try await academy.assign(academy.carl, to: academy.bob)
            let record = RecordMeeting(member: academy.bob, day: Day(year: 2026, month: 1, day: 5), minutes: 45)
            // Nothing of a former process is known here: only the row in the file tells that it was done.
            for _ in 0..<2 {
                _ = try await academy.session(academy.ada).perform(RecordMeeting.self, RecordMeeting.form.write(record))
            }
            #expect(try await academy.coaching.list(as: .member(academy.ada)).map(\.meetings) == [1])
        }
    }

    @Test func `the file is the same from each surface`() async throws {
        try await withAcademy { academy in
            try await academy.assign(academy.carl, to: academy.bob, academy.eve)
            let page = try await academy.client.get(
                "/o/acme/coaching/coachings?_format=csv", try await academy.signIn("ada"))
            #expect(page.text.contains("Bob,Carl,2026-01-05T09:00:00Z,,0"))
            #expect(await academy.run("coachings --csv").output == page.text)
        }
    }

    @Test func `the document has the paths of the module, with its words`() async throws {
        try await withAcademy { academy in
            let text = try await academy.client.get("/api/v1/openapi.json").text
            for path in ["coachings", "my-coach", "overview", "assign/preview", "assign-several", "end"] {
                #expect(text.contains("\"/coaching/\(path)\""), "\(path)")
            }
            #expect(text.contains("Who is coached by whom."))
        }
    }
}
