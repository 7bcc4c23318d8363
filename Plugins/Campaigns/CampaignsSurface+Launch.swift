internal import Atrium
internal import AtriumSurfaces

extension Campaigns {
    /// How learning is kept up after the launch.
    static let launchSteps = [
        LaunchStep(
            "plan", .follow, "Plan the year",
            advice: "A message, a banner, a suggestion and a review each month make learning a habit.", at: PlanTable(),
            of: Self.self
        ) { service, caller in
            let entries = try await service.entries(as: caller.principal)
            let coming = entries.filter { $0.content.day >= caller.today && $0.state != .skipped }
            if coming.isEmpty { return .open("There is no plan for the coming months.") }
            let month = coming.filter { $0.content.day < caller.today.advanced(by: 31) }
            let waiting = month.count { $0.state == .draft || $0.state == .needsApproval }
            return waiting == 0
                ? .done("The next month is approved.")
                : .open("\(waiting, "entry of the next month waits", "entries of the next month wait") for approval.")
        }
    ]
}
