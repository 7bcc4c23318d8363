import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCampaigns
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumLearningSlots
import AtriumMail
import AtriumPrivacy
import AtriumSeats
import AtriumSessions
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTerminal
import SurfacePages
import SurfaceServer

/// Which modules the product has, and where links lead. An integrator changes this.
enum Composition {
    static var sender: EmailAddress { get throws { try EmailAddress("no-reply@academy.example") } }

    /// Opens the platform in a folder. Its mail goes into the folder's outbox.
    static func open(_ folder: String, origin: String, sender: EmailAddress) async throws -> Platform {
        let outbox = FolderTransport(folder: "\(folder)/outbox")
        var configuration = PlatformConfiguration(folder: folder)
        configuration.phrases =
            SurfacePhrases.all + TerminalPhrases.all + PagePhrases.all + ServerPhrases.all + ProductPhrases.all
        let modules = modules(origin: origin, sender: sender, transport: outbox)
        configuration.featureSets = featureSets(modules)
        let platform = PlatformReference()
        let sessions = Sessions { letter in
            let language = await platform.language(of: letter)
            let link = "\(origin)/sign-in/\(letter.token.text)"
            try await outbox.send(SignInMail.message(to: letter.recipient, link: link, from: sender, in: language))
        }
        return try await platform.keep(
            Platform.open(configuration, modules: modules, platformModules: [sessions]))
    }

    /// What organizations can be given. "Basics" is the way in, courses and their certificates; its administrators switch on
    /// the rest when they need it. An organization without a set has everything.
    static func featureSets(_ modules: [any Module]) -> [FeatureSet] {
        let more: [any Module.Type] = [
            Analytics.self, Suggestions.self, LearningSlots.self, TeamPages.self, Campaigns.self, LaunchKit.self,
        ]
        let basics = modules.filter { module in !more.contains { $0.id == type(of: module).id } }
        return [FeatureSet("Basics", modules: basics, switchable: more)]
    }

    static func modules(
        origin: String, sender: EmailAddress, transport: any MailTransport
    ) -> [any Module] {
        [
            Seats(defaultLimit: 500), Mail(sender: sender, transport: transport),
            Invitations { "\(origin)/join/\($0)" }, Courses(),
            Certificates { "\(origin)/certificates/\($0)" },
            Analytics { "\(origin)/calendars/reviews/\($0)" },
            Suggestions { "\(origin)/calendars/suggestions/\($0)" }, LearningSlots(), TeamPages(), Campaigns(),
            AccessTokens(), Privacy(), LaunchKit { _ in origin },
        ]
    }

    /// The addresses in letters and on certificates.
    static let publicAddresses = [
        PublicAddress("join", to: "invitations/invitation", field: "token") { token in
            OrganizationID(token.prefix { $0 != "." })
        },
        PublicAddress("certificates", to: "certificates/verify", field: "code") { CertificateCode($0)?.organization },
    ]

    /// Calendars, for programs that have their secret address.
    static let publicFiles = [
        PublicFile("calendars/reviews") { tenant, token in
            try await calendar(tenant[Analytics.self].calendar(token, as: .visitor))
        },
        PublicFile("calendars/suggestions") { tenant, token in
            try await calendar(tenant[Suggestions.self].calendar(token, as: .visitor))
        },
    ]

    private static func calendar(_ text: String) -> Download {
        Download(name: "calendar.ics", mediaType: "text/calendar; charset=utf-8", text: text)
    }
}
