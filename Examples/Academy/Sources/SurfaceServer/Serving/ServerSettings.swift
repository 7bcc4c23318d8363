public import Atrium
public import AtriumSurfaces
public import Foundation
public import HTTPTypes

/// What an operator decides about the server.
public struct ServerSettings: Sendable {
    /// The name of the product, which people read before they enter an organization.
    public var product: String
    /// The address under which browsers reach the server: `https://training.example`, without a slash at its end.
    public var origin: String
    /// The principal of a program's token in its organization; `nil` if the token opens nothing. Without it there is no
    /// interface for programs.
    public var programPrincipal: (@Sendable (Tenant, _ token: String) async throws -> Principal?)?
    /// Short addresses that lead visitors to a surface.
    public var publicAddresses: [PublicAddress] = []
    /// Files that anybody may get who has their secret address, such as calendars.
    public var publicFiles: [PublicFile] = []
    /// The folder for files until a form is confirmed; `nil` keeps them in the folder for temporary files.
    public var folder: String?
    /// The largest file that a form may send, in bytes.
    public var largestUpload = 64 << 20
    /// The header in which a proxy gives the address of the client; `nil` without a proxy.
    public var clientAddressHeader: HTTPField.Name?
    /// How long the answer to a form waits for its act, before it shows the progress.
    public var patience = Duration.seconds(3)
    /// Tells the time.
    public var now: @Sendable () -> Date = { Date() }
    /// Makes a text of 32 random bytes.
    public var randomToken: @Sendable () -> String = {
        // Each number is one call of the operating system.
        (0..<4).map { _ in
            let text = String(UInt64.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }

    /// Makes settings.
    public init(product: String, origin: String) { (self.product, self.origin) = (product, origin) }

    /// Whether browsers reach the server through TLS, so that cookies are sent through TLS only.
    var isSecure: Bool { origin.hasPrefix("https://") }
}

/// A short address for visitors: `/<word>/<text>` leads to a surface in the organization that the text names.
public struct PublicAddress: Sendable {
    let word: String
    let surface: String
    let field: String
    let organization: @Sendable (_ text: String) -> OrganizationID?

    /// `word` is the first part of the address. `surface` is the path of the surface, and `field` is the field of its form that
    /// gets the text. `organization` reads the organization out of the text; `nil` if there is none in it.
    public init(
        _ word: String, to surface: String, field: String,
        organization: @escaping @Sendable (_ text: String) -> OrganizationID?
    ) { (self.word, self.surface, self.field, self.organization) = (word, surface, field, organization) }
}

/// A file at a secret address: `/<path>/<token>`, where the token begins with the id of its organization.
public struct PublicFile: Sendable {
    let path: String
    let read: @Sendable (Tenant, _ token: String) async throws -> Download

    /// `read` makes the file of a token, or throws an `ExplainedError` if the token opens nothing.
    public init(_ path: String, read: @escaping @Sendable (Tenant, _ token: String) async throws -> Download) {
        (self.path, self.read) = (path, read)
    }
}
