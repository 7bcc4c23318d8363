import Atrium

/// The coachings of one organization.
struct CoachingService: Sendable {
    let store: Store

    // MARK: - Reading

    /// The coachings that the principal may see, the newest first. Supervisors see those of their teams' members.
    func list(ended: Bool = false, as principal: Principal) async throws -> [Pairing] {
        try await store.read(as: principal, .viewCoachings, in: .anywhere) { work in
            let reach = try work.reach(of: .viewCoachings)
            return try work.rows(
                "\(Pairing.select) WHERE ended_at IS NULL OR \(ended) ORDER BY id DESC", make: Pairing.init
            )
            .filter { try Self.holds($0.member, reach, work) }.map { try Self.named($0, work) }
        }
    }

    /// The coachings of one member, the newest first.
    func coachings(of member: MemberID, as principal: Principal) async throws -> [Pairing] {
        try await store.read(as: principal, .viewCoachings, in: .member(member)) { work in
            try work.rows("\(Pairing.select) WHERE member_id = \(member) ORDER BY id DESC", make: Pairing.init)
                .map { try Self.named($0, work) }
        }
    }

    /// How many active members there are, and the coachings that last.
    func summary(as principal: Principal) async throws -> (members: Int, pairings: [Pairing]) {
        try await store.read(as: principal, .viewCoachings) { work in
            let pairings = try work.rows("\(Pairing.select) WHERE ended_at IS NULL ORDER BY id", make: Pairing.init)
            return (try work.activeMemberCount(), try pairings.map { try Self.named($0, work) })
        }
    }

    /// The members who can be chosen as a coach.
    func candidates(as principal: Principal) async throws -> [StoredMember] {
        try await store.read(as: principal, .assignCoaches, in: .anyTeam) { work in
            try work.members(limit: 1000).filter { $0.state == .active }
        }
    }

    // MARK: - Changing

    /// Gives a member a coach. A coaching by another one ends. Nothing changes for a member who has this coach.
    func assign(_ coach: MemberID, to member: MemberID, as principal: Principal) async throws {
        try await store.write(as: principal, .assignCoaches, in: .member(member)) { work in
            guard coach != member else { throw CoachingError.oneself }
            guard try work.member(member)?.state == .active, try work.member(coach)?.state == .active else {
                throw MemberError.unknown
            }
            if try Self.current(member, work)?.coach == coach { return }
            try Self.end(member, work)
            let id: ID<Pairing> = try work.newID()
            try work.run("INSERT INTO coaching_pairing VALUES (\(id), \(member), \(coach), \(work.now), NULL)")
        }
    }

    /// Ends the coaching of a member. Nothing changes if there is none.
    func end(of member: MemberID, as principal: Principal) async throws {
        try await store.write(as: principal, .assignCoaches, in: .member(member)) { try Self.end(member, $0) }
    }

    /// Records a meeting of a member with their coach, once for each id.
    func record(
        _ id: ID<Meeting>, of member: MemberID, on day: Day, minutes: Int, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .recordMeetings, in: .member(member)) { work in
            guard let pairing = try Self.current(member, work) else { throw CoachingError.none }
            try work.run(
                "INSERT INTO coaching_meeting VALUES (\(id), \(pairing.id), \(day), \(minutes)) ON CONFLICT DO NOTHING")
        }
    }

    // MARK: - Inside a unit

    private static func current(_ member: MemberID, _ work: UnitOfWork) throws -> Pairing? {
        try work.first("\(Pairing.select) WHERE member_id = \(member) AND ended_at IS NULL", make: Pairing.init)
    }

    private static func end(_ member: MemberID, _ work: UnitOfWork) throws {
        try work.run(
            "UPDATE coaching_pairing SET ended_at = \(work.now) WHERE member_id = \(member) AND ended_at IS NULL")
    }

    private static func holds(_ member: MemberID, _ reach: Reach, _ work: UnitOfWork) throws -> Bool {
        try reach.everyone || reach.oneself == member
            || work.teams(of: member).contains { reach.teams.contains($0.id) }
    }

    private static func named(_ pairing: Pairing, _ work: UnitOfWork) throws -> Pairing {
        var pairing = pairing
        pairing.memberName = try work.member(pairing.member)?.name ?? ""
        pairing.coachName = try work.member(pairing.coach)?.name ?? ""
        return pairing
    }
}
