import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumSuggestions
import AtriumTeamPages

/// Which modules the product has. An integrator changes this.
enum Composition {
    static var sender: EmailAddress { get throws { try EmailAddress("no-reply@academy.example") } }

    static func modules(
        origin: String, sender: EmailAddress, transport: any MailTransport
    ) -> [any Module] {
        [
            Seats(defaultLimit: 500), Mail(sender: sender, transport: transport),
            Invitations { "\(origin)/join/\($0)" }, Courses(),
            Certificates { "\(origin)/certificates/\($0)" }, Analytics(), Suggestions(), TeamPages(),
        ]
    }
}
