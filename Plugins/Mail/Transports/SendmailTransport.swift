internal import Atrium
internal import Foundation

/// Hands each message to the machine's `sendmail`, as postfix, OpenSMTPD and msmtp provide it: `sendmail -i -f FROM -- TO`.
///
/// A message counts as taken once the program has ended with status 0. After a crash between that moment and its record,
/// the same message goes out again under the same Message-ID; receivers that know it show it once. What the program prints
/// is dropped, for it names people: it writes a log of its own.
///
/// Refused for good is what sysexits.h says of a message or an address: 65 (data), 67 (user) and 68 (host). Anything else
/// is temporary, because it tells of the machine and not of the message: 69 and 75, a wrong configuration (64, 78), a
/// missing program, a signal, or the time limit.
public struct SendmailTransport: MailTransport {
    public let path: String
    /// How long the program may take before it is killed, up to a day. Such a message is tried again.
    public let timeLimit: Duration

    public init(path: String = "/usr/sbin/sendmail", timeLimit: Duration = .seconds(60)) {
        // Sleeping traps on durations that do not fit.
        (self.path, self.timeLimit) = (path, min(max(timeLimit, .zero), .seconds(86_400)))
    }

    public func send(_ mail: OutgoingMail) async throws {
        // Without a shell, and with "--" before the recipient: no address becomes a command or an option.
        let arguments = ["-i", "-f", mail.sender.description, "--", mail.recipient.description]
        let input = try Self.input(mail.content)
        defer { try? input.close() }
        switch try await Self.run(path, arguments, input: input, within: timeLimit) {
        case 0: return
        case let status where [65, 67, 68].contains(status): throw MailRefusal("sendmail ended with status \(status)")
        case let status: throw Failure(status: status)
        }
    }

    /// The program could not take the message at this time.
    struct Failure: Error, CustomStringConvertible {
        /// Its status, or the signal that ended it, ours among them.
        let status: Int32

        var description: String { "sendmail ended with status or signal \(status); the message is tried again later" }
    }

    /// The message as a file that has no name any more.
    ///
    /// A pipe would do as well, but after a crash of ours half a message on it looks like a whole one, and writing to a
    /// program that does not read blocks, or ends with SIGPIPE.
    private static func input(_ content: [UInt8]) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString).mail")
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0, unlink(url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // Lines end as they do on the machine; the program gives them their CRLF back.
        try file.write(contentsOf: Data(content.filter { $0 != UInt8(ascii: "\r") }))
        try file.seek(toOffset: 0)
        return file
    }

    /// Runs a program and returns its status, or the number of the signal that ended it: those end below 65. No thread waits
    /// for it.
    ///
    /// It is not ended when the task is: what is being handed over is better recorded than handed over again.
    private static func run(
        _ path: String, _ arguments: [String], input: FileHandle, within limit: Duration
    ) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        var deadline: Task<Void, any Error>?
        defer { deadline?.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in
                continuation.resume(returning: ended.terminationStatus)
            }
            do {
                try process.run()
            } catch {
                return continuation.resume(throwing: error)
            }
            let id = process.processIdentifier
            deadline = Task {
                try await Task.sleep(for: limit)
                // With what it started, where it leads a group of its own.
                if kill(-id, SIGKILL) != 0 { kill(id, SIGKILL) }
            }
        }
    }
}
