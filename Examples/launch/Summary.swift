import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations

/// What a launch has made, for the terminal.
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
        Swift.print(([heading] + figures + teams + months + ending).joined(separator: "\n"))
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

    // MARK: - Figures

    private var figures: [String] {
        guard let row = learning.whole.rows.first, !row.days.isEmpty else { return ["", "No learning record"] }
        let shown: [KeyFigure] = [
            .enrolled, .started, .activities, .completed, .failed, .withdrawn, .completionRate, .certificates,
        ]
        let cells = shown.map { (name: $0.name, value: text(learning.whole.value(of: $0, in: row))) }
        return ["", "The learning record, \(row.days.lowerBound) to \(row.days.upperBound.advanced(by: -1))"]
            + Columns.lines(cells.map { [$0.name.description, $0.value] }, alignment: [.left, .right])
    }

    private var teams: [String] {
        let table = learning.teams
        let lines = table.rows.map { row in
            [
                row.name, bar(rate(row, in: table), of: 1), text(table.value(of: .completionRate, in: row)),
                "\(text(table.value(of: .active, in: row))) of \(text(table.value(of: .members, in: row))) active",
            ]
        }
        return ["", "Teams by completion rate"] + Columns.lines(lines, alignment: [.left, .left, .right, .right])
    }

    private var months: [String] {
        let table = learning.months
        let most = table.rows.compactMap { table.count(.activities, in: $0) }.max() ?? 0
        let lines = table.rows.map { row in
            let count = table.count(.activities, in: row) ?? 0
            return [
                LearningReports.month(row), bar(Double(count), of: Double(max(most, 1))),
                text(table.value(of: .activities, in: row)), "by \(text(table.value(of: .active, in: row)))",
            ]
        }
        return ["", "Activities by month, and the number of people who did them"]
            + Columns.lines(lines, alignment: [.left, .left, .right, .right])
    }

    private func rate(_ row: FigureRow, in table: FigureTable) -> Double {
        guard case .rate(let part, let total) = table.value(of: .completionRate, in: row) else { return 0 }
        return Double(part) / Double(total)
    }

    private func text(_ value: FigureValue) -> String {
        switch value {
        case .count(let count): "\(count)"
        case .rate(let part, let total): "\(Double(part * 1000 / total) / 10)% of \(total)"
        case .none: "–"
        case .hidden: "<\(learning.whole.smallGroup ?? 0)"
        }
    }

    private func bar(_ value: Double, of whole: Double) -> String {
        String(repeating: "▇", count: Int((value / whole * 40).rounded(.up)))
    }

    // MARK: - The run

    private var ending: [String] {
        let states = Dictionary(grouping: people.invitations, by: \.state.rawValue).mapValues(\.count)
        let counts = states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return ["", "Invitations: \(counts)", imported] + remarks + [
            "Certificates: \(certificates.count { $0.state == .valid }) valid of \(certificates.count) issued", work,
            "Peak memory: \(Resources.peakMemory >> 20) MiB",
            "Folders in \(folder): reports, outbox (mail), calendar and certificates",
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
