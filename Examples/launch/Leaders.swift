import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTeamPages
import Foundation

/// What leaders do after the members have joined. Each supervisor suggests a course to their team and writes the page of the
/// team. The manager sets goals for some members. What is there already is not changed.
struct Leaders {
    /// The number of members in each team for whom the manager sets a goal.
    private static let goalsPerTeam = 3

    let platform: Platform
    let tenant: Tenant
    let dataset: Dataset
    let administrator: Principal

    /// What they did in this run.
    struct Changes {
        var suggestions = 0
        var pages = 0
        var goals = 0
    }

    func run() async throws -> Changes {
        var changes = Changes()
        guard let manager = try await principal("manager@ou.example") else { return changes }
        var teams: [String: TeamID] = [:]
        for team in try await tenant.teams.list(as: administrator) { teams[team.name] = team.id }
        for (index, region) in dataset.regions.enumerated() {
            guard let team = teams[region.name], let course = try course(index),
                let supervisor = try await principal("supervisor-\(index + 1)@ou.example")
            else { continue }
            changes.suggestions += try await suggest(course, to: team, as: supervisor)
            changes.pages += try await writePage(of: team, region.name, as: supervisor)
            for student in region.students.prefix(Self.goalsPerTeam) {
                changes.goals += try await setGoal(course, for: "student-\(student)@ou.example", as: manager)
            }
        }
        return changes
    }

    /// The course for a team. The teams take the courses of the catalogue in turn.
    private func course(_ index: Int) throws -> CourseID? {
        guard !dataset.courses.isEmpty else { return nil }
        return try CourseID(dataset.courses[index % dataset.courses.count].presentation.code)
    }

    private func principal(_ address: String) async throws -> Principal? {
        guard let account = try await platform.account(EmailAddress(address)) else { return nil }
        return try await tenant.principal(for: account)
    }

    private func suggest(_ course: CourseID, to team: TeamID, as supervisor: Principal) async throws -> Int {
        let suggestions = try tenant[Suggestions.self]
        let known = try await suggestions.list(SuggestionQuery(audience: .team(team)), as: supervisor)
        guard known.suggestions.isEmpty else { return 0 }
        try await suggestions.suggest(
            course, to: .team(team), note: "A good one to begin the year with.", due: .afterJoining(days: 90),
            as: supervisor)
        return 1
    }

    private func writePage(of team: TeamID, _ name: String, as supervisor: Principal) async throws -> Int {
        let pages = try tenant[TeamPages.self]
        let page = try await pages.page(of: team, as: supervisor)
        guard page.published == nil else { return 0 }
        var revision = page.revision
        if page.draft == nil {
            let message = """
                # Welcome, \(name)

                Your course is **below**. If anything is unclear, write to me:

                - about the course and its dates,
                - about your certificate.
                """
            revision = try await pages.saveDraft(message, of: team, basedOn: revision, as: supervisor)
        }
        try await pages.publish(of: team, basedOn: revision, as: supervisor)
        return 1
    }

    private func setGoal(_ course: CourseID, for address: String, as manager: Principal) async throws -> Int {
        guard let member = try await tenant.members.find(address, as: administrator).first else { return 0 }
        let suggestions = try tenant[Suggestions.self]
        guard try await suggestions.goals(of: member.id, as: manager).isEmpty else { return 0 }
        let organization = try await tenant.settings.organization(as: manager)
        let day = Day(Date.now, in: organization.timeZone).advanced(by: 180)
        try await suggestions.setGoal(.complete(course), for: member.id, by: day, as: manager)
        return 1
    }
}
