/// What people are offered. What they do is checked again, in the unit that does it.
extension Tenant {
    /// Asks in one snapshot for permissions in scopes. The answer to each question is `nil` if the principal has the
    /// permission. Otherwise it has the roles that grant it, the lowest first.
    public func rolesMissing(
        for questions: [(permission: Permission, scope: Scope)], of principal: Principal
    ) async throws -> [[RoleID]?] {
        try checkIsOpen()
        return try await file.read { [self] connection in
            let unit = try UnitState(tenant: self, connection: connection, principal: principal)
            defer { unit.end() }
            return try Access(unit: unit, principal: principal).rolesMissing(for: questions)
        }
    }
}
