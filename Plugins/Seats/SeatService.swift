public import Atrium

/// The seats of one organization.
///
/// The balance changes in the same commit as the members and reservations that it counts. The statements take a seat only while
/// one is free. So the balance cannot drift, and two acts cannot take the same seat.
public struct SeatService: Sendable {
    let store: Store
    let defaultLimit: Int?

    /// The balance, for administrators, managers and operators.
    public func balance(as principal: Principal) async throws -> SeatBalance {
        try await store.read(as: principal, .viewSeats) { try balance(of: $0) }
    }

    /// The seat of the principal: every active member has one. Throws `MemberError.unknown` for anyone else.
    public func ownSeat(as principal: Principal) async throws -> Seat {
        try await store.read(as: principal, .viewOwnSeat, in: principal.member.map { .member($0) } ?? .anywhere) {
            work in
            guard let member = try principal.member.flatMap(work.member) else { throw MemberError.unknown }
            return Seat(organization: try work.organization().name, since: member.joinedAt)
        }
    }

    /// Sets the limit. A limit below the seats that are reserved or used throws ``SeatError/limitBelowUse(_:)``.
    public func setLimit(_ limit: Int, as principal: Principal) async throws {
        try await store.write(as: principal, .setSeatLimit) { work in
            guard limit >= 0 else { throw SeatError.negativeLimit }
            let balance = try balance(of: work)
            guard limit >= balance.reserved + balance.used else {
                throw SeatError.limitBelowUse(balance.reserved + balance.used)
            }
            try work.run("UPDATE seats_balance SET seat_limit = \(limit)")
        }
    }

    /// Counts the reservations and the active members again. Throws ``SeatError/drifted(counted:kept:)`` if the balance
    /// differs.
    @discardableResult
    public func check(as principal: Principal) async throws -> SeatBalance {
        try await store.read(as: principal, .viewSeats) { work in
            let kept = try balance(of: work)
            let reserved = try work.one("SELECT count(*) FROM seats_reservation", as: Int.self)
            let counted = SeatBalance(limit: kept.limit, reserved: reserved, used: try work.activeMemberCount())
            guard counted == kept else { throw SeatError.drifted(counted: counted, kept: kept) }
            return kept
        }
    }

    // MARK: - Inside another module's unit

    /// How many seats are free; `nil` is unlimited. It is a consequence of the caller's act, and checks no permission.
    public func freeSeats(in work: UnitOfWork) throws -> Int? {
        try store.within(work) { try balance(of: $0).free }
    }

    /// How many seats are used: one by each active member. It takes as long for many members as for few. It is a consequence of
    /// the caller's act, and checks no permission.
    public func usedSeats(in work: UnitOfWork) throws -> Int {
        try store.within(work) { try balance(of: $0).used }
    }

    /// Reserves a seat under a key, once. Throws ``SeatError/noSeatLeft`` before anything is written, so that the unit can
    /// continue. It is a consequence of the caller's act, and checks no permission.
    public func reserve<Noun>(_ key: ID<Noun>, in work: UnitOfWork) throws {
        try store.within(work) { own in
            let isReserved = try own.one(
                "SELECT EXISTS (SELECT 1 FROM seats_reservation WHERE key = \(key))", as: Bool.self)
            if isReserved { return }
            try change("reserved = reserved + 1", in: own)
            try own.run("INSERT INTO seats_reservation VALUES (\(key))")
        }
    }

    /// Frees the seat that is reserved under a key. Without such a seat, nothing changes. It is a consequence of the caller's
    /// act, and checks no permission.
    public func release<Noun>(_ key: ID<Noun>, in work: UnitOfWork) throws {
        try store.within(work) { own in
            guard try own.run("DELETE FROM seats_reservation WHERE key = \(key)") == 1 else { return }
            try own.run("UPDATE seats_balance SET reserved = reserved - 1")
        }
    }

    // MARK: - Reactions

    func use(in work: UnitOfWork) throws { try change("used = used + 1", in: work) }

    func release(in work: UnitOfWork) throws { try work.run("UPDATE seats_balance SET used = used - 1") }

    /// Counts the members of an organization that changed without this module: before the module was added, or while it was not
    /// loaded.
    func recount(in work: UnitOfWork) throws {
        try work.run("UPDATE seats_balance SET used = \(work.activeMemberCount())")
    }

    private func change(_ change: SQL, in work: UnitOfWork) throws {
        let count = try work.run(
            """
            UPDATE seats_balance SET \(change)
            WHERE coalesce(seat_limit, \(defaultLimit)) IS NULL
                OR reserved + used < coalesce(seat_limit, \(defaultLimit))
            """)
        guard count == 1 else { throw SeatError.noSeatLeft }
    }

    private func balance(of work: UnitOfWork) throws -> SeatBalance {
        let (limit, reserved, used) = try work.one(
            "SELECT seat_limit, reserved, used FROM seats_balance", as: Int?.self, Int.self, Int.self)
        return SeatBalance(limit: limit ?? defaultLimit, reserved: reserved, used: used)
    }
}
