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
            let plan = try await service.outlook(31, as: caller.principal)
            if plan.entries == 0 { return .open("There is no plan for the coming months.") }
            if plan.soon == 0 { return .open("The plan has nothing for the next month.") }
            return plan.waiting == 0
                ? .done("The next month is approved.")
                : .open(
                    "\(plan.waiting, "entry of the next month waits", "entries of the next month wait") for approval.")
        }
    ]
}
