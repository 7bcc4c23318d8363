internal import Atrium

/// The person who learned, as a source names them.
struct Learner: Hashable {
    /// How many bytes an identity has at most.
    static let limit = 1000

    /// One text for each identifier: `mailto:<address>`. For an xAPI agent, it may also be `mbox_sha1sum:<digest>`,
    /// `openid:<URI>` or `account:<home page> <name>`. A home page has no spaces, so two accounts never have the same text.
    let identity: String
    /// The address after `mailto:`; `nil` for other identifiers.
    let address: EmailAddress?

    init(_ address: EmailAddress) { (identity, self.address) = ("mailto:\(address)", address) }

    /// The learner with a stored identity.
    init(identity: String) {
        self.identity = identity
        address = identity.hasPrefix("mailto:") ? try? EmailAddress(String(identity.dropFirst(7))) : nil
    }
}
