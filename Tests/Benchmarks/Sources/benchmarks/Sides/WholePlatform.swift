import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumPrivacy
import AtriumSeats
import AtriumSuggestions
import AtriumTeamPages
import Synchronization

/// All modules of this repository, as an integrator lists them.
enum WholePlatform {
    static func modules(tokens: Tokens = Tokens()) throws -> [any Module] {
        [
            Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: NoTransport()),
            Invitations { token in
                tokens.add(token)
                return "https://acme.example/join/\(token)"
            },
            Courses(), Certificates { "https://acme.example/certificates/\($0)" }, Analytics(), Suggestions(),
            TeamPages(), Privacy(), Items(),
        ]
    }
}

/// The tokens of invitations, in the order in which they were written.
final class Tokens: Sendable {
    private let list: Mutex<[String]> = Mutex([])

    func add(_ token: String) { list.withLock { $0.append(token) } }

    /// All tokens since the last call.
    func take() -> [String] {
        list.withLock { list in
            defer { list = [] }
            return list
        }
    }
}

/// Sends nothing, so mail waits.
private struct NoTransport: MailTransport {
    func send(_ mail: OutgoingMail) async throws { throw HarnessError("nothing is sent here") }
}

extension Platform {
    /// Provisions an organization. Its founder accepts the invitation and is its administrator.
    func foundByInvitation(_ slug: String, _ tokens: Tokens) async throws -> (Tenant, Principal) {
        let address = try EmailAddress("founder-of-\(slug)@acme.example")
        let tenant = try await createOrganization(
            OrganizationSettings(name: "Organization \(slug)"), slug: slug, founder: address)
        guard let token = tokens.take().last else { throw HarnessError("the founder was not invited") }
        let invitations = try tenant[Invitations.self]
        let account = try await invitations.createAccount(token, name: "Founder", as: .visitor)
        return (tenant, .member(try await invitations.accept(token, as: .account(account))))
    }
}
