public import AtriumDirectory

public import struct Foundation.Date

/// Everything that a platform is opened with, checked as a whole.
public struct PlatformConfiguration: Sendable {
    /// The folder that holds `directory.db` and `tenants/`; made if it is missing.
    public var folder: String
    /// How many tenants' files may be open at once (1 to 10,000). Each takes up to 7 descriptors: the process's limit is raised as
    /// far as they need and the system lets it be, and fewer files are open where that is not enough.
    public var openFiles = 256
    /// Threads that commit (1 to 64), and threads for reads that take longer than `inlineReadLimit`.
    public var writerThreads = 4
    public var readerThreads = 4
    /// The time that a read may take on its caller's thread, up to 100 ms.
    public var inlineReadLimit = Duration.milliseconds(2)
    /// The time that one statement of a module may take, up to an hour; looked at after each thousand instructions of SQLite,
    /// and counted from the first look.
    public var statementDeadline = Duration.seconds(5)
    /// How many organizations have a turn at their due work at once, and how many are created at once (1 to 64); and the time
    /// that one piece of recurring work may take, up to a day.
    public var workers = 8
    public var workDeadline = Duration.seconds(300)
    /// How long an organization's former slug says that it moved, and is nobody else's: an hour to ten years.
    public var slugMovedFor = Duration.seconds(90 * 86_400)
    /// The name of the SQLite VFS through which files are opened; `nil` is SQLite's own.
    public var vfs: String?
    /// Roles beside the standard ones.
    public var roles: [any Role] = []
    public var observer: any Observer = WarningObserver()
    /// Mails what accounts are told of their addresses, and returns once the letter is taken. Without it, no address is changed.
    public var accountMail: (@Sendable (AccountLetter) async throws -> Void)?
    /// How long the change of an address can be confirmed, a minute to 30 days.
    public var addressChangeLifetime = Duration.seconds(86_400)
    /// The clock. A time that no identity can hold, before 1970 or after 10888, is refused with `ClockError`.
    public var now: @Sendable () -> Date = { Date() }
    /// The source of chance: as many random bytes as asked for.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8] = { SystemRandom.bytes($0) }

    /// Called between the steps of what one commit cannot hold; a test stops there by throwing.
    package var interrupt: @Sendable (Step) throws -> Void = { _ in }

    package enum Step: Sendable, CaseIterable { case registered, provisioned, saved, activated, committed, moved }

    public init(folder: String) { self.folder = folder }

    /// The time by the clock.
    func time() throws -> Date { try ClockError.check(now()) }

    /// A new identity, made of the clock and of chance.
    func newID<Noun>() throws -> ID<Noun> { ID(at: try time(), random: randomBytes(10)) }

    /// What is wrong with it, as sentences.
    var faults: [String] {
        var faults: [String] = []
        func require(_ isFine: Bool, _ fault: String) { if !isFine { faults.append(fault) } }
        func require<Value: Comparable>(_ name: String, _ value: Value, _ range: ClosedRange<Value>) {
            require(range ~= value, "\(name) is \(value); choose \(range.lowerBound) to \(range.upperBound)")
        }
        require(!folder.isEmpty && !folder.utf8.contains(0), "folder is empty or contains a NUL byte; name a folder")
        require("openFiles", openFiles, 1...10_000)
        require("writerThreads", writerThreads, 1...64)
        require("readerThreads", readerThreads, 1...64)
        require("workers", workers, 1...64)
        require("inlineReadLimit", inlineReadLimit, .zero ... .milliseconds(100))
        require("statementDeadline", statementDeadline, .milliseconds(1) ... .seconds(3600))
        require("workDeadline", workDeadline, .milliseconds(1) ... .seconds(86_400))
        require("addressChangeLifetime", addressChangeLifetime, .seconds(60) ... .seconds(2_592_000))
        require("slugMovedFor", slugMovedFor, .seconds(3600) ... .seconds(3650 * 86_400))
        return faults + AccessRules.faults(of: StandardRole.all + roles)
    }
}

/// What a test throws to stop between two steps, as a crash would.
package struct Interruption: Error {
    package init() {}
}
