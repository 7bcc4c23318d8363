import AtriumTesting

@testable import Atrium

/// What the tests of events do with the organization, and what they read from it.
extension Acme {
    func cry(_ words: String..., failing: Bool = false) async throws {
        try await tenant[Crier.self].cry(words, as: founder, failing: failing)
    }

    var words: [String] { get async throws { try await tenant[Scribe.self].words(as: founder) } }

    func rows(of table: String) async throws -> Int {
        try await tenant.file.read { connection in
            switch table {
            case "event": try connection.kernel.one("SELECT count(*) FROM kernel_event", as: Int.self)
            default: try connection.kernel.one("SELECT count(*) FROM kernel_audit", as: Int.self)
            }
        }
    }

    /// Restarts the platform, with other modules if they are given, and returns the same organization.
    func restarted(with modules: [any Module]? = nil) async throws -> Acme {
        let test = try await test.reopened(with: modules)
        return Acme(test: test, tenant: try await test.platform.tenant("acme"), founder: founder)
    }
}
