public import Atrium
import AtriumSessions
public import AtriumTesting
public import SurfaceServer
import Synchronization

/// The links that a platform mails to people who want to sign in.
public final class SignInLinks: Sendable {
    private let mailed = Mutex<[String]>([])

    public init() {}

    /// The module of the platform whose links come here.
    public var module: any Module {
        Sessions { [self] letter in
            mailed.withLock { $0.append("\(ServerClient.origin)/sign-in/\(letter.token.text)") }
        }
    }

    /// Settings with the time of a platform.
    public func settings(_ test: TemporaryPlatform) -> ServerSettings {
        var settings = ServerSettings(product: "Academy", origin: ServerClient.origin)
        let clock = test.clock
        settings.now = { clock.now }
        settings.patience = .seconds(60)
        return settings
    }

    /// All links, after everything that is due on the platform.
    public func all(of platform: Platform) async throws -> [String] {
        while try await platform.runDue() > 0 {}
        return mailed.withLock { $0 }
    }
}
