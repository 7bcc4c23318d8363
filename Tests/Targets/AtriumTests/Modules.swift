import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Counts greetings: the usual example of a module, with an event.
struct Greetings: Module {
    static let id: ModuleID = "greetings"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.greet, .greetPerson, .greetVisitors, .greetAccounts]
    static let schema = Schema(
        Migration(
            "create greeting", "CREATE TABLE greetings_greeting (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT")
    )

    func start(in tenant: TenantContext) -> GreetingService { GreetingService(store: tenant.store) }
}

extension Permission {
    static let greet = Permission("greetings.greet", grantedTo: .everyMember)
    static let greetPerson = Permission("greetings.greet person", grantedTo: .oneself, .supervisor, .manager)
    static let greetVisitors = Permission("greetings.greet visitors", grantedTo: .anyone)
    static let greetAccounts = Permission("greetings.greet accounts", grantedTo: .anyAccount)
    static let undeclared = Permission("greetings.undeclared", grantedTo: .anyone)
}

struct Greeted: Event {
    let name: String
}

struct GreetingService: Sendable {
    let store: Store

    @discardableResult
    func greet(_ name: String, as principal: Principal, catching: Bool = false) async throws -> Int {
        try await store.write(as: principal, .greet) { work in
            let count = try work.one(
                """
                INSERT INTO greetings_greeting VALUES (\(name), 1)
                ON CONFLICT (name) DO UPDATE SET count = count + 1 RETURNING count
                """, as: Int.self)
            if catching { _ = try? work.publish(Greeted(name: name)) } else { try work.publish(Greeted(name: name)) }
            return count
        }
    }

    func count(as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .greet) { work in
            try work.one("SELECT coalesce(sum(count), 0) FROM greetings_greeting", as: Int.self)
        }
    }

    /// Starts a read with any permission and scope.
    func knock(_ permission: Permission, in scope: Scope, as principal: Principal) async throws {
        try await store.read(as: principal, permission, in: scope) { _ in }
    }

    func reach(of permission: Permission, as principal: Principal) async throws -> Reach {
        try await store.read(as: principal, .greetVisitors, in: .anywhere) { try $0.reach(of: permission) }
    }
}

/// Reacts to greetings in the same commit. Fails for one name.
struct Echo: Module {
    static let id: ModuleID = "echo"
    static let dependencies: [any Module.Type] = [Greetings.self]
    static let permissions: [Permission] = []
    static let schema = Schema(Migration("create echo", "CREATE TABLE echo_name (name TEXT NOT NULL) STRICT"))

    struct Failure: Error {}

    final class Service: Sendable {
        let store: Store
        let greetings: GreetingService
        let kept = Locked<[String]>([])

        init(store: Store, greetings: GreetingService) {
            self.store = store
            self.greetings = greetings
        }

        /// Writes in the schemas of both modules. Fails at the end if `failing` is true.
        func both(_ name: String, as principal: Principal, failing: Bool) async throws {
            try await store.write(as: principal, .greet) { [self] work in
                try work.run("INSERT INTO echo_name VALUES (\(name))")
                try greetings.store.within(work) { own in
                    try own.run("INSERT INTO greetings_greeting VALUES (\(name), 1)")
                }
                if failing { throw Failure() }
            }
        }

        func names(as principal: Principal) async throws -> [String] {
            try await store.read(as: principal, .greet) { try $0.rows("SELECT name FROM echo_name", as: String.self) }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        let service = Service(store: tenant.store, greetings: try tenant.service(of: Greetings.self))
        try tenant.on(Greeted.self) { event, work in
            if event.name == "nobody" { throw Failure() }
            if event.name == "everybody" { try work.publish(Greeted(name: "everybody")) }
            try work.run("INSERT INTO echo_name VALUES (\("\(event.name) by \(work.principal)"))")
        }
        return service
    }
}

/// Keeps the events that it observed.
final class Recorder: Observer {
    private let seen = Locked<[TelemetryEvent]>([])

    func observe(_ event: TelemetryEvent) { seen.withLock { $0.append(event) } }

    var refused: [String] {
        seen.withLock { $0.compactMap { if case .refused(_, let permission) = $0 { permission } else { nil } } }
    }

    /// What ``WarningObserver`` would print, except for failed handlers.
    var warnings: [String] {
        seen.withLock {
            $0.compactMap { if case .workFailed = $0 { nil } else { WarningObserver.warning(of: $0) } }
        }
    }

    var failures: [String] {
        seen.withLock { $0.compactMap { if case .workFailed(_, _, let work, _) = $0 { work } else { nil } } }
    }

    var opened: Int {
        seen.withLock { $0.count { if case .opened = $0 { true } else { false } } }
    }

    var repaired: Int {
        seen.withLock { $0.count { if case .indexRepaired = $0 { true } else { false } } }
    }

    var behind: Int {
        seen.withLock { $0.count { if case .indexBehind = $0 { true } else { false } } }
    }

    var found: [Discrepancy] {
        seen.withLock { $0.compactMap { if case .discrepancy(let discrepancy) = $0 { discrepancy } else { nil } } }
    }
}

/// How long the memberships of a team lasted, in seconds, in the order of their beginning. `nil` stands for a membership that
/// has not ended.
func durations(of team: TeamID, in tenant: Tenant) async throws -> [Int?] {
    try await tenant.file.read { connection in
        try connection.kernel.rows(
            "SELECT (valid_until - valid_from) / 1000 FROM kernel_team_member WHERE team_id = \(team) ORDER BY row",
            as: Int?.self)
    }
}

/// An organization with its founder.
struct Acme: Sendable {
    let test: TemporaryPlatform
    let tenant: Tenant
    let founder: Principal

    func member(_ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []) async throws -> Principal {
        try await test.member("\(name)@acme.example", name: name, roles: roles, teams: teams, in: tenant)
    }

    func entry(_ principal: Principal) async throws -> MemberEntry {
        try await tenant.members.member(#require(principal.member), as: founder)
    }
}

func withAcme(
    _ modules: [any Module] = [], configure: (inout PlatformConfiguration) -> Void = { _ in },
    _ body: (Acme) async throws -> Void
) async throws {
    try await withTemporaryPlatform(modules, configure: configure) { test in
        let tenant = try await test.organization()
        let account = try #require(try await test.platform.account(EmailAddress("founder@acme.example")))
        try await body(Acme(test: test, tenant: tenant, founder: try await tenant.principal(for: account)))
    }
}
