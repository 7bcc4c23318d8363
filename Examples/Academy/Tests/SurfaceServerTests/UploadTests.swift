import Atrium
import AtriumAccessTokens
import AtriumInvitations
import AtriumTesting
import Foundation
import HTTPTypes
import SurfaceServer
import SurfaceServerTesting
import Testing

struct UploadTests {
    private static let path = "/o/acme/invitations/import"

    private func body(_ token: String, _ file: String, boundary: String = "XyZ") -> String {
        """
        --\(boundary)\r
        Content-Disposition: form-data; name="file"; filename="people.csv"\r
        Content-Type: text/csv\r
        \r
        \(file)\r
        --\(boundary)\r
        Content-Disposition: form-data; name="_token"\r
        \r
        \(token)\r
        --\(boundary)--\r

        """
    }

    /// The files that a server keeps. It makes the folder for the first one.
    private func kept(in folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: "\(folder)/uploads") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: "\(folder)/uploads")
    }

    private func post(_ body: String, _ cookie: String, _ site: Site) async throws -> ServerAnswer {
        try await site.client.post(Self.path, body, cookie, type: "multipart/form-data; boundary=XyZ")
    }

    @Test func `a file is previewed, and read again for the confirmation`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in settings.folder = folder }) { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let token = try #require(try await site.client.get(Self.path, cookie).hidden("_token"))
            let shown = try await post(body(token, "email\nbob@acme.example\n"), cookie, site)
            #expect(shown.text.contains("bob@acme.example"))
            let file = try #require(shown.hidden("_file-file"))
            #expect(try kept(in: folder).count == 1)
            let confirmed =
                "_token=\(token)&_step=perform&_file-file=\(file)&_stamp=\(try #require(shown.hidden("_stamp")))"
                + "&_request=\(try #require(shown.hidden("_request")))"
            // Another browser does not get the file.
            let other = try await site.client.signIn("ada@acme.example")
            let otherToken = try #require(try await site.client.get(Self.path, other).hidden("_token"))
            let stolen = try await site.client.post(
                Self.path, confirmed.replacing("_token=\(token)", with: "_token=\(otherToken)"), other)
            #expect(stolen.text.contains("is required"))
            let done = try await site.client.post(Self.path, confirmed, cookie)
            #expect(try await site.client.get(try #require(done.headers[.location]), cookie).status == .ok)
            let invited = try await site.acme[Invitations.self].list(as: site.ada).invitations
            #expect(invited.map(\.email.description).contains("bob@acme.example"))
            // Its file is gone. The same form again leads to the same result.
            #expect(try kept(in: folder) == [])
            let again = try await site.client.post(Self.path, confirmed, cookie)
            #expect(again.headers[.location] == done.headers[.location])
        }
    }

    @Test func `a file that is too large is refused, and nothing of it stays`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in (settings.largestUpload, settings.folder) = (1_000, folder) }) { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let token = try #require(try await site.client.get(Self.path, cookie).hidden("_token"))
            let large = try await post(
                body(token, "email\n" + String(repeating: "a", count: 2_000)), cookie, site)
            #expect(large.status == .contentTooLarge)
            #expect(try kept(in: folder) == [])
        }
    }

    @Test func `a form of others, and many files in one form, leave nothing`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in settings.folder = folder }) { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let token = try #require(try await site.client.get(Self.path, cookie).hidden("_token"))
            let file = "--XyZ\r\nContent-Disposition: form-data; name=\"f%\"; filename=\"a\"\r\n\r\nx\r\n"
            let many = (0..<10).map { file.replacing("%", with: "\($0)") }.joined() + body(token, "email\n")
            #expect(try await post(many, cookie, site).status == .contentTooLarge)
            #expect(try await post(body("other", "email\n"), cookie, site).status == .forbidden)
            let guest = "visitor=\(String(repeating: "a", count: 64))"
            #expect(try await post(body("other", "email\n"), guest, site).status == .seeOther)
            let signIn = try await site.client.post("/sign-in", body("", ""), type: "multipart/form-data; boundary=XyZ")
            #expect(signIn.status == .forbidden)
            #expect(try kept(in: folder) == [])
        }
    }

    @Test func `a file of somebody who may not do the act is not taken`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in settings.folder = folder }) { site in
            _ = try await site.test.member("bob@acme.example", name: "Bob", in: site.acme)
            let cookie = try await site.client.signIn("bob@acme.example")
            let token = try #require(try await site.client.get("/o/acme/kernel/members", cookie).hidden("_token"))
            #expect(try await post(body(token, "email\n"), cookie, site).status == .forbidden)
            #expect(try kept(in: folder) == [])
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a program that asks again for its upload leaves no file`() async throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withSite({ settings, _ in (settings.folder, settings.patience) = (folder, .zero) }) { site in
            let token = try await site.acme[AccessTokens.self].create(
                "program", permissions: ["invitations.invite"], days: 30, as: site.ada
            ).text
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            var statuses: Set<Int> = []
            for _ in 0..<5 {
                let answer = try await site.client.send(
                    .post, "/api/v1/invitations/import",
                    [
                        .contentType: "multipart/form-data; boundary=XyZ", .authorization: "Bearer \(token)", key: "k1",
                    ], body: body("", "email\nbob@acme.example\n").replacing("_token", with: "create-teams"))
                statuses.insert(answer.status.code)
            }
            while try !kept(in: folder).isEmpty { await Task.yield() }
            #expect(statuses.isSubset(of: [200, 202]))
            let invited = try await site.acme[Invitations.self].list(as: site.ada).invitations.map(\.email.description)
            #expect(invited.filter { $0 == "bob@acme.example" }.count == 1)
        }
    }

    @Test func `a form that is cut off or is no form is refused`() async throws {
        try await withSite { site in
            let cookie = try await site.client.signIn("ada@acme.example")
            let token = try #require(try await site.client.get(Self.path, cookie).hidden("_token"))
            let whole = body(token, "email\n")
            for text in [String(whole.dropLast(8)), "", "--XyZ", "--XyZ\r\n\r\n\r\n--XyZ--", "no form"] {
                #expect(try await post(text, cookie, site).status == .badRequest)
            }
            #expect(try await site.client.post(Self.path, "{}", cookie, type: "application/json").status == .badRequest)
            let long = "_token=\(token)&name=\(String(repeating: "a", count: 2 << 20))"
            #expect(try await site.client.post("/o/acme/kernel/create-team", long, cookie).status == .contentTooLarge)
        }
    }
}
