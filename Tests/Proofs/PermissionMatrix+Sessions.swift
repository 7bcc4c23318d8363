import Atrium
import AtriumSessions
import AtriumTesting
import Testing

extension PermissionMatrix {
    /// Sessions of the platform. A member of an organization is nobody there: people come with their account.
    static let sessions: [Row] = [
        Row("SessionService.requestLink(_:as:)", Set(Asker.allCases)) { world, asker in
            let request = LinkRequest(
                address: try EmailAddress("ada@acme.example"), browser: "browser", source: "home")
            try await world.test.platform[Sessions.self].requestLink(request, as: asker)
        },
        Row("SessionService.link(_:in:as:)", Set(Asker.allCases)) { world, asker in
            do {
                _ = try await world.test.platform[Sessions.self].link("guess", in: "browser", as: asker)
            } catch SessionError.invalidLink {}
        },
        Row("SessionService.signIn(_:from:as:)", Set(Asker.allCases)) { world, asker in
            let attempt = SignInAttempt(browser: "browser", source: "home")
            do {
                _ = try await world.test.platform[Sessions.self].signIn("guess", from: attempt, as: asker)
            } catch SessionError.invalidLink {}
        },
        Row("SessionService.begin(on:as:)", [.account]) { world, asker in
            _ = try await world.test.platform[Sessions.self].begin(as: asker)
        },
        Row("SessionService.list(as:)", [.account]) { world, asker in
            _ = try await world.test.platform[Sessions.self].list(as: asker)
        },
        Row("SessionService.end(_:as:)", on: "another person's", [.account]) { world, asker in
            // Another person's session is like one that does not exist.
            let session = try await world.test.platform[Sessions.self].begin(
                as: .account(#require(AccountID(world.ada.description)))
            ).session
            do { try await world.test.platform[Sessions.self].end(session.id, as: asker) } catch SessionError.unknown {}
        },
        Row("SessionService.endAll(as:)", [.account]) { world, asker in
            try await world.test.platform[Sessions.self].endAll(as: asker)
        },
        Row("SessionService.endAll(of:as:)", [.operator]) { world, asker in
            try await world.test.platform[Sessions.self].endAll(
                of: #require(AccountID(world.ada.description)), as: asker)
        },
    ].map(\.ofPlatform)
}
