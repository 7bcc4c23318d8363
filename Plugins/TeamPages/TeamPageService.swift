public import Atrium
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions

public import struct Foundation.Date

/// The pages and messages of one organization.
///
/// Pages here; a member's home and messages in extensions.
public struct TeamPageService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let suggestions: SuggestionService
    let mail: MailService
    let limits: TeamPages

    var store: Store { tenant.store }

    // MARK: - Reading

    /// A team's page with its draft and what is scheduled, for its editors. A team without one has an empty page; that of
    /// an archived team is still to be seen by administrators.
    public func page(of team: TeamID, as principal: Principal) async throws -> TeamPage {
        try await store.read(as: principal, .editPage, in: .team(team)) { work in
            try requireKnown(team, in: work)
            return try TeamPage(of: team, in: work)
        }
    }

    /// What a page has said, the newest first, up to the hundredth version; a cursor names where to go on.
    public func history(
        of team: TeamID, from cursor: PageHistory.Cursor? = nil, as principal: Principal
    ) async throws -> PageHistory {
        try await store.read(as: principal, .editPage, in: .team(team)) { work in
            try requireKnown(team, in: work)
            if let cursor, cursor.position.first != team { throw CursorError.otherList }
            let limit = min(limits.pageSize, 20)
            let versions = try PageVersion.visible(of: team, behind: cursor, limit: limit + 1, in: work)
            let shown = versions.prefix(limit)
            let next = shown.last.map { version in
                PageHistory.Cursor(
                    after: PagePosition(team, PagePosition(version.visibleFrom.milliseconds, version.number)))
            }
            return PageHistory(versions: Array(shown), next: versions.count > limit ? next : nil)
        }
    }

    private func requireKnown(_ team: TeamID, in work: UnitOfWork) throws {
        guard try work.team(team) != nil else { throw TeamError.unknown }
    }

    // MARK: - Editing

    /// Keeps a draft in place of the one before, and returns the page's new revision. An empty one clears the page, once it
    /// is published.
    ///
    /// Every edit names the revision on which it is based: if somebody changed the page since, it throws
    /// ``TeamPageError/conflict(current:)`` and changes nothing. An archived team's page stays as it is.
    @discardableResult
    public func saveDraft(
        _ message: String, of team: TeamID, basedOn revision: Int, as principal: Principal
    ) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            try TeamPage.check(message)
            try setDraft(message, of: page.team, in: work)
        }
    }

    /// Drops the draft; what members see stays.
    @discardableResult
    public func discardDraft(of team: TeamID, basedOn revision: Int, as principal: Principal) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            guard page.draft != nil else { throw TeamPageError.noDraft }
            try setDraft(nil, of: page.team, in: work)
        }
    }

    /// Makes the draft what members see: at once, or from a moment on; one that has passed means at once. Several may wait
    /// for their moments, each takes the place of the one before.
    @discardableResult
    public func publish(
        of team: TeamID, at moment: Date? = nil, basedOn revision: Int, as principal: Principal
    ) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            guard let draft = page.draft else { throw TeamPageError.noDraft }
            let scheduled = moment.flatMap { $0 > work.now ? $0 : nil }
            if let scheduled {
                guard page.scheduled.count < PageVersion.mostScheduled else { throw TeamPageError.tooManyScheduled }
                guard scheduled < work.now.addingTimeInterval(3653 * 86_400) else { throw TeamPageError.tooFar }
            }
            // A clock that went back does not put it behind what is visible already.
            let visibleFrom = scheduled ?? max(work.now, page.published?.visibleFrom ?? work.now)
            try work.run(
                """
                INSERT INTO teampages_version VALUES (\(team), \(revision + 1), \(work.principal.member), \(visibleFrom),
                    \(scheduled != nil), \(draft.message))
                """)
            try setDraft(nil, of: team, in: work)
            try prune(team, in: work)
        }
    }

    /// Takes a version back that waits for its moment: it becomes the draft. Throws ``TeamPageError/draftExists`` if there
    /// is one.
    @discardableResult
    public func unschedule(
        _ number: Int, of team: TeamID, basedOn revision: Int, as principal: Principal
    ) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            let isWaiting: SQL = "NOT \(PageVersion.isVisible(work))"
            try draft(.version(number, of: team, where: isWaiting, in: work), on: page, in: work)
            try work.run("DELETE FROM teampages_version WHERE team_id = \(team) AND number = \(number)")
        }
    }

    /// Makes what a page once said its draft, to be looked at and published. Throws ``TeamPageError/draftExists`` if there
    /// is one.
    @discardableResult
    public func restore(
        _ number: Int, of team: TeamID, basedOn revision: Int, as principal: Principal
    ) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            let version = try PageVersion.version(number, of: team, where: PageVersion.isVisible(work), in: work)
            try draft(version, on: page, in: work)
        }
    }

    /// Makes a change of the revision that it is based on, and of no other.
    private func edit(
        _ team: TeamID, _ revision: Int, as principal: Principal,
        _ change: @escaping @Sendable (TeamPage, UnitOfWork) throws -> Void
    ) async throws -> Int {
        try await store.write(as: principal, .editPage, in: .team(team)) { work in
            _ = try work.requireTeam(team)
            let page = try TeamPage(of: team, in: work)
            guard page.revision == revision else { throw TeamPageError.conflict(current: page.revision) }
            try work.run(
                """
                INSERT INTO teampages_page (team_id, revision) VALUES (\(team), 1)
                ON CONFLICT DO UPDATE SET revision = revision + 1
                """)
            try change(page, work)
            try work.about("team", team)
            return revision + 1
        }
    }

    private func draft(_ version: PageVersion, on page: TeamPage, in work: UnitOfWork) throws {
        guard page.draft == nil else { throw TeamPageError.draftExists }
        try setDraft(version.message, of: page.team, in: work)
    }

    private func setDraft(_ message: String?, of team: TeamID, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE teampages_page SET draft = \(message), drafted_by = \(work.principal.member), drafted_at = \(work.now)
            WHERE team_id = \(team)
            """)
    }

    /// Forgets the oldest of what a page once said.
    private func prune(_ team: TeamID, in work: UnitOfWork) throws {
        try work.run(
            """
            DELETE FROM teampages_version WHERE team_id = \(team) AND number IN (
                SELECT number FROM teampages_version WHERE team_id = \(team) AND \(PageVersion.isVisible(work))
                ORDER BY visible_from DESC, number DESC LIMIT -1 OFFSET \(limits.historyLength))
            """)
    }
}
