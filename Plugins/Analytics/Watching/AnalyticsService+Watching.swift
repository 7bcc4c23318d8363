public import Atrium

/// Watching chosen figures.
///
/// Each member has their own list. A change to one list does not affect another member's list or
/// review. A member who loses a role no
/// longer sees the figures that the role showed.
extension AnalyticsService {
    /// The maximum number of watched figures in a list.
    static let watchLimit = 50

    /// Adds a watched figure to the principal's own list and returns its id. Administrators and managers can watch figures of
    /// the organization or of any team. Supervisors can watch figures of their teams. Watching a figure again with the
    /// same team, periods and direction changes its target. An `atLeast` target and an `atMost` target are two entries.
    ///
    /// A target applies from the period in which it is set. Earlier periods are shown without a verdict.
    @discardableResult
    public func watch(_ watch: WatchedFigure, as principal: Principal) async throws -> WatchedFigureID {
        try await store.write(as: principal, .watchFigures, in: watch.team.map(Scope.team) ?? .organization) { work in
            try watch.check()
            if let team = watch.team { _ = try work.requireTeam(team) }
            let member = try requireMember(in: work)
            let today = Day(work.now, in: try work.organization().timeZone)
            let id = try work.one(
                """
                INSERT INTO analytics_watch (id, member_id, figure, team_id, span, direction, target, since)
                VALUES (\(work.newID() as WatchedFigureID), \(member), \(watch.figure.id), \(watch.team?.description ?? ""),
                    \(watch.each), \(watch.target.direction), \(watch.target.limit), \(today))
                ON CONFLICT (member_id, figure, team_id, span, direction) DO UPDATE
                SET target = excluded.target, since = iif(target = excluded.target, since, excluded.since)
                RETURNING id
                """, as: WatchedFigureID.self)
            let count = try work.one(
                "SELECT count(*) FROM analytics_watch WHERE member_id = \(member)", as: Int.self)
            guard count <= Self.watchLimit else { throw WatchError.tooMany }
            try work.setSubject("watch", id)
            return id
        }
    }

    /// Removes a watched figure from the principal's own list.
    public func unwatch(_ id: WatchedFigureID, as principal: Principal) async throws {
        try await store.write(as: principal, .watchFigures, in: .anywhere) { work in
            let count = try work.run(
                "DELETE FROM analytics_watch WHERE id = \(id) AND member_id = \(try requireMember(in: work))")
            guard count == 1 else { throw WatchError.unknown }
            try work.setSubject("watch", id)
        }
    }

    /// The principal's own list with its figures, in the order in which they were added. Figures that the principal may no
    /// longer see are left out. They appear again when the principal may see them again.
    public func watchList(as principal: Principal) async throws -> [WatchedFigureReading] {
        try await store.read(as: principal, .watchFigures, in: .anywhere) { work in
            try WatchedFigureReader(service: self, work: work).list(of: requireMember(in: work))
        }
    }

    /// The member who owns the list. Throws `MemberError.unknown` if the principal is not a member, because only members have
    /// lists.
    func requireMember(in work: UnitOfWork) throws -> MemberID {
        guard let member = work.principal.member else { throw MemberError.unknown }
        return member
    }

    /// Deletes a removed member's list and review. A review is the regular mail about the list.
    func forgetWatches(of member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM analytics_watch WHERE member_id = \(member)")
        try endReview(of: member, in: work)
    }
}

extension WatchedFigure.Target {
    /// The direction's name in the schema.
    fileprivate var direction: String {
        switch self {
        case .atLeast: "least"
        case .atMost: "most"
        }
    }
}
