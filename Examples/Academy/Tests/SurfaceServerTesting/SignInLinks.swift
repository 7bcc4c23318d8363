public import AtriumTesting
public import SurfaceServer
import Synchronization

/// The links that a server mails in the background.
public final class SignInLinks: Sendable {
    private let mailed = Mutex<[String]>([])
    private let tasks = Mutex<[Task<Void, Never>]>([])

    public init() {}

    /// Settings whose links come here, with the time of a platform.
    public func settings(_ test: TemporaryPlatform) -> ServerSettings {
        var settings = ServerSettings(product: "Academy", origin: ServerClient.origin) { [self] _, link, _ in
            mailed.withLock { $0.append(link) }
        }
        let clock = test.clock
        settings.now = { clock.now }
        settings.inBackground = { [self] work in tasks.withLock { $0.append(Task { await work() }) } }
        settings.patience = .seconds(60)
        return settings
    }

    /// All links, after everything in the background has ended.
    public func all() async -> [String] {
        for task in tasks.withLock({ $0 }) { await task.value }
        return mailed.withLock { $0 }
    }
}
