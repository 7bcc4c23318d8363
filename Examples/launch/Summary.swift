import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations

/// What a run has made, for the terminal. The figures are in the tabs that ``Areas`` draws.
struct Summary {
    let people: PeopleReports
    let learning: LearningReports
    let certificates: [Certificate]
    let changes: Campaign.Changes
    /// The number of submissions that are carried over from an earlier presentation. They are left out of the learning record.
    let bankedCount: Int
    let folder: String
    let time: Duration

    func print() {
        Swift.print(([heading] + ending).joined(separator: "\n"))
    }

    private var heading: String {
        let active = people.members.filter { $0.member.state == .active }
        let learners = active.filter { $0.assignments.isEmpty }
        let supervisors = active.filter { $0.assignments.contains { $0.role == .supervisor } }
        return """

            Open University: \(active.count) members, \(learners.count) of them learners, in \(learning.teams.rows.count) \
            teams with \(supervisors.count) supervisors
            """
    }

    private var ending: [String] {
        let states = Dictionary(grouping: people.invitations, by: \.state.rawValue).mapValues(\.count)
        let counts = states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return ["Invitations: \(counts)", imported] + remarks + [
            "Certificates: \(certificates.count { $0.state == .valid }) valid of \(certificates.count) issued", work,
            "Peak memory: \(Resources.peakMemory >> 20) MiB",
            "Folders in \(folder): reports, outbox (mail), calendar, certificates, kit and personal-data",
        ]
    }

    private var imported: String {
        let counts = ImportReport.Verdict.allCases.filter { changes.imported[$0] > 0 }
            .map { "\(changes.imported[$0]) \($0.rawValue)" }.joined(separator: ", ")
        return """
            Learning record: \(counts) of \(changes.imported.total) lines in \(seconds(changes.importTime)) s; \
            \(bankedCount) submissions left out, because they are carried over from an earlier presentation
            """
    }

    /// Why some lines are not in the record: the first five of them.
    private var remarks: [String] {
        changes.imported.remarks.prefix(5).map { "  line \($0.line) \($0.verdict.rawValue): \($0.reason)" }
    }

    private var work: String {
        if changes.isNothing { return "Everything was done already. Nothing changed. \(seconds(time)) s" }
        return """
            This run: \(changes.teams) teams and \(changes.courses) courses created, \(changes.invited) people invited, \
            \(changes.joined) joined, \(changes.led.suggestions) courses suggested, \(changes.led.pages) pages written, \
            \(changes.led.goals) goals set, in \(seconds(time)) s
            """
    }

    private func seconds(_ time: Duration) -> Double { (time / .milliseconds(100)).rounded() / 10 }
}
