public import AtriumStorage

public import struct Foundation.Date

/// What the body of a unit works with: its module's SQL, the kernel's members, teams and roles, events and the clock.
///
/// It ends when the body returns; one kept beyond that throws ``UnitError/ended``.
public final class UnitOfWork: SQLSession {
    let transaction: Transaction
    private let session: Session
    private var hasEnded = false

    init(_ transaction: Transaction, owner: Owner) {
        self.transaction = transaction
        session = transaction.connection.session(for: owner)
    }

    /// In whose name the unit runs, reactions included.
    public var principal: Principal { transaction.principal }

    /// The time of the unit, the same in all its parts.
    public var now: Date { transaction.now }

    /// A new identity, in the order of the units' times.
    public func newID<Noun>() -> ID<Noun> {
        ID(at: now, random: transaction.tenant.configuration.randomBytes(10))
    }

    public var changes: Int { session.changes }

    public func open(_ sql: SQL) throws -> Row {
        guard !hasEnded, !transaction.hasEnded else { throw UnitError.ended }
        if let failure = transaction.failure { throw failure }
        return try session.open(sql)
    }

    /// Runs the reactions to the event, now and in this transaction. Throws ``ReactionError`` when one fails, and the
    /// unit with it, even if the error is caught. Returns whether any module reacted.
    @discardableResult
    public func publish(_ event: some Event) throws -> Bool { try transaction.publish([event]) }

    /// Runs the reactions to many events of one type: each reaction gets all of them before the next one does.
    @discardableResult
    public func publish(contentsOf events: [some Event]) throws -> Bool {
        try !events.isEmpty && transaction.publish(events)
    }

    /// Names what the unit is about, for the audit chain: `work.about("invitation", id)`.
    public func about<Noun>(_ kind: StaticString, _ id: ID<Noun>) { transaction.subject = "\(kind):\(id)" }

    /// Brings a module's recurring work forward to a moment, now unless told otherwise; a later one changes nothing, nor
    /// does any for work that failed, which waits for its next attempt.
    public func wake(_ name: StaticString, at moment: Date? = nil) throws {
        try transaction.wake(module: session.owner.name, name.description, at: moment ?? now)
    }

    /// Throws ``AccessError`` unless a principal (the unit's own if none is named) holds the permission in the scope.
    public func require(_ permission: Permission, in scope: Scope = .organization, by other: Principal? = nil) throws {
        try Access(transaction: transaction, principal: other ?? principal).require(permission, in: scope)
    }

    /// Where the principal holds the permission: for lists.
    public func reach(of permission: Permission) throws -> Reach { try access.reach(of: permission) }

    func end() { hasEnded = true }
}

extension UnitOfWork {
    var kernel: Session { transaction.kernel }
    var access: Access { Access(transaction: transaction, principal: principal) }
}

public enum UnitError: Error, Equatable, CustomStringConvertible {
    case ended
    case foreignTenant
    case tooDeep
    case unknownWork(String)
    case undeclared(String)

    public var description: String {
        switch self {
        case .ended: "this unit of work has ended; use it inside its body only"
        case .foreignTenant: "this unit of work belongs to another tenant; open one in its own"
        case .tooDeep: "events reacted to each other more than 8 deep; break the circle"
        case .unknownWork(let name): "recurring work '\(name)' is not this module's; register it with every(…) in start"
        case .undeclared(let permission): "permission '\(permission)' is not declared; add it to its module"
        }
    }
}
