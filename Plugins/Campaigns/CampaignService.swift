public import Atrium
internal import AtriumAnalytics
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions
internal import AtriumTeamPages

/// The plan of the year, the banners and the weekly notes of one organization.
///
/// Reading and beginning the plan are here. Changing and approving its entries, carrying them out, and notes are in extensions.
public struct CampaignService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let mail: MailService
    let suggestions: SuggestionService
    let pages: TeamPageService
    let analytics: AnalyticsService
    let settings: Campaigns

    var store: Store { tenant.store }

    /// The maximum number of entries that are neither carried out nor skipped nor missed.
    static let mostWaiting = 1_000

    /// The entries of the plan by day: all, or those in a state, the last 1,000.
    public func entries(_ state: PlanEntry.State? = nil, as principal: Principal) async throws -> [PlanEntry] {
        try await store.read(as: principal, .planYear) { work in
            try work.rows(
                """
                SELECT * FROM (
                    SELECT \(PlanEntry.columns) FROM campaigns_entry WHERE \(state) IS NULL OR state = \(state)
                    ORDER BY day DESC, id DESC LIMIT 1000) ORDER BY day, id
                """, make: PlanEntry.init)
        }
    }

    /// One entry of the plan. Throws ``PlanError/unknown``.
    public func entry(_ id: ID<PlanEntry>, as principal: Principal) async throws -> PlanEntry {
        try await store.read(as: principal, .planYear) { try PlanEntry(id, in: $0) }
    }

    /// Begins a plan: drafts for twelve months from a coming month on, from a template in the organization's language. Nothing of
    /// it takes place before it is approved. The same identity begins nothing again.
    ///
    /// `month` is any day of the first month. Throws ``PlanError/monthPassed`` unless that month is one of the next twelve, and
    /// ``PlanError/overlap`` if another plan has one of the months.
    public func begin(_ id: ID<YearPlan>, from month: Day, as principal: Principal) async throws {
        try await store.write(as: principal, .planYear) { work in
            let isKnown = try work.one("SELECT EXISTS (SELECT 1 FROM campaigns_plan WHERE id = \(id))", as: Bool.self)
            if isKnown { return }
            let plan = YearPlan(from: month)
            let now = YearPlan(from: try today(in: work))
            guard (1...12).contains(now.months(until: plan)) else { throw PlanError.monthPassed }
            guard try !overlaps(plan, in: work) else { throw PlanError.overlap }
            try work.run(
                """
                INSERT INTO campaigns_plan VALUES (\(id), \(plan.firstDay), \(work.principal.member))
                ON CONFLICT (first_day) DO UPDATE SET id = excluded.id, begun_by = excluded.begun_by
                """)
            let language = try work.language(of: nil)
            for content in plan.contents(in: language) { try insert(work.newID(), content, in: work) }
            try work.setSubject("plan of the year", id)
        }
    }

    /// Whether another plan has one of the months. A plan whose entries are all skipped or missed has none.
    private func overlaps(_ plan: YearPlan, in work: UnitOfWork) throws -> Bool {
        try work.rows("SELECT first_day FROM campaigns_plan", as: Day.self).contains { first in
            let other = YearPlan(from: first)
            return try abs(other.months(until: plan)) < 12
                && work.one(
                    """
                    SELECT EXISTS (SELECT 1 FROM campaigns_entry
                        WHERE day BETWEEN \(first) AND \(other.lastDay) AND state NOT IN ('skipped', 'missed'))
                    """, as: Bool.self)
        }
    }

    /// How full the coming days of the plan are. Skipped entries do not count.
    func outlook(_ days: Int, as principal: Principal) async throws -> PlanOutlook {
        try await store.read(as: principal, .planYear) { work in
            let today = try today(in: work)
            let isSoon: SQL = "day < \(today.advanced(by: days))"
            let counts = try work.one(
                """
                SELECT count(*), count(*) FILTER (WHERE \(isSoon)),
                    count(*) FILTER (WHERE \(isSoon) AND state IN ('draft', 'needsApproval'))
                FROM campaigns_entry WHERE day >= \(today) AND state <> 'skipped'
                """, as: Int.self, Int.self, Int.self)
            return PlanOutlook(entries: counts.0, soon: counts.1, waiting: counts.2)
        }
    }

    /// Adds a draft to the plan. The same identity adds nothing again. Throws ``PlanError``, `TeamError` or `CourseError`.
    public func add(
        _ id: ID<PlanEntry>, _ content: PlanEntry.Content, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .planYear) { work in
            try check(content, in: work)
            try insert(id, content, in: work)
            try work.setSubject("plan entry", id)
        }
    }

    private func insert(_ id: ID<PlanEntry>, _ content: PlanEntry.Content, in work: UnitOfWork) throws {
        try work.run(
            """
            INSERT INTO campaigns_entry (id, kind, day, team_id, subject, text, course_id, state, changed_by)
            VALUES (\(id), \(content.kind), \(content.day), \(content.team), \(content.subject), \(content.text),
                \(content.course), 'draft', \(work.principal.member)) ON CONFLICT DO NOTHING
            """)
        let count = try work.one(
            "SELECT count(*) FROM campaigns_entry WHERE state IN ('draft', 'approved', 'needsApproval')", as: Int.self)
        guard count <= Self.mostWaiting else { throw PlanError.tooMany }
    }

    /// The name of a member who changed or approved something; `nil` if the principal may not see it.
    func name(of member: MemberID, as principal: Principal) async throws -> String? {
        try await store.read(as: principal, .planYear) { try $0.names(of: [member])[member] }
    }

    func today(in work: UnitOfWork) throws -> Day { Day(work.now, in: try work.organization().timeZone) }
}
