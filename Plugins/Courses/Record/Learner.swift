internal import Atrium

/// Who learnt, as a source names them.
struct Learner: Hashable {
    /// How many bytes an identity has at most.
    static let limit = 1000

    /// One text for each identifier: `mailto:<address>`, or of an xAPI agent also `mbox_sha1sum:<digest>`, `openid:<URI>` or
    /// `account:<home page> <name>`. A home page has no spaces: two accounts never have the same text.
    let identity: String
    /// The address behind `mailto:`.
    let address: EmailAddress?

    init(_ address: EmailAddress) { (identity, self.address) = ("mailto:\(address)", address) }

    /// One that was stored.
    init(identity: String) {
        self.identity = identity
        address = identity.hasPrefix("mailto:") ? try? EmailAddress(String(identity.dropFirst(7))) : nil
    }
}
