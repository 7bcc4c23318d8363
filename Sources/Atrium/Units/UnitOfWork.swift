public import AtriumStorage

public import struct Foundation.Date

/// What the body of a unit works with: its module's SQL, the kernel's members, teams and roles, events and the clock.
///
/// It ends when the body returns, and is of use on the thread that runs the body only: every other use throws
/// `UnitError.ended`.
///
/// An act (``admit(_:name:address:formerly:assignments:teams:)``, ``extend(_:by:teams:)``, the body of a `Store.within`) takes place
/// whole or not at all. One that throws before it has written anything leaves the unit as it was: catch the error and go on. One that
/// throws after that fails the unit, even if the error is caught, as a reaction that throws always does: every further
/// statement throws, and nothing of the unit is committed. A single statement that fails leaves nothing of itself.
public final class UnitOfWork: SQLExecutor {
    /// In whose name the unit runs, reactions included.
    public let principal: Principal
    /// The time of the unit, the same in all its parts.
    public let now: Date
    private let open: UnitState
    private let executor: CachingExecutor
    private var hasEnded = false

    init(_ unit: UnitState, _ executor: CachingExecutor) {
        (open, principal, now) = (unit, unit.principal, unit.now)
        self.executor = executor
    }

    /// What all that a unit does goes through.
    private func check() throws {
        // First: on another thread, nothing else of the unit is read.
        try open.check()
        if hasEnded { throw UnitError.ended }
    }

    var unit: UnitState {
        get throws {
            try check()
            return open
        }
    }

    /// A new identity, in the order of the units' times.
    public func newID<Noun>() throws -> ID<Noun> {
        ID(at: now, random: try unit.tenant.configuration.randomBytes(10))
    }

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

    /// Runs the reactions to the event, now and in this transaction. Throws ``ReactionError`` when one fails, and the
    /// unit with it, even if the error is caught. Returns whether any module reacted.
    @discardableResult
    public func publish(_ event: some Event) throws -> Bool { try unit.publish([event]) }

    /// Runs the reactions to many events of one type: each reaction gets all of them before the next one does.
    @discardableResult
    public func publish(contentsOf events: [some Event]) throws -> Bool {
        let unit = try unit
        return try !events.isEmpty && unit.publish(events)
    }

    /// Names what the unit is about, for the audit chain: `work.about("invitation", id)`.
    public func about<Noun>(_ kind: StaticString, _ id: ID<Noun>) throws { try unit.subject = "\(kind):\(id)" }

    /// Brings a module's recurring work forward to a moment, now unless told otherwise; a later one changes nothing, nor
    /// does any for work that failed, which waits for its next attempt.
    public func wake(_ name: StaticString, at moment: Date? = nil) throws {
        try unit.wake(module: executor.owner.name, name.description, at: moment ?? now)
    }

    /// Throws `AccessError` unless a principal (the unit's own if none is named) holds the permission in the scope.
    public func require(_ permission: Permission, in scope: Scope = .organization, by other: Principal? = nil) throws {
        try Access(unit: unit, principal: other ?? principal).require(permission, in: scope)
    }

    /// Runs an act of this unit, whole or not at all.
    func act<Value>(_ act: () throws -> Value) throws -> Value { try unit.act(of: executor.owner, act) }

    /// Where the principal holds the permission: for lists.
    public func reach(of permission: Permission) throws -> Reach { try access.reach(of: permission) }

    func end() { hasEnded = true }
}

extension UnitOfWork {
    var kernel: CachingExecutor { get throws { try unit.kernel } }
    var access: Access { get throws { Access(unit: try unit, principal: principal) } }
}
