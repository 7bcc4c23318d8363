internal import Atrium
internal import AtriumSurfaces

extension Analytics {
    /// What is looked at during the year.
    static let launchSteps = [
        LaunchStep(
            "watch", .follow, "Choose key figures",
            advice: "Which figures do you want to follow all year? Give each a target.", at: WatchListTable(),
            of: Self.self
        ) { service, caller in
            let count = try await service.watchList(as: caller.principal).count
            return count == 0
                ? .open("You watch no figure yet.") : .done("You watch \(count, "figure", "figures").")
        },
        LaunchStep(
            "review", .follow, "Schedule a review",
            advice: "A fixed time for looking at the figures keeps the project alive.", at: WatchListTable(),
            of: Self.self
        ) { service, caller in
            guard let review = try await service.review(as: caller.principal) else {
                return .open("You have no review yet.")
            }
            return .done("You are reminded \(review.cycle.words).")
        },
    ]
}
