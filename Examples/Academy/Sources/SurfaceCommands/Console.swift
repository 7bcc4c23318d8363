public import AtriumTerminal
import Foundation

/// The terminal, the files or the programs to which a command is connected.
public struct Console: Sendable {
    /// Where text goes.
    public struct Stream: Sendable {
        /// Writes all bytes, or throws ``OutputError``.
        public var write: @Sendable ([UInt8]) throws -> Void
        /// Whether people read along.
        public var isTerminal: Bool
        /// How many letters a line has; `nil` if it has no end.
        public var width: Int?
        /// Whether titles and states are marked.
        public var style: TerminalStyle

        /// A stream. Without more, it is a file.
        public init(
            write: @escaping @Sendable ([UInt8]) throws -> Void, isTerminal: Bool = false, width: Int? = nil,
            style: TerminalStyle = .plain
        ) { (self.write, self.isTerminal, self.width, self.style) = (write, isTerminal, width, style) }
    }

    /// Gets what was asked for.
    public var output: Stream
    /// Gets faults and progress.
    public var errors: Stream
    /// Reads standard input to its end.
    public var input: @Sendable () throws -> [UInt8]
    /// The variables of the environment.
    public var environment: [String: String]

    /// A console.
    public init(
        output: Stream, errors: Stream, input: @escaping @Sendable () throws -> [UInt8] = { [] },
        environment: [String: String] = [:]
    ) { (self.output, self.errors, self.input, self.environment) = (output, errors, input, environment) }

    func print(_ text: String) throws { try output.write(Array(text.utf8)) }

    /// Says something beside the answer. If nobody listens, the answer is still worth giving.
    func note(_ text: String) { try? errors.write(Array("\(text)\n".utf8)) }
}

/// Why output cannot be written.
public enum OutputError: Error {
    /// The reader ended, as `head` does after ten lines.
    case closed
    /// The disk is full, or similar.
    case failed(String)
}

extension Console {
    /// The console of this process.
    ///
    /// A standard stream that is closed would give its number to the next file that is opened, and the output would be written
    /// into that file. So closed streams are replaced first. SIGPIPE is ignored, because it would end the process before the
    /// platform is closed.
    public static func ofProcess() -> Console {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
            // Opened for reading, so that writing still fails.
            _ = open("/dev/null", O_RDONLY)
        }
        signal(SIGPIPE, SIG_IGN)
        let environment = ProcessInfo.processInfo.environment
        return Console(
            output: stream(1, environment), errors: stream(2, environment),
            input: { try FileHandle.standardInput.readToEnd().map(Array.init) ?? [] }, environment: environment)
    }

    private static func stream(_ descriptor: Int32, _ environment: [String: String]) -> Stream {
        let isTerminal = isatty(descriptor) == 1
        // https://no-color.org: any value that is not empty. A terminal that is "dumb" obeys no sequences.
        let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
        return Stream(
            write: { try write($0, to: descriptor) }, isTerminal: isTerminal,
            width: isTerminal ? width(of: descriptor, environment) : nil,
            style: isTerminal && !isPlain ? .coloured : .plain)
    }

    private static func width(of descriptor: Int32, _ environment: [String: String]) -> Int? {
        if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                throw OutputError.closed
            } else if errno != EINTR {
                throw OutputError.failed(String(cString: strerror(errno)))
            }
        }
    }
}
