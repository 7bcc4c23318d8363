internal import AtriumJournal
internal import Foundation

/// The state that all parts of one unit share: the caller's body, reactions, and other modules' services.
package final class UnitState {
    private static let deepest = 8

    let tenant: Tenant
    let principal: Principal
    let now: Date
    private let lease: Lease
    var subject: String?
    /// What the unit changed in the data that the directory copies.
    private(set) var indexChange = OrganizationIndex.Change.none
    private(set) var failure: (any Error)?
    /// How many rows the connection had changed when the unit began.
    private let changesBefore: Int64
    /// How many of the rows that were changed after that are the kernel's own notes.
    private var notes: Int64 = 0
    private var hasPublished = false
    /// Whether the unit has appended an event to the log.
    private(set) var hasLogged = false
    private var depth = 0
    /// Identifies the act of joining teams in this unit: the row of the first membership that begins in it.
    var joining: Int?

    init(tenant: Tenant, connection: Connection, principal: Principal) throws {
        (self.tenant, self.principal, lease) = (tenant, principal, Lease(of: connection))
        changesBefore = connection.totalChanges
        now = try tenant.configuration.time()
    }

    func end() { lease.end() }

    /// Throws if the unit has ended or failed, and on any other thread.
    func check() throws {
        guard lease.isHeld else { throw UnitError.ended }
        if let failure { throw failure }
    }

    /// The only way to the data.
    var connection: Connection {
        get throws {
            try check()
            return lease.connection
        }
    }

    var kernel: CachingExecutor { get throws { try connection.kernel } }

    /// Runs the body of a `Store` call, if the store's module works and the principal has the permission.
    package func perform<Value>(
        for store: Store, _ permission: Permission, _ scope: Scope, _ body: (UnitOfWork) throws -> Value
    ) throws -> Value {
        try store.checkLife()
        try Access(unit: self, principal: principal).require(permission, in: scope)
        let value = try nested(as: store.life.owner, body)
        if let failure { throw failure }
        return value
    }

    func nested<Value>(as owner: Owner, _ body: (UnitOfWork) throws -> Value) throws -> Value {
        let work = UnitOfWork(self, try connection.executor(for: owner))
        defer { work.end() }
        return try body(work)
    }

    /// Runs an act, which takes effect as a whole or not at all. If it throws after it has written, the unit fails, even if the
    /// error is caught.
    ///
    /// A savepoint around each act would make the many successful acts slower. Also, it could not restore the state that
    /// modules keep in memory.
    func act<Value>(of owner: Owner, _ act: () throws -> Value) throws -> Value {
        let connection = try connection
        let changes = connection.totalChanges
        do { return try act() } catch {
            if failure == nil, connection.totalChanges != changes {
                failure = BrokenActError(module: owner.name, cause: error)
            }
            throw error
        }
    }

    func publish<E: Event>(_ events: [E]) throws -> Bool {
        hasPublished = true
        let (reactions, followed) = tenant.registry.withLock {
            ($0.reactions[ObjectIdentifier(E.self)] ?? [], $0.subscribedEvents)
        }
        if !followed.isEmpty, followed.contains(Self.name(of: E.self)) { try log(events) }
        depth += 1
        defer { depth -= 1 }
        for reaction in reactions {
            do {
                guard depth <= Self.deepest else { throw UnitError.tooDeep }
                try nested(as: reaction.owner) { try reaction.handle(events, $0) }
            } catch {
                let (module, event) = (reaction.module, "\(E.self)")
                let named = error as? ReactionError ?? ReactionError(module: module, event: event, cause: error)
                failure = failure ?? named
                throw named
            }
        }
        return !reactions.isEmpty
    }

    /// The name of an event type in the log, such as `AtriumCourses.CourseCompleted`.
    static func name<E: Event>(of event: E.Type) -> String { String(reflecting: event) }

    private func log<E: Event>(_ events: [E]) throws {
        let encoder = JSONEncoder()
        for case let event as any Encodable in events {
            try EventLog(kernel).append(Self.name(of: E.self), Array(encoder.encode(event)))
        }
        hasLogged = true
    }

    func changeIndex(_ change: OrganizationIndex.Change) { indexChange = max(indexChange, change) }

    func wake(module: String, _ name: String, at moment: Date) throws {
        guard try note({ try Jobs($0).wake(JobKey(module: module, name: name), at: moment) }) else {
            throw UnitError.unknownWork(name)
        }
    }

    /// Writes the kernel's notes about finished and future work. They do not count as changes by the unit.
    func note<Value>(_ write: (CachingExecutor) throws -> Value) throws -> Value {
        let connection = try connection
        let before = connection.totalChanges
        defer { notes += connection.totalChanges - before }
        return try write(connection.kernel)
    }

    /// Appends the unit to the audit chain, unless it is a module's own work that changed and published nothing.
    package func audit(_ permission: Permission, _ scope: Scope) throws {
        let connection = try connection
        if principal.isSystem, !hasPublished, connection.totalChanges == changesBefore + notes { return }
        let time = Int64(now.timeIntervalSince1970 * 1000).description
        let payload = [time, permission.id, scope.auditText, subject ?? "-", principal.description]
        try AuditChain(connection).append(payload.joined(separator: "\t"), salt: tenant.configuration.randomBytes(16))
    }
}

extension Scope {
    fileprivate var auditText: String {
        switch self {
        case .organization: "organization"
        case .team(let id): "team:\(id)"
        case .member(let id, of: let team): team.map { "member:\(id) of team:\($0)" } ?? "member:\(id)"
        case .anywhere: "anywhere"
        case .anyTeam: "any team"
        }
    }
}
