public import AtriumDirectory

public import struct Foundation.Date

/// The configuration of a platform, which is checked as a whole.
public struct PlatformConfiguration: Sendable {
    /// The folder that holds `directory.db` and `tenants/`. It is created if it is missing.
    public var folder: String
    /// How many organizations' files can be open at once (1 to 10,000). Each takes up to 7 descriptors. The platform raises the
    /// process's limit to what the files need, if the system allows it. If the limit stays too low, fewer files are open at
    /// once.
    public var openFiles = 256
    /// How many threads commit (1 to 64).
    public var writerThreads = 4
    /// How many threads there are for reads that take longer than `inlineReadLimit` (1 to 64).
    public var readerThreads = 4
    /// How long a read may take on its caller's thread, up to 100 ms. A longer read runs again on a reader thread.
    public var inlineReadLimit = Duration.milliseconds(2)
    /// How long one statement of a module may take, up to an hour. It is checked after every 1,000 instructions of SQLite
    /// (every 20 if the statement calls a slow function), and counted from the first check.
    public var statementTimeout = Duration.seconds(5)
    /// How many organizations run their due work at once, and how many are created at once (1 to 64).
    public var workers = 8
    /// How long one piece of recurring work may take, up to a day.
    public var workTimeout = Duration.seconds(300)
    /// How long a former slug of an organization is kept: a lookup by it answers with the present slug, and no other
    /// organization can take it. An hour to ten years.
    public var formerSlugLifetime = Duration.seconds(90 * 86_400)
    /// The name of the SQLite VFS that opens the files; `nil` for SQLite's default.
    public var vfs: String?
    /// Roles in addition to the standard ones.
    public var roles: [any Role] = []
    /// What organizations can have. Without any, and for an organization that was created without one, it is every module.
    public var featureSets: [FeatureSet] = []
    /// Modules without which an organization opens if their start fails. The failure is reported to the observer, and the
    /// module is started again later. If another module does not start, the organization does not open.
    public var optionalModules: [any Module.Type] = []
    /// Texts in addition to those of the modules, for example those of the pages. They replace the modules' own.
    public var phrases: [Phrases] = []
    /// Texts of one organization, which replace all others there. It is asked when the organization opens.
    public var phrasesOfOrganization: @Sendable (OrganizationID) -> [Phrases] = { _ in [] }
    /// Is told what happens on the platform. By default, warnings go to standard error.
    public var observer: any Observer = WarningObserver()
    /// Mails the letters about accounts' addresses. It returns after the letter was handed over. Without it, no address can be
    /// changed.
    public var accountMail: (@Sendable (AccountLetter) async throws -> Void)?
    /// How long the change of an address can be confirmed: a minute to 30 days.
    public var addressChangeLifetime = Duration.seconds(86_400)
    /// The clock. A time before 1970 or after 10888, which no identity can hold, is refused with `ClockError`.
    public var now: @Sendable () -> Date = { Date() }
    /// The source of random bytes. It returns as many as it is asked for.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8] = { SystemRandom.bytes($0) }

    /// Called between the steps of an act that needs several commits. A test throws an error in it to stop the act there.
    package var interrupt: @Sendable (PlatformStep) throws -> Void = { _ in }

    /// A configuration with defaults for everything but the folder.
    public init(folder: String) { self.folder = folder }

    /// The time that the clock shows. Throws `ClockError`.
    package func time() throws -> Date { try ClockError.check(now()) }

    /// A new identity, made of the time and of random bytes.
    func newID<Noun>() throws -> ID<Noun> { ID(at: try time(), random: randomBytes(10)) }

    /// What is wrong with the configuration, as sentences.
    var faults: [String] {
        var checks = ConfigurationChecks()
        checks.require(
            !folder.isEmpty && !folder.utf8.contains(0), "folder is empty or contains a NUL byte; name a folder")
        checks.require("openFiles", openFiles, 1...10_000)
        checks.require("writerThreads", writerThreads, 1...64)
        checks.require("readerThreads", readerThreads, 1...64)
        checks.require("workers", workers, 1...64)
        checks.require("inlineReadLimit", inlineReadLimit, .zero ... .milliseconds(100))
        checks.require("statementTimeout", statementTimeout, .milliseconds(1) ... .seconds(3600))
        checks.require("workTimeout", workTimeout, .milliseconds(1) ... .seconds(86_400))
        checks.require("addressChangeLifetime", addressChangeLifetime, .seconds(60) ... .seconds(2_592_000))
        checks.require("formerSlugLifetime", formerSlugLifetime, .seconds(3600) ... .seconds(3650 * 86_400))
        return checks.faults + AccessRules.faults(of: (StandardRole.all + roles).map { ($0.id, $0.rank) })
    }
}
