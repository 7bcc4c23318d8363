internal import Atrium

/// How long links and sessions are valid, and how often people may try to sign in.
public struct SessionRules: Sendable {
    /// How long a link can be used: a minute to a day.
    public var linkLifetime = Duration.seconds(15 * 60)
    /// How long a session lasts, however much it is used: an hour to a year.
    public var lifetime = Duration.seconds(30 * 86_400)
    /// How long a session lasts without being used: a minute to ``lifetime``.
    public var idleLifetime = Duration.seconds(7 * 86_400)
    /// After which time a session gets another token: a minute to ``lifetime``.
    public var rotation = Duration.seconds(86_400)
    /// How many attempts in an hour may come from one source, such as one address of a network (1 to 100,000).
    public var attemptsOfSource = 300
    /// How many links may go to one mailbox in an hour because one source asks for them (1 to 1,000).
    public var linksOfSource = 20
    /// How many links may go to one mailbox in an hour (1 to 1,000).
    public var linksToAddress = 100
    /// How many sessions an account can have. When one more begins, the one that was not used for the longest time ends.
    public var sessionsOfAccount = 50

    /// The rules with these defaults.
    public init() {}

    func check() throws {
        var checks = ConfigurationChecks()
        checks.require("linkLifetime", linkLifetime, .seconds(60) ... .seconds(86_400))
        checks.require("lifetime", lifetime, .seconds(3600) ... .seconds(366 * 86_400))
        checks.require("idleLifetime", idleLifetime, .seconds(60)...max(lifetime, .seconds(60)))
        checks.require("rotation", rotation, .seconds(60)...max(lifetime, .seconds(60)))
        checks.require("attemptsOfSource", attemptsOfSource, 1...100_000)
        checks.require("linksOfSource", linksOfSource, 1...1000)
        checks.require("linksToAddress", linksToAddress, 1...1000)
        checks.require("sessionsOfAccount", sessionsOfAccount, 1...1000)
        checks.require(
            linksOfSource < linksToAddress,
            "linksOfSource is not less than linksToAddress: one source could keep a person from signing in; lower it")
        guard checks.faults.isEmpty else { throw ConfigurationError(faults: checks.faults) }
    }
}
