public import Atrium
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions

public import struct Foundation.Date

/// The pages and messages of one organization.
///
/// The methods for pages are here. A member's home and the messages are in extensions.
public struct TeamPageService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let suggestions: SuggestionService
    let mail: MailService
    let limits: TeamPages

    var store: Store { tenant.store }

    // MARK: - Reading

    /// A team's page with its draft and scheduled versions, for its editors. A team without a page has an empty one.
    /// Administrators still see the page of an archived team.
    public func page(of team: TeamID, as principal: Principal) async throws -> TeamPage {
        try await store.read(as: principal, .editPage, in: .team(team)) { work in
            try requireKnown(team, in: work)
            return try TeamPage(of: team, in: work)
        }
    }

    /// One page of the versions that were visible, the newest first, up to the hundredth version. A cursor continues the list. A
    /// page has at most 20 versions.
    public func history(
        of team: TeamID, from cursor: PageHistory.Cursor? = nil, limit: Int = 20, as principal: Principal
    ) async throws -> PageHistory {
        try await store.read(as: principal, .editPage, in: .team(team)) { work in
            try requireKnown(team, in: work)
            if let cursor, cursor.position.first != team { throw CursorError.otherList }
            let limit = min(max(limit, 1), limits.pageSize, 20)
            let versions = try PageVersion.visible(of: team, after: cursor, limit: limit + 1, in: work)
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

    /// Saves a draft in place of the previous one and returns the page's new revision. An empty draft clears the page when it
    /// is published.
    ///
    /// Every edit names the revision on which it is based. If the page was changed after that revision, the edit throws
    /// ``TeamPageError/conflict(current:)`` and changes nothing. The page of an archived team cannot be edited.
    @discardableResult
    public func saveDraft(
        _ message: String, of team: TeamID, basedOn revision: Int, as principal: Principal
    ) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            try TeamPage.check(message)
            try setDraft(message, of: page.team, in: work)
        }
    }

    /// Discards the draft. What members see does not change.
    @discardableResult
    public func discardDraft(of team: TeamID, basedOn revision: Int, as principal: Principal) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            guard page.draft != nil else { throw TeamPageError.noDraft }
            try setDraft(nil, of: page.team, in: work)
        }
    }

    /// Publishes the draft immediately, or from a moment on. A moment in the past means immediately. Several versions may be
    /// scheduled; each replaces the one before it.
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
            // If the clock was set back, the new version still comes after the one that is visible.
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

    /// Takes back a scheduled version, which becomes the draft. Throws ``TeamPageError/draftExists`` if there is a draft.
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

    /// Makes a version that is or was visible the draft, to be looked at and published. Throws ``TeamPageError/draftExists``
    /// if there is a draft.
    @discardableResult
    public func restore(
        _ number: Int, of team: TeamID, basedOn revision: Int, as principal: Principal
    ) async throws -> Int {
        try await edit(team, revision, as: principal) { page, work in
            let version = try PageVersion.version(number, of: team, where: PageVersion.isVisible(work), in: work)
            try draft(version, on: page, in: work)
        }
    }

    /// Makes a change if the page has the revision on which the change is based. Otherwise it throws.
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
            try work.setSubject("team", team)
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

    /// Deletes the oldest visible versions that exceed the length of the history.
    private func prune(_ team: TeamID, in work: UnitOfWork) throws {
        try work.run(
            """
            DELETE FROM teampages_version WHERE team_id = \(team) AND number IN (
                SELECT number FROM teampages_version WHERE team_id = \(team) AND \(PageVersion.isVisible(work))
                ORDER BY visible_from DESC, number DESC LIMIT -1 OFFSET \(limits.historyLength))
            """)
    }
}
