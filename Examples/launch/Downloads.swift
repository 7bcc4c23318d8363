import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumSuggestions
import Foundation

/// The files for people: certificates with their register, and calendars.
struct Downloads {
    let certificates: [Certificate]
    private let tenant: Tenant
    private let addresses: [MemberID: EmailAddress]
    /// The members for whom goals are set, by their addresses.
    private let followers: [EmailAddress: MemberID]

    init(tenant: Tenant, people: PeopleReports, administrator: Principal) async throws {
        self.tenant = tenant
        addresses = Dictionary(uniqueKeysWithValues: people.members.map { ($0.member.id, $0.member.email) })
        var query = CertificateQuery()
        query.limit = 1000
        var all: [Certificate] = []
        repeat {
            let page = try await tenant[Certificates.self].listWithCodes(query, as: administrator)
            all += page.entries
            query.cursor = page.next
        } while query.cursor != nil
        certificates = all.sorted { $0.content.course < $1.content.course }
        var goals = GoalQuery()
        var followers: [EmailAddress: MemberID] = [:]
        repeat {
            let page = try await tenant[Suggestions.self].goals(goals, as: administrator)
            for progress in page.goals { addresses[progress.goal.member].map { followers[$0] = progress.goal.member } }
            goals.cursor = page.next
        } while goals.cursor != nil
        self.followers = followers
    }

    /// Writes `reports/certificates.csv`, one member's first certificate for each team, and a calendar for each member with a
    /// goal.
    func write(into folder: String, teams: [MemberEntry]) async throws {
        try ReportFile.write(rows, to: "\(folder)/reports/certificates.csv")
        try await writeCertificates(into: "\(folder)/certificates", teams)
        for (address, member) in followers {
            let text = try await tenant[Suggestions.self].calendar(of: member, as: .member(member))
            try ReportFile.write(text, to: "\(folder)/calendar/\(name(address)).ics")
        }
    }

    private var rows: [[String]] {
        let rows = certificates.map { certificate in
            let content = certificate.content
            return [
                addresses[certificate.member]?.description ?? "", content.course.description, content.day.description,
                certificate.state.rawValue, content.code.description,
            ]
        }
        return [["email", "course", "issued_on", "state", "code"]]
            + rows.sorted { left, right in
                zip(left, right).first { $0 != $1 }.map { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? false
            }
    }

    private func writeCertificates(into folder: String, _ teams: [MemberEntry]) async throws {
        let service = try tenant[Certificates.self]
        let first = Dictionary(certificates.map { ($0.member, $0) }) { first, _ in first }
        var done: Set<TeamID> = []
        for entry in teams {
            guard let team = entry.teams.first, let certificate = first[entry.member.id],
                done.insert(team).inserted
            else { continue }
            let path = "\(folder)/\(name(entry.member.email))-\(certificate.content.course)"
            let holder = Principal.member(entry.member.id)
            try ReportFile.write(try await service.svg(certificate.id, as: holder), to: "\(path).svg")
            try ReportFile.write(try await service.html(certificate.id, as: holder), to: "\(path).html")
        }
    }

    private func name(_ address: EmailAddress) -> String { String(address.description.prefix { $0 != "@" }) }
}
