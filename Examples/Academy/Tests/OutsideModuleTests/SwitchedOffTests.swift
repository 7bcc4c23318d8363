import Atrium
import AtriumAccessTokens
import AtriumCourses
import AtriumMail
import AtriumMailTesting
import AtriumOperations
import AtriumTesting
import Coaching
import HTTPTypes
import SurfaceCommands
import SurfaceServerTesting
import Testing

struct SwitchedOffTests {
    private func switchCoaching(on isOn: Bool, in academy: Academy) async throws {
        let (modules, grace) = (academy.acme.modules, try academy.test.platform.operator("Grace"))
        try await modules.carryOut(modules.plan(["coaching": isOn], as: grace), as: grace)
    }

    @Test func `a module that is off is on no page, and its addresses answer like unknown ones`() async throws {
        try await withAcademy { academy in
            try await academy.plan(academy.bob)
            let (ada, bob) = (try await academy.signIn("ada"), try await academy.signIn("bob"))
            try await switchCoaching(on: false, in: academy)
            for path in ["/o/acme", "/o/acme/kernel/members", "/o/acme/kernel/member?member=\(academy.bob)"] {
                let page = try await academy.client.get(path, ada)
                #expect(page.status.code < 400 && !page.text.contains("/coaching/"), "\(path): \(page.status)")
            }
            let home = try await academy.client.get("/o/acme", bob)
            #expect(home.headers[.location]?.contains("coaching") != true && home.status.code < 400)
            for path in ["sessions", "overview", "my-sessions", "plan?member=\(academy.eve)", "sessions?_format=csv"] {
                let page = try await academy.client.get("/o/acme/coaching/\(path)", ada)
                #expect(page.status == .notFound, "\(path): \(page.status)")
            }
            try await switchCoaching(on: true, in: academy)
            #expect(try await academy.client.get("/o/acme/coaching/sessions", ada).text.contains("Carl"))
        }
    }

    @Test func `a form from before does nothing when its module is off`() async throws {
        try await withAcademy { academy in
            let cookie = try await academy.signIn("ada")
            let act = "/o/acme/coaching/plan"
            try await switchCoaching(on: false, in: academy)
            let token = try #require(await academy.client.get("/o/acme/kernel/settings", cookie).hidden("_token"))
            let answer = try await academy.client.post(
                act, "_token=\(token)&member=\(academy.bob)&coach=\(academy.carl)&day=2026-01-09", cookie)
            #expect(answer.status == .notFound, "\(answer.status)")
            try await switchCoaching(on: true, in: academy)
            #expect(try await academy.coaching.list(as: .member(academy.ada)).isEmpty)
        }
    }

    @Test func `programs and shells do not find it either`() async throws {
        try await withAcademy { academy in
            let token = try await academy.acme[AccessTokens.self].create(
                "program", permissions: ["coaching.view sessions"], days: 30, as: .member(academy.ada)
            ).text
            try await switchCoaching(on: false, in: academy)
            let answer = try await academy.client.call(.get, "coaching/sessions", token: token)
            #expect(answer.status == .notFound, "\(answer.status) \(answer.text)")
            let (status, output) = await academy.run("sessions")
            #expect(status == .notFound, "\(status) \(output)")
        }
    }

    @Test func `an administrator switches on a page what the feature set leaves to the organization`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        let sets = [FeatureSet("Basic", modules: [AccessTokens(), Courses(), mail], switchable: [Coaching.self])]
        try await withAcademy(featureSets: sets) { academy in
            let grace = try academy.test.platform.operator("Grace")
            let modules = academy.acme.modules
            try await modules.carryOut(modules.plan([:], featureSet: "Basic", as: grace), as: grace)
            let cookie = try await academy.signIn("ada")
            let page = try await academy.client.get("/o/acme/kernel/modules", cookie)
            #expect(page.text.contains("Coaching") && page.text.contains("/kernel/switch-on?module=coaching"))
            #expect(!page.text.contains("module=tokens"))
            let shown = try await academy.confirm("/o/acme/kernel/switch-on", "module=coaching", cookie)
            #expect(shown.contains("begins to work"))
            try await academy.plan(academy.bob)
            let ended = try await academy.confirm("/o/acme/kernel/switch-off", "module=coaching", cookie)
            #expect(ended.contains("3 rows stay"))
            #expect(throws: ModuleError("coaching", .off)) { try academy.acme[Coaching.self] }
        }
    }
}
