internal import AtriumStorage

/// The only access to one organization's data. Each unit of work has a principal, a permission and a scope, which are checked in the
/// same transaction as the work.
///
/// Bodies are synchronous and may run more than once: units share commits, and run again if another unit of the commit fails. A
/// body returns a value. The unit of work cannot be used outside of the body. A body must not wait for another unit.
public struct Store: Sendable {
    let tenant: Tenant
    /// The instance of the module to which the store belongs.
    let life: ModuleLife

    /// Reads in one snapshot. Throws `AccessError` if the principal does not have the permission in the scope.
    public func read<Value: Sendable>(
        as principal: Principal, _ permission: Permission, in scope: Scope = .organization,
        _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value {
        try tenant.checkIsOpen()
        do {
            return try await tenant.file.read { [self] connection in
                let unit = try UnitState(tenant: tenant, connection: connection, principal: principal)
                defer { unit.end() }
                return try unit.perform(for: self, permission, scope, body)
            }
        } catch { throw tenant.explained(error) }
    }

    /// Writes in one transaction, and returns after it is durable. The unit is audited, except a unit in a module's own name
    /// that changed nothing.
    ///
    /// `DatabaseError` of kind `outcomeUnknown` means that the commit failed, and that it is not known whether the unit took
    /// place. `lost` means that the file, or its WAL with the last commits, was moved away or replaced. If that was found after
    /// the commit, the unit is in the file or the WAL that is no longer in its place. After every other error, including
    /// `full`, the unit did not take place.
    @discardableResult
    public func write<Value: Sendable>(
        as principal: Principal, _ permission: Permission, in scope: Scope = .organization,
        _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value {
        do {
            return try await tenant.write(as: principal) { [self] unit in
                let value = try unit.perform(for: self, permission, scope, body)
                try unit.audit(permission, scope)
                return value
            }
        } catch { throw tenant.explained(error) }
    }

    /// Reads in a module's own name, without a permission.
    public func read<Value: Sendable>(
        as system: SystemPrincipal, _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value { try await read(as: Principal(system), .system, body) }

    /// Writes in a module's own name, without a permission. In all other respects it is like every write.
    @discardableResult
    public func write<Value: Sendable>(
        as system: SystemPrincipal, _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value { try await write(as: Principal(system), .system, body) }

    /// Runs the body in this module's schema, inside a unit of another module: one commit for both.
    ///
    /// The body takes effect as a whole or not at all. If it throws after it has written, the unit fails (``UnitOfWork``). No
    /// permission is checked: call `own.require`, or document the act as a consequence of the caller's.
    @discardableResult
    public func within<Value>(_ work: UnitOfWork, _ body: (_ own: UnitOfWork) throws -> Value) throws -> Value {
        let unit = try work.unit
        guard unit.tenant === tenant else { throw UnitError.foreignOrganization }
        try checkLife()
        return try unit.act(of: life.owner) { try unit.nested(as: life.owner, body) }
    }

    func checkLife() throws { if life.hasEnded { throw tenant.stateError(of: life.module) } }

    @available(*, unavailable, message: "the body of a unit of work is synchronous: await before or after it")
    public func read<Value: Sendable>(
        as principal: Principal, _ permission: Permission, in scope: Scope = .organization,
        _ body: @escaping @Sendable (UnitOfWork) async throws -> Value
    ) async throws -> Value { throw UnitError.ended }

    @available(*, unavailable, message: "the body of a unit of work is synchronous: await before or after it")
    public func write<Value: Sendable>(
        as principal: Principal, _ permission: Permission, in scope: Scope = .organization,
        _ body: @escaping @Sendable (UnitOfWork) async throws -> Value
    ) async throws -> Value { throw UnitError.ended }
}
