internal import Atrium
internal import Foundation

/// Hands each message to the machine's `sendmail`, as postfix, OpenSMTPD and msmtp provide it: `sendmail -i -f FROM -- TO`.
///
/// A message counts as taken after the program has ended with status 0. After a crash between the program's end and the commit
/// that records it, the same message goes out again with the same Message-ID. Receivers that recognize the id show one message.
/// The output of the program is dropped, because it names people. The program writes its own log.
///
/// A message is refused for good if the status is about the message or an address, by sysexits.h: 65 (data), 67 (user) and 68
/// (host). Everything else is temporary, because it is about the machine and not about the message: 69 and 75, a wrong
/// configuration (64, 78), a missing program, a signal, or the time limit.
public struct SendmailTransport: MailTransport {
    /// The path of the program.
    public let path: String
    /// How long the program may take before it is killed, up to 100 seconds. Its message is then tried again. The limit is
    /// below the two minutes of ``MailTransport``, so that a program has ended before the message is tried again.
    public let timeLimit: Duration

    /// Makes a transport. A time limit below 0 becomes 0, and one above 100 seconds becomes 100 seconds.
    public init(path: String = "/usr/sbin/sendmail", timeLimit: Duration = .seconds(60)) {
        (self.path, self.timeLimit) = (path, min(max(timeLimit, .zero), .seconds(100)))
    }

    public func send(_ mail: OutgoingMail) async throws {
        // There is no shell, and "--" comes before the recipient. So no address becomes a command or an option.
        let arguments = ["-i", "-f", mail.sender.description, "--", mail.recipient.description]
        let input = try Self.input(mail.content)
        defer { try? input.close() }
        switch try await start(arguments, input: input).waitForEnd(within: timeLimit) {
        case .exited(status: 0): return
        case .exited(let status) where [65, 67, 68].contains(status):
            throw MailRefusal("sendmail ended with status \(status)")
        case .exited(let status): throw MailDeferral("sendmail ended with status \(status); read its log")
        case .killed(let signal): throw MailDeferral("signal \(signal) ended sendmail; read its log")
        case .timedOut:
            throw MailDeferral("sendmail took longer than \(timeLimit) and was killed; check it, or raise 'timeLimit'")
        }
    }

    private func start(_ arguments: [String], input: FileHandle) throws -> ChildProcess {
        do { return try ChildProcess(path: path, arguments: arguments, input: input) } catch {
            throw MailDeferral(
                "cannot start \(path): \(String(cString: strerror(error.code.rawValue))); install sendmail, or correct 'path'"
            )
        }
    }

    /// The message as an open file that no longer has a name.
    ///
    /// A pipe would have two faults. After a crash of this process, half a message in the pipe looks like a whole one. And if
    /// the program does not read, the write blocks or raises SIGPIPE.
    private static func input(_ content: [UInt8]) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString).mail")
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0, unlink(url.path) == 0 else {
            throw MailDeferral(
                "cannot create a file in \(FileManager.default.temporaryDirectory.path): \(String(cString: strerror(errno))); "
                    + "free space, or set TMPDIR")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // Lines end with LF, as on this machine. The program writes CRLF again.
        try file.write(contentsOf: Data(content.filter { $0 != UInt8(ascii: "\r") }))
        try file.seek(toOffset: 0)
        return file
    }
}
