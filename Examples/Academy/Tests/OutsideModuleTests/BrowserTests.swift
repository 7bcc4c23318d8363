import Atrium
import Coaching
import Foundation
import HTTPTypes
import SurfaceServerTesting
import Testing

struct BrowserTests {
    @Test func `the act is on the rows of the members, and the result is in the table`() async throws {
        try await withAcademy { academy in
            let cookie = try await academy.signIn("sue")
            let members = try await academy.client.get("/o/acme/kernel/members", cookie)
            let act = "/o/acme/coaching/plan"
            let link = "\(act)?member=\(academy.bob)"
            #expect(members.text.contains(link) && !members.text.contains("member=\(academy.eve)"))
            let form = try await academy.client.get(link, cookie)
            #expect(form.text.contains("a reminder by mail") && form.text.contains(">Carl</option>"))
            try await academy.confirm(act, "member=\(academy.bob)&coach=\(academy.carl)&day=2026-01-09", cookie)
            let table = try await academy.client.get("/o/acme/coaching/sessions", cookie)
            let session = try #require(await academy.coaching.list(as: .member(academy.sue)).first)
            #expect(table.text.contains("Carl"))
            #expect(table.text.contains("/o/acme/coaching/cancel?session=\(session.id)"))
        }
    }

    @Test func `the act on a selection shows what it would do, and does it when it is confirmed`() async throws {
        try await withAcademy { academy in
            let cookie = try await academy.signIn("ada")
            let act = "/o/acme/coaching/plan-several"
            let members = try await academy.client.get("/o/acme/kernel/members", cookie)
            #expect(members.text.contains("formaction=\"\(act)\""))
            let opened = try await academy.client.get(
                "\(act)?_ticked=id:\(academy.bob)&_ticked=id:\(academy.eve)", cookie)
            #expect(opened.text.contains("id:\(academy.bob)"))
            let rows = "members=id:\(academy.bob)&members=id:\(academy.eve)&coach=\(academy.carl)&day=2026-01-09"
            let shown = try await academy.confirm(act, rows, cookie)
            #expect(shown.contains("2 members of 2: gets a session"))
            let list = try await academy.coaching.list(as: .member(academy.ada))
            #expect(list.map(\.memberName).sorted() == ["Bob", "Eve"])
        }
    }

    @Test func `a member is not offered what they may not do, and is told which role allows it`() async throws {
        try await withAcademy { academy in
            try await academy.plan(academy.bob)
            let cookie = try await academy.signIn("bob")
            let members = try await academy.client.get("/o/acme/kernel/members", cookie)
            #expect(members.text.contains("Bob") && !members.text.contains("/coaching/plan"))
            for path in ["plan?member=\(academy.bob)", "plan-several", "overview"] {
                let refused = try await academy.client.get("/o/acme/coaching/\(path)", cookie)
                #expect(refused.status == .forbidden && refused.text.contains("a role that allows it"))
            }
            let home = try await academy.client.get("/o/acme", cookie)
            #expect(home.headers[.location] == "/o/acme/coaching/my-sessions")
            #expect(try await academy.client.get("/o/acme/coaching/my-sessions", cookie).text.contains("Carl"))
        }
    }

    @Test func `a coach finds the sessions of the teams that they look after, and nothing else of the module`()
        async throws
    {
        try await withAcademy { academy in
            try await academy.plan(academy.bob, academy.eve)
            let cookie = try await academy.signIn("carl")
            let table = try await academy.client.get("/o/acme/coaching/sessions", cookie)
            #expect(table.text.contains("Bob") && table.text.contains("Eve") && table.text.contains("coaching/move?"))
            #expect(try await academy.client.get("/o/acme/coaching/overview", cookie).status == .forbidden)
        }
    }

    @Test func `figures and a chart are in the analytics`() async throws {
        try await withAcademy { academy in
            try await academy.plan(academy.bob, academy.eve)
            let page = try await academy.client.get("/o/acme/coaching/overview", try await academy.signIn("max"))
            #expect(page.text.contains("Members with a session") && page.text.contains("<b>28%</b>"))
            #expect(page.text.contains("<svg") && page.text.contains("Sessions of each coach"))
        }
    }
}

extension Academy {
    /// Fills in the form of an act and confirms what it shows, if it asks. Returns what it showed.
    @discardableResult
    func confirm(_ path: String, _ fields: String, _ cookie: String) async throws -> String {
        let (form, shown) = try await client.prepare(path, fields, cookie)
        if shown.status == .seeOther { return "" }
        let done = try await client.post(path, client.confirmation(of: form, shown), cookie)
        #expect(done.status == .seeOther)
        return shown.text
    }
}
