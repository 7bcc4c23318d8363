internal import Atrium
internal import Foundation

/// Hands each message to the machine's `sendmail`, as postfix, OpenSMTPD and msmtp provide it: `sendmail -i -f FROM -- TO`.
///
/// A message counts as taken after the program has ended with status 0. After a crash between that moment and its record, the
/// same message goes out again with the same Message-ID. Receivers that know the Message-ID show it once. The output of the
/// program is dropped, because it names people. The program writes its own log.
///
/// A message is refused for good if the status is about the message or an address, by sysexits.h: 65 (data), 67 (user) and 68
/// (host). Everything else is temporary, because it is about the machine and not about the message: 69 and 75, a wrong
/// configuration (64, 78), a missing program, a signal, or the time limit.
public struct SendmailTransport: MailTransport {
    /// The path of the program.
    public let path: String
    /// How long the program may take before it is killed, up to a day. Its message is then tried again.
    public let timeLimit: Duration

    /// Makes a transport. A negative time limit counts as 0, and one of more than a day as a day.
    public init(path: String = "/usr/sbin/sendmail", timeLimit: Duration = .seconds(60)) {
        // Sleeping traps on durations that do not fit.
        (self.path, self.timeLimit) = (path, min(max(timeLimit, .zero), .seconds(86_400)))
    }

    public func send(_ mail: OutgoingMail) async throws {
        // There is no shell, and "--" comes before the recipient. So no address becomes a command or an option.
        let arguments = ["-i", "-f", mail.sender.description, "--", mail.recipient.description]
        let input = try Self.input(mail.content)
        defer { try? input.close() }
        let program: ChildProcess
        do {
            program = try ChildProcess(path: path, arguments: arguments, input: input)
        } catch {
            throw SendmailFailure.notStarted(path: path, error.code)
        }
        switch try await program.ending(within: timeLimit) {
        case .status(0): return
        case .status(let status) where [65, 67, 68].contains(status):
            throw MailRefusal("sendmail ended with status \(status)")
        case let ending: throw SendmailFailure.ended(ending)
        }
    }

    /// The message as an open file that no longer has a name.
    ///
    /// A pipe would have two faults. After a crash of this process, half a message in the pipe looks like a whole one. And
    /// writing to a program that does not read blocks, or ends with SIGPIPE.
    private static func input(_ content: [UInt8]) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString).mail")
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0, unlink(url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // Lines end with LF, as on this machine. The program writes CRLF again.
        try file.write(contentsOf: Data(content.filter { $0 != UInt8(ascii: "\r") }))
        try file.seek(toOffset: 0)
        return file
    }
}

/// The program could not take the message at this time.
enum SendmailFailure: Error, CustomStringConvertible {
    case notStarted(path: String, POSIXErrorCode)
    case ended(ChildProcess.Ending)

    var description: String {
        switch self {
        case .notStarted(let path, let code):
            "sendmail could not be started: \(path): \(String(cString: strerror(code.rawValue))); the message is tried again later"
        case .ended(.status(let status)): "sendmail ended with status \(status); the message is tried again later"
        case .ended(.signal(let signal)):
            "sendmail was ended by signal \(signal); the message is tried again later"
        }
    }
}
