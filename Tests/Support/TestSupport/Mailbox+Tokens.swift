@_exported public import AtriumMailTesting

extension Mailbox {
    /// What stands before the token in the link of an invitation.
    public static let link = "https://acme.example/join/"

    /// What stands before the token in a link that opts out.
    public static let optOutLink = "https://acme.example/mail?token="

    /// The token of an invitation, in the newest mail to an address.
    public func token(to address: String) -> String? { word(after: Self.link, to: address) }

    /// The token that opts out, in the newest mail to an address.
    public func optOutToken(to address: String) -> String? {
        word(after: Self.optOutLink, to: address).map { String($0.prefix { $0 != ">" }) }
    }
}
