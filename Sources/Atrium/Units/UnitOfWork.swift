public import AtriumStorage

public import struct Foundation.Date

/// What the body of a unit works with: its module's SQL, the kernel's members, teams and roles, events, and the clock.
///
/// It ends when the body returns, and works only on the thread that runs the body. Any other use throws `UnitError.ended`.
///
/// An act (``admit(_:name:address:formerly:assignments:teams:)``, ``grant(_:teams:to:)``, the body of a `Store.within`) takes
/// effect as a whole or not at all. If it throws before it has written anything, the unit is unchanged, so you can catch the
/// error and continue. If it throws after that, the unit fails, even if the error is caught: every further statement throws,
/// and nothing of the unit is committed. If a reaction throws, the unit always fails in this way. If a single statement fails,
/// nothing of this statement stays.
public final class UnitOfWork: SQLExecutor {
    /// The principal in whose name the unit runs, including its reactions.
    public let principal: Principal
    /// The time of the unit. It is the same in all parts of the unit.
    public let now: Date
    private let open: UnitState
    private let executor: CachingExecutor
    private var hasEnded = false

    init(_ unit: UnitState, _ executor: CachingExecutor) {
        (open, principal, now) = (unit, unit.principal, unit.now)
        self.executor = executor
    }

    /// Every operation of a unit calls this.
    private func check() throws {
        // This is the first check, because on another thread nothing else of the unit may be read.
        try open.check()
        if hasEnded { throw UnitError.ended }
    }

    var unit: UnitState {
        get throws {
            try check()
            return open
        }
    }

    /// A new identity. Identities sort by the times of their units.
    public func newID<Noun>() throws -> ID<Noun> { ID(at: now, random: try unit.tenant.configuration.randomBytes(10)) }

    public var changes: Int {
        get throws {
            try check()
            return executor.changes
        }
    }

    public func open(_ sql: SQL) throws -> Row {
        try check()
        return try executor.open(sql)
    }

    /// Runs the reactions to the event, now and in this transaction. If a reaction throws, this throws `ReactionError`, and
    /// the unit fails, even if the error is caught. Returns whether a module reacted.
    @discardableResult
    public func publish(_ event: some Event) throws -> Bool { try unit.publish([event]) }

    /// Runs the reactions to many events of one type. Each reaction gets all of them before the next reaction gets any.
    @discardableResult
    public func publish(contentsOf events: [some Event]) throws -> Bool {
        let unit = try unit
        return try !events.isEmpty && unit.publish(events)
    }

    /// Names what the unit is about, for the audit chain: `work.setSubject("invitation", id)`.
    public func setSubject<Noun>(_ kind: StaticString, _ id: ID<Noun>) throws { try unit.subject = "\(kind):\(id)" }

    package func setSubject(_ subject: String) throws { try unit.subject = subject }

    /// Makes recurring work of this module due at a moment, by default now. Nothing changes if the work is already due earlier,
    /// or if it failed and waits for its next attempt. Throws `UnitError.unknownWork`.
    public func wake(_ name: StaticString, at moment: Date? = nil) throws {
        try unit.wake(module: executor.owner.name, name.description, at: moment ?? now)
    }

    /// Throws `AccessError` unless the principal has the permission in the scope. The principal is `other`, or by default the
    /// unit's principal.
    public func require(_ permission: Permission, in scope: Scope = .organization, by other: Principal? = nil) throws {
        try Access(unit: unit, principal: other ?? principal).require(permission, in: scope)
    }

    /// Runs an act of this unit, which takes effect as a whole or not at all.
    func act<Value>(_ act: () throws -> Value) throws -> Value { try unit.act(of: executor.owner, act) }

    /// The scopes in which the principal has the permission, for lists.
    public func reach(of permission: Permission) throws -> Reach { try access.reach(of: permission) }

    func end() { hasEnded = true }
}

extension UnitOfWork {
    var kernel: CachingExecutor { get throws { try unit.kernel } }
    /// All tables, for AtriumOperations.
    package var tables: Connection { get throws { try unit.connection } }
    var access: Access { get throws { Access(unit: try unit, principal: principal) } }
}
