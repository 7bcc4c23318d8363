internal import Atrium
internal import AtriumSurfaces

extension Seats {
    /// How many people can be invited.
    static let launchSteps = [
        LaunchStep(
            "seats", .prepare, "See how many seats are free",
            advice: "Each active member uses a seat, and each pending invitation reserves one.", at: SeatsSheet(),
            of: Self.self
        ) { service, caller in
            guard let free = try await service.balance(as: caller.principal).free else {
                return .done("The number of seats is not limited.")
            }
            return free > 0 ? .done("\(free, "seat is", "seats are") free.") : .open("No seat is free.")
        }
    ]
}
