public import Atrium
internal import AtriumOperations
internal import Foundation

/// A platform in a temporary folder. Its clock moves only when a test moves it, and its random bytes come from a seed.
///
/// ```swift
/// try await withTemporaryPlatform([Greetings()]) { test in
///     let tenant = try await test.organization()
///     let ada = try await test.member("ada@acme.example", in: tenant)
///     try await tenant[Greetings.self].add("Hello, Bob!", as: ada)
/// }
/// ```
public struct TemporaryPlatform: Sendable {
    /// The open platform. It is closed when the test ends.
    public let platform: Platform
    /// The clock of the platform. Move it with ``FixedClock/advance(by:)``.
    public let clock: FixedClock
    /// The data folder. It is removed when the test ends.
    public let folder: String
    /// The letters that the platform sends to accounts about their addresses.
    public let letterBox: LetterBox
    let modules: [any Module]
    let platformModules: [any Module]
    package let configuration: PlatformConfiguration

    /// Creates an organization whose first administrator has the address `founder`. If a module invites first administrators,
    /// it invites this one.
    public func organization(
        _ slug: String = "acme", founder: String = "founder@acme.example"
    ) async throws -> Tenant {
        let address = try EmailAddress(founder)
        if try await platform.account(address) == nil {
            _ = try await platform.createAccount(provenAddress: address, name: "Founder")
        }
        return try await platform.createOrganization(
            OrganizationSettings(name: slug.capitalized), slug: slug, founder: address)
    }

    /// Admits a new member with roles and teams, without an invitation, and returns their principal. The account is created if
    /// there is none.
    public func member(
        _ address: String, name: String = "Somebody", roles: [Assignment] = [], teams: [TeamID] = [], in tenant: Tenant
    ) async throws -> Principal {
        let address = try EmailAddress(address)
        let account: AccountID
        if let known = try await platform.account(address) {
            account = known
        } else {
            account = try await platform.createAccount(provenAddress: address, name: name)
        }
        let id = try await tenant.admit(account, name: name, address: address, assignments: roles, teams: teams)
        return .member(id)
    }

    /// Changes an account's address with the secret from the letter to the new address, as the reader of that letter does.
    /// Returns the account.
    @discardableResult
    public func changeAddress(from old: String, to new: String) async throws -> AccountID {
        let (old, new) = (try EmailAddress(old), try EmailAddress(new))
        guard let account = try await platform.account(old) else { throw AccountError.unknown }
        try await platform.requestAddressChange(of: account, from: old, to: new)
        guard let secret = letterBox.secret(to: new) else { throw AccountError.invalidSecret }
        try await platform.confirmAddressChange(secret.text, as: account)
        return account
    }

    /// Runs what is due, until nothing is: handlers after the commit, recurring work, mail. Work that is due only later needs the
    /// clock to move first.
    public func settle() async throws { while try await platform.runDue() > 0 {} }

    /// Opens the folder as it is after the process was killed at this moment: what was not committed is gone, and nothing was
    /// closed. This platform is closed then.
    public func killed(with modules: [any Module]? = nil) async throws -> TemporaryPlatform {
        let files = FileManager.default
        let copy = folder + "-killed"
        try files.copyItem(atPath: folder, toPath: copy)
        await platform.close()
        try files.removeItem(atPath: folder)
        try files.moveItem(atPath: copy, toPath: folder)
        return try await reopened(with: modules)
    }

    /// Runs a body while a module is switched off in an organization, as an operator does it, and then switches it on again.
    public func without<M: Module, Value>(
        _ module: M.Type, in tenant: Tenant, _ body: () async throws -> Value
    ) async throws -> Value {
        let staff = try platform.operator("Test")
        try await tenant.modules.carryOut(tenant.modules.plan([M.id: false], as: staff), as: staff)
        let value = try await body()
        try await tenant.modules.carryOut(tenant.modules.plan([M.id: true], as: staff), as: staff)
        return value
    }

    /// Opens the folder as an earlier version of a module left it. In the organization, the module's tables have the schema after
    /// `migration`, and only the given rows, which the later migrations find. This platform is closed then.
    ///
    /// ```swift
    /// let test = try await test.upgraded(
    ///     from: "create goal", of: Goals.self, with: ["INSERT INTO goals_goal VALUES ('read', 1)"], in: tenant)
    /// ```
    ///
    /// Throws `ConfigurationError` for an unknown migration, and the error of a statement or a migration that fails.
    public func upgraded<M: Module>(
        from migration: String, of module: M.Type, with rows: [SQL] = [], in tenant: Tenant
    ) async throws -> TemporaryPlatform {
        guard let position = M.schema.migrations.firstIndex(where: { $0.name == migration }) else {
            throw ConfigurationError(faults: ["'\(M.id)' has no migration '\(migration)'; correct the name"])
        }
        await platform.close()
        let file = VersionedFile(OrganizationFile(of: tenant.id, in: folder), of: M.self)
        try await file.clear()
        try await file.stop(at: position + 1, writing: rows)
        return try await reopened()
    }

    /// Closes the platform and opens the same folder again, as after a restart. It has the same modules unless others are
    /// given.
    public func reopened(with modules: [any Module]? = nil) async throws -> TemporaryPlatform {
        await platform.close()
        let modules = modules ?? self.modules
        return TemporaryPlatform(
            platform: try await Platform.open(configuration, modules: modules, platformModules: platformModules),
            clock: clock, folder: folder, letterBox: letterBox, modules: modules, platformModules: platformModules,
            configuration: configuration)
    }
}

/// Runs a test with a platform that has the given modules. It closes the platform and removes its folder after the test.
///
/// `configure` changes the configuration, and may put files into its folder, before the platform is opened. Another `seed` gives
/// other random bytes.
public func withTemporaryPlatform<Value>(
    _ modules: [any Module] = [], platformModules: [any Module] = [], seed: UInt64 = 1,
    configure: (inout PlatformConfiguration) throws -> Void = { _ in },
    _ body: (TemporaryPlatform) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clock = FixedClock()
    let bytes = SeededBytes(seed: seed)
    var configuration = PlatformConfiguration(folder: folder)
    configuration.now = { clock.now }
    configuration.randomBytes = { bytes.next($0) }
    let letterBox = LetterBox()
    configuration.accountMail = { letterBox.take($0) }
    try configure(&configuration)
    let test = TemporaryPlatform(
        platform: try await Platform.open(configuration, modules: modules, platformModules: platformModules),
        clock: clock, folder: folder, letterBox: letterBox, modules: modules, platformModules: platformModules,
        configuration: configuration)
    do {
        let value = try await body(test)
        await test.platform.close()
        return value
    } catch {
        await test.platform.close()
        throw error
    }
}
