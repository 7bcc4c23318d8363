import Atrium
import HTTPTypes
import SurfaceCommands
import Testing

struct ShellTests {
    @Test func `the commands list, export and act`() async throws {
        try await withAcademy { academy in
            let shown = await academy.run("assign --member bob@acme.example --coach carl@acme.example")
            #expect(shown.status == .unconfirmed)
            let assigned = await academy.run("assign --member bob@acme.example --coach carl@acme.example --yes")
            #expect(assigned.status == .done && assigned.output.contains("The coach is chosen."))
            let several = await academy.run("assign-several --members all --coach carl@acme.example --yes")
            #expect(several.status == .partlyDone && several.output.contains("nobody is their own coach"))
            #expect(await academy.run("coachings").output.contains("Bob"))
            #expect(await academy.run("coachings --json").output.contains("\"name\" : \"Bob\""))
            #expect(await academy.run("coachings --csv").output.contains("Bob,Carl,2026-01-05T09:00:00Z,,0\r\n"))
            #expect(await academy.run("coaching overview").output.contains("Members with a coach"))
            #expect(await academy.run("help assign").output.contains("A coaching by another coach ends."))
            #expect(await academy.run("coaching end --member bob@acme.example --yes", as: "bob").status == .refused)
        }
    }
}
