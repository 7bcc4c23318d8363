import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import Testing

struct SendmailTests {
    @Test func `sendmail gets the message with the machine's line ends, and the addresses as arguments`() async throws {
        try await withProgram("printf '%s\n' \"$@\" > \"$0.arguments\"; cat > \"$0.message\"") { program in
            try await SendmailTransport(path: program).send(mail("Subject: x\r\n\r\nGrüße\r\n.\r\nend\r\n"))
            #expect(
                try text(program + ".arguments").split(separator: "\n") == [
                    "-i", "-f", "no-reply@acme.example", "--", "ada@acme.example",
                ])
            #expect(try text(program + ".message") == "Subject: x\n\nGrüße\n.\nend\n")
        }
    }

    @Test func `an address that looks like an option, a command or a variable is passed on as an address`() async throws
    {
        try await withProgram("printf '%s\n' \"$@\" > \"$0.arguments\"") { program in
            let addresses = ["-t@acme.example", "--help@acme.example", "`touch`$x@acme.example", "|sh&a@acme.example"]
            for address in addresses {
                try await SendmailTransport(path: program).send(mail("text", to: address))
                let arguments = try text(program + ".arguments").split(separator: "\n").map(String.init)
                #expect(arguments == ["-i", "-f", "no-reply@acme.example", "--", address])
            }
        }
    }

    @Test(arguments: [65, 67, 68])
    func `a fault of the message or the address is a permanent refusal`(_ status: Int) async throws {
        try await withProgram("cat > /dev/null; echo ada@acme.example >&2; exit \(status)") { program in
            await #expect(throws: MailRefusal("sendmail ended with status \(status)")) {
                try await SendmailTransport(path: program).send(mail("text"))
            }
        }
    }

    @Test(arguments: [1, 2, 64, 66, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 126, 127, 255])
    func `sending is retried after a fault of the machine`(_ status: Int) async throws {
        try await withProgram("exit \(status)") { try await expectLater(SendmailTransport(path: $0)) }
    }

    @Test func `sending is retried if the program is missing, is no program, or is a folder`() async throws {
        try await withProgram("exit 0") { program in
            try await expectLater(SendmailTransport(path: program + ".missing"))
            try Data("text".utf8).write(to: URL(filePath: program + ".text"))
            try await expectLater(SendmailTransport(path: program + ".text"))
            try await expectLater(SendmailTransport(path: URL(filePath: program).deletingLastPathComponent().path))
        }
    }

    @Test func `a program that hangs is killed with the processes that it started, and sending is retried`()
        async throws
    {
        try await withProgram("sleep 600 & echo $! > \"$0.child\"; wait") { program in
            try await expectLater(SendmailTransport(path: program, timeLimit: .milliseconds(500)))
            let child = try #require(Int32(text(program + ".child").trimmingCharacters(in: .whitespacesAndNewlines)))
            // The process that inherits an orphan notices its end a moment later.
            let deadline = ContinuousClock.now + .seconds(10)
            while kill(child, 0) == 0, !isZombie(child), ContinuousClock.now < deadline { await Task.yield() }
            #expect(kill(child, 0) != 0 || isZombie(child))
        }
    }

    @Test func `an operator reads why sending is retried`() async throws {
        try await withProgram("exit 75") { program in
            await #expect(throws: MailDeferral("sendmail ended with status 75; read its log")) {
                try await SendmailTransport(path: program).send(mail("text"))
            }
        }
        try await withProgram("sleep 600") { program in
            await #expect(
                throws: MailDeferral(
                    "sendmail took longer than 0.1 seconds and was killed; check it, or raise 'timeLimit'")
            ) { try await SendmailTransport(path: program, timeLimit: .milliseconds(100)).send(mail("text")) }
            await #expect(
                throws: MailDeferral(
                    "cannot start \(program).missing: No such file or directory; install sendmail, or correct 'path'")
            ) { try await SendmailTransport(path: program + ".missing").send(mail("text")) }
        }
    }

    @Test func `sending is retried if a signal ends the program`() async throws {
        try await withProgram("kill -9 $$") { try await expectLater(SendmailTransport(path: $0)) }
    }

    @Test(arguments: [
        "exit 0", "exec 0<&-; exit 0", "head -c 10 > /dev/null", "yes ada@acme.example | head -c 3000000 >&2",
    ])
    func `a large message can be sent to a program that reads nothing, stops reading or prints much`(
        _ script: String
    ) async throws {
        try await withProgram(script) { program in
            try await SendmailTransport(path: program).send(mail(String(repeating: "long\r\n", count: 1_000_000)))
        }
    }

    @Test func `a large message arrives complete`() async throws {
        try await withProgram("cat > \"$0.message\"") { program in
            try await SendmailTransport(path: program).send(mail(String(repeating: "long\r\n", count: 1_000_000)))
            #expect(try text(program + ".message").utf8.count == 5_000_000)
        }
    }

    @Test func `the program gets no open file of the platform`() async throws {
        try await withTemporaryPlatform() { temporary in
            _ = try await temporary.organization()
            try await withProgram("for file in /proc/$$/fd/*; do readlink $file; done > \"$0.files\"") { program in
                try await SendmailTransport(path: program).send(mail("text"))
                let files = try text(program + ".files")
                #expect(files.contains("/dev/null"))
                #expect(!files.contains(temporary.folder))
            }
        }
    }

    @Test func `the program has the default signals although this process ignores SIGPIPE`()
        async throws
    {
        signal(SIGPIPE, SIG_IGN)
        try await withProgram("exec grep -E '^Sig(Ign|Blk)' /proc/self/status > \"$0.signals\"") { program in
            try await SendmailTransport(path: program).send(mail("text"))
            let masks = try text(program + ".signals").split(separator: "\n").map { $0.suffix(16) }
            // The signals 32 and 33 belong to the C library.
            #expect(masks.count == 2)
            for mask in masks { #expect(UInt64(mask, radix: 16).map { $0 & 0x7fff_ffff } == 0) }
        }
    }

    @Test func `many messages at once leave no file behind`() async throws {
        try await withProgram("cat > /dev/null") { program in
            let transport = SendmailTransport(path: program)
            try await transport.send(mail("text"))
            try await withThrowingTaskGroup { group in
                for number in 0..<40 { group.addTask { try await transport.send(mail("\(number)")) } }
                try await group.waitForAll()
            }
            let folder = FileManager.default.temporaryDirectory.path
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!left.contains { $0.hasPrefix("atrium-") && $0.hasSuffix(".mail") })
        }
    }

    // MARK: - Helpers

    private func mail(_ text: String, to recipient: String = "ada@acme.example") throws -> OutgoingMail {
        OutgoingMail(
            messageID: "abc-1@acme.example", sender: try EmailAddress("no-reply@acme.example"),
            recipient: try EmailAddress(recipient), content: Array(text.utf8))
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    private func expectLater(_ transport: SendmailTransport) async throws {
        let error = await #expect(throws: (any Error).self) { try await transport.send(mail("text")) }
        #expect(!(error is MailRefusal))
        #expect(error.map { !"\($0)".contains("ada@") } == true)
    }

    private func isZombie(_ process: Int32) -> Bool {
        (try? text("/proc/\(process)/stat"))?.contains(") Z ") == true
    }
}

/// Writes a shell script as the program of a test.
private func withProgram(_ script: String, _ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sendmail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "sendmail")
    // Another process writes the file. If this process did, a program that another test starts at this moment would have the
    // file open too, until it is executed, and executing this file would fail: "text file busy".
    let writer = try #require(popen("cat > '\(program.path)' && chmod 700 '\(program.path)'", "w"))
    fputs("#!/bin/sh\n\(script)\n", writer)
    #expect(pclose(writer) == 0)
    try await body(program.path)
}
