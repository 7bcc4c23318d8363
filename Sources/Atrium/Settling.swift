internal import Foundation

/// Rows that mirror code: the modules, the exclusions of roles, which the schema's trigger reads, and the recurring work.
struct Settling {
    let modules: Set<String>
    let roles: [any Role]
    let recurrences: [Registry.Recurrence]
    let now: Date

    /// The statements that bring the rows in line with the code; none where they are.
    func changes(_ session: Session) throws -> [SQL] {
        try moduleChanges(session) + exclusionChanges(session) + scheduleChanges(session)
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

    /// New work is due after its interval, and what a crash interrupted is due now.
    private func scheduleChanges(_ session: Session) throws -> [SQL] {
        let rows = try session.rows(
            "SELECT module, name, is_running FROM kernel_schedule", as: String.self, String.self, Bool.self)
        return recurrences.compactMap { work in
            let (module, name) = (work.module.description, work.name)
            guard let row = rows.first(where: { $0.0 == module && $0.1 == name }) else {
                return """
                    INSERT INTO kernel_schedule (module, name, due_at) VALUES (\(module), \(name), \(work.next(after: now)))
                    """
            }
            guard row.2 else { return nil }
            return """
                UPDATE kernel_schedule SET due_at = \(now), is_running = 0 WHERE module = \(module) AND name = \(name)
                """
        }
    }
}

extension Registry.Recurrence {
    func next(after moment: Date) -> Date { moment.addingTimeInterval(interval / .seconds(1)) }
}
