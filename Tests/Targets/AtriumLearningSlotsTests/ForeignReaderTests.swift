import Atrium
import AtriumLearningSlots
import AtriumMail
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Python's `icalendar` reads the invitations (`Tests/Oracles/invitations.py`).
struct ForeignReaderTests {
    /// A Python that has the package `icalendar`.
    private static let python = ProcessInfo.processInfo.environment["ATRIUM_PYTHON"]

    @Test(
        .enabled(if: python != nil, "Tests/Checks/invitations.sh runs it"),
        arguments: ["Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/St_Johns"])
    func `a foreign program reads each invitation, and finds the same times`(zone: String) async throws {
        let python = try #require(Self.python)
        try await withSlots { world async throws in
            var schedule = SlotWorld.tuesdays
            schedule.zone = try #require(TimeZone(identifier: zone))
            schedule.last = Day(year: 2028, month: 12, day: 31)
            try await world.slots.set(schedule, of: world.north, as: world.lea)
            _ = try await world.invitations()
            schedule.hour = 14
            try await world.slots.set(schedule, of: world.north, as: world.lea)
            _ = try await world.invitations()
            try await world.slots.end(of: world.north, as: world.lea)
            _ = try await world.invitations()
            let folder = URL(filePath: world.test.folder).appending(path: "invitations")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (index, mail) in world.mailbox.mails.enumerated() {
                let name = "\(100 + index)-\(mail.recipient.description.prefix { $0 != "@" }).eml"
                try Data(mail.content).write(to: folder.appending(path: name))
            }
            let script = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Oracles/invitations.py")
            let command = try #require(popen("'\(python)' '\(script.path)' '\(folder.path)' 2>&1", "r"))
            let text = String(
                decoding: try FileHandle(fileDescriptor: fileno(command)).readToEnd() ?? Data(), as: UTF8.self)
            #expect(pclose(command) == 0 && text.contains("6 messages"), "\(text)")
        }
    }
}
