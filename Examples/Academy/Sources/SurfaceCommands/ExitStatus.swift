/// What a command tells the program that started it.
///
/// From 64 on, the numbers have the meaning of BSD's `sysexits.h`: https://man.freebsd.org/cgi/man.cgi?sysexits
public enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    case refused = 3
    case unconfirmed = 4
    case notFound = 5
    case changed = 6
    case partlyDone = 7
    case usage = 64
    case unreadable = 66
    case fault = 70
    case outputFailed = 74
    case busy = 75
    case outputClosed = 141

    /// When a command ends with it.
    public var meaning: String {
        switch self {
        case .done: "shown, or done"
        case .refused: "refused by a rule or for lack of a permission; nothing was done"
        case .unconfirmed: "nothing was done: it waits for --yes, or there is nothing to do"
        case .notFound: "there is no such folder, organization, account or file to get"
        case .changed: "nothing was done: it is no longer what --expect names"
        case .partlyDone: "done in part; the lines say what was not"
        case .usage: "the command, an option or a value is wrong; nothing was done"
        case .unreadable: "a file that an option names cannot be read"
        case .fault: "a fault of the program or of the machine"
        case .outputFailed: "the output cannot be written; an act may have been done"
        case .busy: "another process has the data folder open; try again later"
        case .outputClosed: "the reader of the output ended early, as head does"
        }
    }
}

/// Why a command ends before it is answered.
struct CommandFault: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) { (self.status, self.message) = (status, message) }

    static func usage(_ message: String) -> CommandFault { CommandFault(.usage, message) }
}
