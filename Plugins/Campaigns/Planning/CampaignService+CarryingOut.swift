internal import Atrium
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions
internal import AtriumTeamPages

internal import struct Foundation.Date

/// Carrying out the entries of the plan on their days.
extension CampaignService {
    /// Carries out the approved entries whose time has come, one in each commit. The commit has both what the entry does and that
    /// it is done. So each takes place once, even if the process is killed. An entry that is refused needs an approval again, and
    /// stops no other.
    func carryOut() async throws {
        let system = tenant.system("carry out the plan")
        try await missEntries(as: system)
        let due = try await store.read(as: system) { work in
            try work.rows(
                "SELECT id FROM campaigns_entry WHERE state = 'approved' AND day <= \(try lastDay(in: work)) ORDER BY day, id",
                as: ID<PlanEntry>.self)
        }
        for id in due {
            try Task.checkCancellation()
            do {
                try await store.write(as: system) { try carryOut(id, in: $0) }
            } catch let error as any ExplainedError {
                try await store.write(as: system) { try note(PlanEntry.Problem(error), of: id, in: $0) }
            }
        }
        try await store.write(as: system) { try wakeForEntries(in: $0) }
    }

    /// Makes the recurring work due on the day of the next approved entry.
    func wakeForEntries(in work: UnitOfWork) throws {
        let next = try work.one("SELECT min(day) FROM campaigns_entry WHERE state = 'approved'", as: Day?.self)
        guard let next else { return }
        try work.wake(Campaigns.carryingOut, at: next.moment(atHour: settings.hour, in: work.organization().timeZone))
    }

    // MARK: - Steps

    /// The last day whose hour has come.
    private func lastDay(in work: UnitOfWork) throws -> Day {
        let zone = try work.organization().timeZone
        let today = Day(work.now, in: zone)
        return work.now >= today.moment(atHour: settings.hour, in: zone) ? today : today.advanced(by: -1)
    }

    /// Ends the entries that wait although their day is too long ago, for example because the platform did not run.
    private func missEntries(as system: SystemPrincipal) async throws {
        try await store.write(as: system) { work in
            let first = try today(in: work).advanced(by: -settings.lateDays)
            try work.run(
                """
                UPDATE campaigns_entry SET state = 'missed', problem = NULL, approved_by = NULL, revision = revision + 1
                WHERE state IN ('draft', 'approved', 'needsApproval') AND day < \(first)
                """)
        }
    }

    private func carryOut(_ id: ID<PlanEntry>, in work: UnitOfWork) throws {
        let entry = try PlanEntry(id, in: work)
        // Somebody may have changed or skipped it since the list was read.
        guard entry.state == .approved, let approver = entry.approvedBy, entry.content.day <= (try lastDay(in: work))
        else {
            return
        }
        try work.require(.approvePlan, by: .member(approver))
        let content = entry.content
        if let team = content.team { _ = try work.requireTeam(team) }
        switch content.kind {
        case .message: try pages.send(content.message, by: approver, in: work)
        case .banner: break
        case .suggestion:
            guard let course = content.course else { throw PlanError.incomplete }
            try suggestions.suggest(
                course, to: content.team.map(Audience.team) ?? .organization, note: content.text, by: approver, in: work
            )
        case .review: try mailReview(entry, to: approver, in: work)
        }
        try work.run(
            "UPDATE campaigns_entry SET state = 'done', carried_out_at = \(work.now) WHERE id = \(id)")
        try work.setSubject("plan entry", id)
    }

    private func mailReview(_ entry: PlanEntry, to member: MemberID, in work: UnitOfWork) throws {
        guard let person = try work.member(member) else { throw MemberError.unknown }
        let letter = ReviewReminder(organization: try work.organization(), entry: entry.content)
        try mail.enqueue(
            letter.message(to: person, in: work.language(of: member)), key: "campaigns:review:\(entry.id)", in: work)
    }

    private func note(_ problem: PlanEntry.Problem, of id: ID<PlanEntry>, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE campaigns_entry SET state = 'needsApproval', problem = \(problem), approved_by = NULL,
                revision = revision + 1
            WHERE id = \(id) AND state = 'approved'
            """)
        try work.setSubject("plan entry", id)
    }
}

extension PlanEntry.Problem {
    /// The problem that a refusal is about.
    fileprivate init(_ error: any ExplainedError) {
        self =
            switch error {
            case is AccessError, is MemberError: .approver
            case is TeamError: .team
            case is CourseError, SuggestionError.courseRetired: .course
            default: .rule
            }
    }
}
