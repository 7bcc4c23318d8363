internal import Atrium
internal import AtriumSurfaces

extension LaunchKit {
    /// Telling people with more than mail.
    static let launchSteps = [
        LaunchStep(
            "kit", .tell, "Hang up posters, and hand out flyers",
            advice: "Design the kit with your colour and your logo, and send the announcement before the invitations.",
            at: KitSheet(language: nil), of: Self.self
        ) { service, caller in
            let day = try await service.downloadedOn(as: caller.principal)
            return day.map { .done("Somebody got the files on \($0).") } ?? .open("Nobody got the files yet.")
        }
    ]
}
