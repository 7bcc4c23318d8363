public import Atrium
internal import AtriumFeeds
internal import AtriumMail

internal import struct Foundation.Date

/// Recurring reviews of a member's list, as a mail with the figures of the day.
extension AnalyticsService {
    /// Sets when the principal reviews their own list; `nil` ends the review. On each of these days, the principal gets one
    /// mail with the figures, targets and alerts that they may see then. If several days passed while the platform did not run,
    /// there is one mail for all of them.
    public func scheduleReview(_ review: Review?, as principal: Principal) async throws {
        try await store.write(as: principal, .watchFigures, in: .anywhere) { work in
            try review?.check()
            let member = try requireMember(in: work)
            guard let review else {
                return try endReview(of: member, in: work)
            }
            let next = review.next(from: try today(in: work))
            try work.run(
                """
                INSERT INTO analytics_review (member_id, cycle, first_day, next_day, changed_at)
                VALUES (\(member), \(review.cycle), \(review.first), \(next), \(work.now))
                ON CONFLICT (member_id) DO UPDATE SET cycle = excluded.cycle, first_day = excluded.first_day,
                    next_day = excluded.next_day, changed_at = max(changed_at + 1000, excluded.changed_at)
                """)
            try wakeForReviews(in: work)
        }
    }

    /// When the principal reviews their own list; `nil` if there is no review.
    public func review(as principal: Principal) async throws -> Review? {
        try await store.read(as: principal, .watchFigures, in: .anywhere) { work in
            try review(of: requireMember(in: work), in: work)?.review
        }
    }

    func review(of member: MemberID, in work: UnitOfWork) throws -> (review: Review, changedAt: Date)? {
        try work.first("SELECT cycle, first_day, changed_at FROM analytics_review WHERE member_id = \(member)") { row in
            (review: Review(try row[0], from: try row[1]), changedAt: try row[2])
        }
    }

    /// Ends a member's review and the calendar of its days.
    func endReview(of member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM analytics_review WHERE member_id = \(member)")
        try calendars.end(of: member, in: work)
    }

    // MARK: - Mail

    /// Mails the figures of up to 50 reviews that are due, one commit each. A review that fails does not stop the others.
    func mailReviews() async throws {
        let system = tenant.system("mail reviews")
        try await correctReviews(as: system)
        let due = try await store.read(as: system) { work in
            try work.rows(
                """
                SELECT member_id, next_day FROM analytics_review
                WHERE next_day <= \(try today(in: work)) ORDER BY next_day, member_id LIMIT 50
                """, as: MemberID.self, Day.self)
        }
        var failure: (any Error)?
        for (member, day) in due {
            try Task.checkCancellation()
            do { try await mailReview(of: member, on: day, as: system) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Moves reviews back to their regular days if a clock that was ahead postponed them.
    private func correctReviews(as system: SystemPrincipal) async throws {
        if try await store.read(as: system, reviewsPutOff).isEmpty { return }
        try await store.write(as: system) { work in
            let today = try today(in: work)
            for (member, review) in try reviewsPutOff(in: work) {
                try work.run(
                    "UPDATE analytics_review SET next_day = \(review.next(from: today)) WHERE member_id = \(member)")
            }
            try wakeForReviews(in: work)
        }
    }

    /// The reviews whose next day is later than it would be after a review today.
    private func reviewsPutOff(in work: UnitOfWork) throws -> [(MemberID, Review)] {
        let tomorrow = try today(in: work).advanced(by: 1)
        let all = try work.rows("SELECT member_id, cycle, first_day, next_day FROM analytics_review") { row in
            (member: try row[0] as MemberID, review: Review(try row[1], from: try row[2]), next: try row[3] as Day)
        }
        return all.filter { $0.next > $0.review.next(from: tomorrow) }.map { ($0.member, $0.review) }
    }

    private func mailReview(of member: MemberID, on day: Day, as system: SystemPrincipal) async throws {
        // Read in the member's name. The mail shows what the member may see now. A member who may no longer watch gets none.
        let list: [WatchedFigureReading]
        do { list = try await watchList(as: .member(member)) } catch is AccessError { list = [] }
        try await store.write(as: system) { work in
            let sql: SQL = """
                SELECT cycle, first_day FROM analytics_review WHERE (member_id, next_day) = (\(member), \(day))
                """
            guard let review = try work.first(sql, make: { Review(try $0[0], from: try $0[1]) }) else {
                return try wakeForReviews(in: work)
            }
            let today = try today(in: work)
            let next = review.next(from: today.advanced(by: 1))
            try work.run("UPDATE analytics_review SET next_day = \(next) WHERE member_id = \(member)")
            try wakeForReviews(in: work)
            guard !list.isEmpty, let person = try work.member(member) else { return }
            let letter = ReviewLetter(organization: try work.organization(), day: today, list: list)
            // The key contains today, because a review day comes again if the clock is set back.
            let key = "analytics:review:\(member):\(day):\(today)"
            try mail.enqueue(letter.message(to: person, in: work.language(of: member)), key: key, in: work)
            let teams = list.map { $0.watched.team?.description ?? "" }
            try work.run(
                """
                UPDATE analytics_review SET mailed_on = \(today), mailed_teams = \(json: teams)
                WHERE member_id = \(member)
                """)
        }
    }

    /// Whether a review's mail may still be sent. The review must not have ended, the mail must be its newest, and the
    /// recipient must still be allowed to see everything in it.
    func checkReview(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            guard which.count == 3, let member = MemberID(which[0]),
                let mailedOn = try own.first(
                    "SELECT mailed_on FROM analytics_review WHERE member_id = \(member)", as: Day?.self)
            else { return .withdraw(.outdated) }
            if let mailedOn, mailedOn.description != which[2] { return .withdraw(.replaced) }
            let teams = try own.rows(
                """
                SELECT DISTINCT value FROM json_each(
                    (SELECT mailed_teams FROM analytics_review WHERE member_id = \(member)))
                """, as: String.self)
            do {
                for team in teams {
                    try own.require(
                        .viewFigures, in: TeamID(team).map(Scope.team) ?? .organization, by: .member(member))
                }
                return .asWritten
            } catch is AccessError {
                return .withdraw(.notAllowed)
            }
        }
    }

    private func wakeForReviews(in work: UnitOfWork) throws {
        let next = try work.one("SELECT min(next_day) FROM analytics_review", as: Day?.self)
        if let next { try work.wake(Analytics.reviews, at: next.start(in: work.organization().timeZone)) }
    }

    func today(in work: UnitOfWork) throws -> Day { Day(work.now, in: try work.organization().timeZone) }
}
