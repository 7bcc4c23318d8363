import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import Testing

struct FolderTransportTests {
    private func mail(_ id: String, _ text: String = "text") throws -> OutgoingMail {
        OutgoingMail(
            messageID: id, sender: try EmailAddress("a@acme.example"), recipient: try EmailAddress("b@acme.example"),
            content: Array(text.utf8))
    }

    @Test func `a message that is handed over twice is one file`() async throws {
        try await withTemporaryPlatform { test in
            let transport = FolderTransport(folder: "\(test.folder)/outbox")
            try await transport.send(mail("abc-1@acme.example"))
            try await transport.send(mail("abc-1@acme.example"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: transport.folder) == ["abc-1.eml"])
        }
    }

    @Test(arguments: ["../x@acme.example", "@acme.example", "a/b@acme.example", "A@acme.example", ".@acme.example"])
    func `a Message-ID that is no plain name never becomes a file name`(_ id: String) async throws {
        try await withTemporaryPlatform { test in
            let transport = FolderTransport(folder: "\(test.folder)/outbox")
            await #expect(throws: MailRefusal.self) { try await transport.send(mail(id)) }
            #expect(!FileManager.default.fileExists(atPath: transport.folder))
        }
    }
}
