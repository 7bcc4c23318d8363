import Atrium
import AtriumOperations
import Foundation

/// A running platform that `Tests/Oracles/deliveries.py` kills repeatedly. It writes numbers and publishes an event for each. A
/// subscriber handles each event after the commit: it writes the number again and publishes another event.
@main
struct Deliveries {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, ["work", "finish", "crowd", "few", "crowd-out"].contains(arguments[2]) else {
            FileHandle.standardError.write(Data("usage: deliveries FOLDER work|finish|crowd|few|crowd-out\n".utf8))
            exit(64)
        }
        if arguments[2] == "crowd" { return try await Crowd.work(in: arguments[1], count: 500) }
        if arguments[2] == "few" { return try await Crowd.work(in: arguments[1], count: 5) }
        if arguments[2] == "crowd-out" { return try await Crowd.crowdOut(in: arguments[1]) }
        var configuration = PlatformConfiguration(folder: arguments[1])
        configuration.observer = Quiet()
        // The clock runs five hundred times as fast, so that failed work is retried within the life of a process.
        let start = Date(timeIntervalSince1970: 1_767_225_600)
        configuration.now = { start.addingTimeInterval(Date().timeIntervalSince(start) * 500) }
        let platform = try await Platform.open(configuration, modules: [Source(), Sink(), Echo()])
        let (tenant, founder) = try await organization(on: platform)
        if arguments[2] == "finish" {
            try await finish(platform, tenant, as: founder)
        } else {
            let running = Task { try await platform.run() }
            defer { running.cancel() }
            while true { try await tenant[Source.self].publish(as: founder) }
        }
        await platform.close()
    }

    private static func organization(on platform: Platform) async throws -> (Tenant, Principal) {
        let address = try EmailAddress("founder@acme.example")
        var account = try await platform.account(address)
        if account == nil { account = try await platform.createAccount(provenAddress: address, name: "Founder") }
        let tenant: Tenant
        do {
            tenant = try await platform.tenant("acme")
        } catch OrganizationError.unknown {
            tenant = try await platform.createOrganization(
                OrganizationSettings(name: "Acme"), slug: "acme", founder: address)
        }
        guard let account else { throw AccountError.unknown }
        return (tenant, try await tenant.principal(for: account))
    }

    /// Works until no job is waiting and no failed job is left.
    private static func finish(_ platform: Platform, _ tenant: Tenant, as founder: Principal) async throws {
        while true {
            try await platform.runDue()
            let failures = try await tenant.failedJobs.list(as: founder)
            if failures.isEmpty { return }
            for failure in failures where failure.nextAttempt == nil {
                try await tenant.failedJobs.restart(failure, as: founder)
            }
            await Task.yield()
        }
    }
}

private struct Quiet: Observer {
    func observe(_ event: TelemetryEvent) {}
}

struct Numbered: Event, Codable { let number: Int }
struct Noted: Event, Codable { let number: Int }

extension Permission {
    static let publish = Permission("source.publish", grantedTo: .everyMember)
}

/// Writes numbers and publishes an event for each.
struct Source: Module {
    static let id: ModuleID = "source"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.publish]
    static let schema = Schema(
        Migration("create number", "CREATE TABLE source_number (number INTEGER PRIMARY KEY) STRICT"))

    struct Service: Sendable {
        let store: Store

        func publish(as principal: Principal) async throws {
            try await store.write(as: principal, .publish) { work in
                for _ in 1...5 {
                    let number = try work.one(
                        "INSERT INTO source_number DEFAULT VALUES RETURNING number", as: Int.self)
                    try work.publish(Numbered(number: number))
                }
            }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

extension Source.Service {
    /// Counts the numbers. The read takes too long to complete on its caller's thread.
    func count(as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .publish) { work in
            _ = try work.one(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT count(*) FROM n",
                as: Int.self)
            return try work.one("SELECT count(*) FROM source_number", as: Int.self)
        }
    }
}

/// Writes each number again after its commit. The table has no constraint, because a constraint would hide a second delivery.
/// Every thirteenth number fails the first time that this process sees it.
struct Sink: Module {
    static let id: ModuleID = "sink"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create note", "CREATE TABLE sink_note (row INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT"))

    struct Failure: Error {}

    private let seen = Seen()

    func start(in tenant: TenantContext) throws {
        try tenant.after(Numbered.self) { [seen] event, work in
            try work.run("INSERT INTO sink_note (number) VALUES (\(event.number))")
            try work.publish(Noted(number: event.number))
            if event.number % 13 == 0, seen.insert(event.number) { throw Failure() }
        }
    }
}

/// Writes the numbers that the sink noted.
struct Echo: Module {
    static let id: ModuleID = "echo"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create note", "CREATE TABLE echo_note (row INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT"))

    func start(in tenant: TenantContext) throws {
        try tenant.after(Noted.self) { event, work in
            try work.run("INSERT INTO echo_note (number) VALUES (\(event.number))")
        }
    }
}
