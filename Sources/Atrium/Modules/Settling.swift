internal import AtriumJournal
internal import Foundation

/// Rows that mirror code: the modules, the exclusions of roles, which the schema's trigger reads, the
/// recurring work, and who follows which events.
struct Settling {
    let modules: Set<String>
    let roles: [any Role]
    let recurrences: [Schedule.Work]
    let followers: [Registry.Follower]
    let now: Date

    /// The statements that bring the rows in line with the code; none where they are.
    func changes(_ session: Session) throws -> [SQL] {
        try moduleChanges(session) + exclusionChanges(session)
            + Schedule(session).changes(for: recurrences, of: modules, at: now) + followerChanges(session)
    }

    static func storedModules(_ session: Session) throws -> Set<String> {
        Set(try session.rows("SELECT id FROM kernel_module", as: String.self))
    }

    private func moduleChanges(_ session: Session) throws -> [SQL] {
        if try Self.storedModules(session) == modules { return [] }
        return [
            "DELETE FROM kernel_module", "INSERT INTO kernel_module SELECT value FROM json_each(\(json: modules))",
        ]
    }

    private func exclusionChanges(_ session: Session) throws -> [SQL] {
        let wanted = Set(roles.flatMap { role in role.exclusions.flatMap { [[role.id, $0], [$0, role.id]] } })
        let rows = try session.rows("SELECT role, other FROM kernel_exclusion", as: RoleID.self, RoleID.self)
        let stored = Set(rows.map { [$0.0, $0.1] })
        return stored.subtracting(wanted).map {
            "DELETE FROM kernel_exclusion WHERE (role, other) = (\($0[0]), \($0[1]))"
        }
            + wanted.subtracting(stored).map { "INSERT INTO kernel_exclusion VALUES (\($0[0]), \($0[1]))" }
    }

    private func followerChanges(_ session: Session) throws -> [SQL] {
        let wanted = followers.flatMap { follower in
            follower.handlers.keys.map { EventLog.Follower(follower.module.description, of: $0) }
        }
        return try EventLog(session).changes(to: Set(wanted), of: modules)
    }
}
