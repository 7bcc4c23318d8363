public import Atrium
internal import AtriumCourses
internal import AtriumMarkup
internal import AtriumSuggestions
internal import AtriumTeamPages

/// Changing, skipping and approving the entries of the plan.
extension CampaignService {
    /// Changes what an entry does. An approval ends, and the entry is a draft again, also after it was skipped or missed. Its kind
    /// stays.
    ///
    /// Throws ``PlanError/changed`` if the entry has another revision than the principal has read, and ``PlanError/done`` after
    /// it was carried out.
    public func change(
        _ id: ID<PlanEntry>, to content: PlanEntry.Content, basedOn revision: Int, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .planYear) { work in
            let entry = try requireOpen(id, revision, in: work)
            try check(content, in: work)
            guard content.kind == entry.content.kind else { throw PlanError.unknown }
            try work.run(
                """
                UPDATE campaigns_entry SET day = \(content.day), team_id = \(content.team), subject = \(content.subject),
                    text = \(content.text), course_id = \(content.course), state = 'draft', problem = NULL,
                    approved_by = NULL, changed_by = \(work.principal.member), revision = revision + 1
                WHERE id = \(id)
                """)
            try work.setSubject("plan entry", id)
        }
    }

    /// Decides that an entry is not carried out. A change makes it a draft again.
    public func skip(_ id: ID<PlanEntry>, as principal: Principal) async throws {
        try await store.write(as: principal, .planYear) { work in
            let entry = try PlanEntry(id, in: work)
            guard entry.state != .done else { throw PlanError.done }
            try work.run(
                """
                UPDATE campaigns_entry SET state = 'skipped', problem = NULL, approved_by = NULL,
                    changed_by = \(work.principal.member), revision = revision + 1
                WHERE id = \(id) AND state <> 'skipped'
                """)
            try work.setSubject("plan entry", id)
        }
    }

    /// Approves an entry as the principal has read it. It is carried out on its day in the principal's name, if the principal
    /// still may do then what the entry does. On its own day it is carried out at once, after the hour of the module. An entry that
    /// needs an approval again can also be approved a few days late, and is carried out at once.
    ///
    /// The principal needs the permission to do what the entry does: to send the message, to suggest the course. Throws
    /// `AccessError`, ``PlanError``, `TeamError` or `CourseError`.
    public func approve(_ id: ID<PlanEntry>, basedOn revision: Int, as principal: Principal) async throws {
        try await store.write(as: principal, .approvePlan) { work in
            let entry = try requireOpen(id, revision, in: work)
            let member = try requireApprover(of: entry, in: work)
            if entry.state == .approved, entry.approvedBy == member { return }
            try work.run(
                """
                UPDATE campaigns_entry SET state = 'approved', problem = NULL, approved_by = \(member) WHERE id = \(id)
                """)
            try work.setSubject("plan entry", id)
            try wakeForEntries(in: work)
        }
    }

    /// Why the principal cannot approve entries now, by entry. An entry that can be approved is left out.
    public func refusals(
        of entries: [PlanEntry], as principal: Principal
    ) async throws -> [ID<PlanEntry>: any ExplainedError] {
        try await store.read(as: principal, .approvePlan) { work in
            var refusals: [ID<PlanEntry>: any ExplainedError] = [:]
            for entry in entries {
                do { _ = try requireApprover(of: entry, in: work) } catch let error as any ExplainedError {
                    refusals[entry.id] = error
                }
            }
            return refusals
        }
    }

    // MARK: - Steps

    /// The member in whose name an entry is carried out if the principal approves it as it is. Throws if it cannot be approved.
    private func requireApprover(of entry: PlanEntry, in work: UnitOfWork) throws -> MemberID {
        guard let member = work.principal.member else { throw PlanError.noApprover }
        guard entry.state != .done else { throw PlanError.done }
        guard entry.state.isWaiting else { throw PlanError.ended }
        let content = entry.content
        let late = entry.state == .needsApproval ? settings.lateDays : 0
        guard content.day >= (try today(in: work)).advanced(by: -late) else { throw PlanError.dayPassed }
        guard content.isComplete else { throw PlanError.incomplete }
        try check(content, in: work)
        if let permission = content.permission { try work.require(permission, in: content.scope) }
        return member
    }

    private func requireOpen(_ id: ID<PlanEntry>, _ revision: Int, in work: UnitOfWork) throws -> PlanEntry {
        let entry = try PlanEntry(id, in: work)
        guard entry.state != .done else { throw PlanError.done }
        guard entry.revision == revision else { throw PlanError.changed }
        return entry
    }

    /// Throws unless an entry may have the content.
    func check(_ content: PlanEntry.Content, in work: UnitOfWork) throws {
        guard content.subject.isEmpty || TextRule.isLine(content.subject, upTo: 200) else {
            throw PlanError.invalidSubject
        }
        let longest = content.kind == .suggestion ? 1_000 : 20_000
        guard TextRule.isText(content.text, upTo: longest) else { throw PlanError.invalidText }
        guard content.day <= (try today(in: work)).advanced(by: 731) else { throw PlanError.dayTooFar }
        if let team = content.team { _ = try work.requireTeam(team) }
        guard let course = content.course else { return }
        guard let known = try courses.course(course, in: work) else { throw CourseError.unknown }
        guard known.retiredAt == nil else { throw SuggestionError.courseRetired }
    }
}

extension PlanEntry.Content {
    /// Whether nothing is missing that an entry of this kind needs.
    var isComplete: Bool {
        switch kind {
        case .message: TextRule.isLine(subject, upTo: 200) && !Markup(text).isEmpty
        case .banner, .review: !Markup(text).isEmpty
        case .suggestion: course != nil
        }
    }

    /// What the approver needs besides ``Permission/approvePlan``; `nil` if nothing.
    var permission: Permission? {
        switch kind {
        case .message: .sendMessages
        case .suggestion: team == nil ? .suggestToOrganization : .suggestToTeams
        case .banner, .review: nil
        }
    }

    var scope: Scope { team.map(Scope.team) ?? .organization }

    /// The message that the entry sends.
    var message: Message { Message(to: team.map { .teams([$0]) } ?? .organization, subject: subject, text: text) }
}
