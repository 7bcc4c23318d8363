public import Atrium

/// Watching chosen figures.
///
/// Each person has a list of their own: what a manager steers by is theirs, nobody else's reminder changes with it, and
/// whoever loses a role sees no more of what it showed.
extension AnalyticsService {
    static let watchLimit = 50

    /// Puts a watch onto the principal's own list and returns its id: administrators and managers of the organization or of
    /// any team, supervisors of their teams. Watching the same once more changes the target; at least and at most are two.
    ///
    /// A target holds from the period in which it is set: earlier ones are shown without a verdict.
    @discardableResult
    public func watch(_ watch: WatchedFigure, as principal: Principal) async throws -> WatchedFigureID {
        try await store.write(as: principal, .watchFigures, in: watch.team.map(Scope.team) ?? .organization) { work in
            try watch.check()
            if let team = watch.team { _ = try work.requireTeam(team) }
            let member = try owner(in: work)
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
            try work.about("watch", id)
            return id
        }
    }

    /// Takes a watch off the principal's own list.
    public func unwatch(_ id: WatchedFigureID, as principal: Principal) async throws {
        try await store.write(as: principal, .watchFigures, in: .anywhere) { work in
            let count = try work.run(
                "DELETE FROM analytics_watch WHERE id = \(id) AND member_id = \(try owner(in: work))")
            guard count == 1 else { throw WatchError.unknown }
            try work.about("watch", id)
        }
    }

    /// The principal's own list with its figures, in the order in which it was made. What they may not see any more is left
    /// out, and is there again when they may.
    public func watchList(as principal: Principal) async throws -> [WatchedFigureReading] {
        try await store.read(as: principal, .watchFigures, in: .anywhere) { work in
            try WatchedFigureReader(service: self, work: work).list(of: owner(in: work))
        }
    }

    /// Whose list it is: only a member has one.
    func owner(in work: UnitOfWork) throws -> MemberID {
        guard let member = work.principal.member else { throw MemberError.unknown }
        return member
    }

    /// After a member left: nobody looks at their list any more.
    func forgetWatches(of member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM analytics_watch WHERE member_id = \(member)")
        try endReview(of: member, in: work)
    }
}

extension WatchedFigure.Target {
    /// As the schema names it.
    fileprivate var direction: String {
        switch self {
        case .atLeast: "least"
        case .atMost: "most"
        }
    }
}
