internal import Atrium
internal import AtriumSurfaces

extension TeamPages {
    /// Telling everybody.
    static let launchSteps = [
        LaunchStep(
            "announce", .tell, "Tell everybody",
            advice: "Say who invites and why, so that nobody takes the invitation for spam.", at: MessagesTable(),
            of: Self.self
        ) { service, caller in
            var cursor: MessagePage.Cursor?
            repeat {
                let page = try await service.messages(from: cursor, as: caller.principal)
                if page.messages.contains(where: { $0.message.audience == .organization }) {
                    return .done("A message went to everybody.")
                }
                cursor = page.next
            } while cursor != nil
            return .open("No message went to everybody yet.")
        }
    ]
}
