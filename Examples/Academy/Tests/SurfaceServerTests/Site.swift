import Atrium
import AtriumAccessTokens
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumSurfaces
import AtriumTesting
import SurfacePages
import SurfaceServer
import SurfaceServerTesting

/// A server of one organization, whose administrator is Ada.
struct Site {
    let test: TemporaryPlatform
    let acme: Tenant
    let ada: Principal
    let mailbox: Mailbox
    let client: ServerClient
}

func withSite(
    _ change: @Sendable (inout ServerSettings, TemporaryPlatform) -> Void = { _, _ in },
    _ body: @Sendable (Site) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    let modules: [any Module] = [
        Seats(defaultLimit: 100), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { "\(ServerClient.origin)/join/\($0)" }, AccessTokens(),
    ]
    let links = SignInLinks()
    try await withTemporaryPlatform(
        modules, platformModules: [links.module],
        configure: { $0.phrases = SurfacePhrases.all + PagePhrases.all + ServerPhrases.all }
    ) { test in
        let acme = try await test.organization()
        let ada = try await test.member(
            "ada@acme.example", name: "Ada", roles: [Assignment(.administrator)], in: acme)
        var settings = links.settings(test)
        settings.publicAddresses = [
            PublicAddress("join", to: "invitations/invitation", field: "token") { token in
                OrganizationID(token.prefix { $0 != "." })
            }
        ]
        settings.programPrincipal = { tenant, token in try await tenant[AccessTokens.self].principal(of: token) }
        change(&settings, test)
        let client = try await ServerClient(
            SurfaceServer(test.platform, settings), of: test.platform, links)
        try await body(Site(test: test, acme: acme, ada: ada, mailbox: mailbox, client: client))
    }
}
