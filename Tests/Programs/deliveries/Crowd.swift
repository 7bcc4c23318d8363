import Atrium
import Foundation

/// Work in more organizations than the process has file descriptors for. `Tests/Checks/descriptors.sh` lowers the limit first.
enum Crowd {
    /// Creates organizations concurrently. Then writes and reads in all of them concurrently. The reads are long.
    static func work(in folder: String, count: Int) async throws {
        var configuration = PlatformConfiguration(folder: folder)
        configuration.workers = 64
        let platform = try await Platform.open(configuration, modules: [Source()])
        let address = try EmailAddress("founder@acme.example")
        let account = try await platform.createAccount(provenAddress: address, name: "Founder")
        let organizations = try await withThrowingTaskGroup(of: OrganizationID.self) { group in
            for number in 0..<count {
                group.addTask {
                    try await platform.createOrganization(
                        OrganizationSettings(name: "Number \(number)"), slug: "number-\(number)", founder: address
                    ).id
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in organizations {
                group.addTask {
                    let tenant = try await platform.tenant(id)
                    let founder = try await tenant.principal(for: account)
                    try await tenant[Source.self].publish(as: founder)
                    let count = try await tenant[Source.self].count(as: founder)
                    guard count == 5 else { throw Fault(text: "organization \(id) has \(count) numbers, not 5") }
                }
            }
            try await group.waitForAll()
        }
        try await platform.runDue()
        await platform.close()
    }

    /// Works while other files hold all descriptors. Then tries to open the folder without free descriptors and prints the
    /// error.
    static func crowdOut(in folder: String) async throws {
        // Dispatch ends the process if it gets no descriptor for its first timer. This is the first timer, and it gets one.
        try await Task.sleep(for: .nanoseconds(1))
        let platform = try await Platform.open(at: folder, modules: [Source()])
        guard let account = try await platform.account(EmailAddress("founder@acme.example")) else {
            throw Fault(
                text:
                    "the folder has no account for founder@acme.example; run 'deliveries FOLDER crowd' or 'few' there first"
            )
        }
        _ = try await platform.tenant("number-0")
        var held = hoard()
        // Each tenant needs the descriptors of the previous one, whose file is idle.
        for number in 1...3 {
            let tenant = try await platform.tenant("number-\(number)")
            try await tenant[Source.self].publish(as: try await tenant.principal(for: account))
        }
        await platform.close()
        held += hoard()
        try held.removeLast().close()
        do {
            _ = try await Platform.open(at: folder, modules: [Source()])
            throw Fault(text: "a platform opened without descriptors")
        } catch let error as DatabaseError {
            for handle in held { try handle.close() }
            guard error.kind == .exhausted else { throw error }
            print(error)
        }
    }

    /// Takes all free descriptors.
    private static func hoard() -> [FileHandle] {
        var held: [FileHandle] = []
        while let handle = FileHandle(forReadingAtPath: "/dev/null") { held.append(handle) }
        return held
    }

    struct Fault: Error { let text: String }
}
