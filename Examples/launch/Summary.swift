import Atrium
import AtriumInvitations

/// What a launch left behind, for the terminal.
struct Summary {
    let reports: Reports
    let changes: Campaign.Changes
    let folder: String
    let time: Duration

    func print() {
        let active = reports.members.filter { $0.member.state == .active }
        let learners = active.filter { $0.assignments.isEmpty }
        let supervisors = active.filter { $0.assignments.contains { $0.role == .supervisor } }
        Swift.print("")
        Swift.print(
            "Open University: \(active.count) members, \(learners.count) of them learners, "
                + "in \(teamSizes.count) teams with \(supervisors.count) supervisors")
        let widest = teamSizes.map(\.name.count).max() ?? 0
        let largest = teamSizes.map(\.size).max() ?? 1
        for (name, size) in teamSizes {
            let bar = String(repeating: "▇", count: max(1, size * 40 / max(largest, 1)))
            let pad = String(repeating: " ", count: widest - name.count)
            Swift.print("  \(name)\(pad)  \(bar) \(size)")
        }
        let states = Dictionary(grouping: reports.invitations, by: \.state.rawValue).mapValues(\.count)
        let counts = states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        Swift.print("Invitations: \(counts)")
        Swift.print(work)
        Swift.print("Reports in \(folder)/reports, mail in \(folder)/outbox")
    }

    private var work: String {
        if changes.teams + changes.invited + changes.joined == 0 {
            return "Everything was there already; nothing changed."
        }
        let seconds = (time / .milliseconds(100)).rounded() / 10
        return "This run: \(changes.teams) teams created, \(changes.invited) people invited, \(changes.joined) joined, "
            + "in \(seconds) s"
    }

    private var teamSizes: [(name: String, size: Int)] {
        var sizes: [TeamID: Int] = [:]
        for entry in reports.members where entry.member.state == .active {
            for team in entry.teams { sizes[team, default: 0] += 1 }
        }
        return reports.teams.map { ($0.value, sizes[$0.key] ?? 0) }.sorted { $0.name < $1.name }
    }
}
