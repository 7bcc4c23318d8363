import Atrium
import AtriumInvitations
import Foundation

/// The organization's people and invitations as CSV, as its administrator reads them.
struct PeopleReports {
    let members: [MemberEntry]
    let invitations: [Invitation]
    let teams: [TeamID: String]

    init(tenant: Tenant, administrator: Principal) async throws {
        var names: [TeamID: String] = [:]
        for team in try await tenant.teams.list(archived: true, as: administrator) { names[team.id] = team.name }
        teams = names
        var query = MemberQuery()
        query.limit = 1000
        var entries: [MemberEntry] = []
        repeat {
            let page = try await tenant.members.list(query, as: administrator)
            entries += page.entries
            query.cursor = page.next
        } while query.cursor != nil
        members = entries.sorted { $0.member.email < $1.member.email }
        var search = InvitationQuery()
        search.limit = 1000
        var all: [Invitation] = []
        repeat {
            let page = try await tenant[Invitations.self].list(search, as: administrator)
            all += page.invitations
            search.cursor = page.next
        } while search.cursor != nil
        invitations = all
    }

    /// Writes `members.csv` and `invitations.csv`.
    func write(into folder: String) throws {
        try ReportFile.write(memberRows, to: "\(folder)/members.csv")
        try ReportFile.write(invitationRows, to: "\(folder)/invitations.csv")
    }

    private var memberRows: [[String]] {
        [["email", "name", "roles", "teams", "supervises", "status", "joined_at"]]
            + members.map { entry in
                let roles = Set(entry.assignments.map(\.role.rawValue)).sorted()
                return [
                    entry.member.email.description, entry.member.name,
                    roles.isEmpty ? "member" : roles.joined(separator: ";"), names(entry.teams),
                    names(entry.assignments.compactMap(\.team)), entry.member.state.rawValue,
                    time(entry.member.joinedAt),
                ]
            }
    }

    private var invitationRows: [[String]] {
        [["email", "role", "teams", "state", "sent_at", "accepted_at"]]
            + invitations.map { invitation in
                [
                    invitation.email.description, invitation.role.rawValue, names(invitation.teams),
                    invitation.state.rawValue, time(invitation.sentAt), invitation.acceptedAt.map(time) ?? "",
                ]
            }
    }

    private func names(_ ids: [TeamID]) -> String { ids.compactMap { teams[$0] }.sorted().joined(separator: ";") }

    private func time(_ date: Date) -> String { date.formatted(.iso8601) }
}
