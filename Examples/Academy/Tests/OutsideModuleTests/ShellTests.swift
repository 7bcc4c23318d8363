import Atrium
import Coaching
import HTTPTypes
import SurfaceCommands
import Testing

struct ShellTests {
    @Test func `the commands list, export and act`() async throws {
        try await withAcademy { academy in
            let plan = "plan --member bob@acme.example --coach carl@acme.example --day 2026-01-09"
            #expect(await academy.run(plan).status == .unconfirmed)
            let planned = await academy.run("\(plan) --yes")
            #expect(planned.status == .done && planned.output.contains("The session is planned."))
            let several = await academy.run(
                "plan-several --members all --coach carl@acme.example --day 2026-01-09 --yes")
            #expect(several.status == .partlyDone && several.output.contains("nobody is their own coach"))
            #expect(await academy.run("sessions").output.contains("Bob"))
            #expect(await academy.run("sessions --json").output.contains("\"name\" : \"Bob\""))
            #expect(await academy.run("sessions --csv").output.contains("Bob,Carl,planned,2026-01-09,\r\n"))
            #expect(await academy.run("coaching overview").output.contains("Members with a session"))
            #expect(await academy.run("help plan").output.contains("a reminder by mail"))
            let session = try #require(await academy.coaching.list(as: .member(academy.bob)).first)
            #expect(await academy.run("coaching cancel --session \(session.id) --yes", as: "bob").status == .refused)
        }
    }
}
