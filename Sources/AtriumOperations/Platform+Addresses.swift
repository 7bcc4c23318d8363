public import Atrium
internal import AtriumDirectory

/// Changes and releases the addresses of accounts. Like the creation of accounts, these are acts of the process that owns the
/// platform, in the name of a signed-in account.
///
/// Members of organizations have a copy of the address. In an open organization, the copy is changed at once. In another
/// organization, it is changed when the organization opens or has its turn. Each change publishes ``MemberAddressChanged``. If
/// a member's account has no address, or if the member's copy is now the address of another account, the member gets
/// `<member id>@released.invalid`, which belongs to nobody.
extension Platform {
    /// Asks for another address. Mails a notice to the old address, then a secret to the new one, and returns after both. The
    /// request replaces an earlier request for the same old address. Pass `nil` as the old address if the account has none, for
    /// example after a release.
    ///
    /// It does not reveal whether another account has the new address. Throws `AccountError`, and the errors of `accountMail`.
    /// After an error of `accountMail`, call it again. The caller limits how often an account may ask.
    public func requestAddressChange(
        of account: AccountID, from old: EmailAddress?, to new: EmailAddress
    ) async throws {
        try await directory.requestAddressChange(
            of: account, from: old, to: new, Secret(bytes: configuration.randomBytes(32)),
            lifetime: configuration.addressChangeLifetime, mail: configuration.accountMail)
    }

    /// Gives an account the address to which the secret was mailed, in place of the old one. Each secret works once.
    ///
    /// The old address becomes a former one. It still opens invitations that were sent to it, and nothing else. No other
    /// account can have it until it is released. Throws `AccountError.invalidSecret`, or `addressTaken` or `addressFormer` if
    /// another account has or had the new address. After such an error nothing has changed.
    public func confirmAddressChange(_ secret: String, as account: AccountID) async throws {
        await copyAddresses(in: try await directory.confirmAddressChange(secret, as: account))
    }

    /// Releases an address, so that another person can have it. A former address can be released at any time. A current address
    /// can be released only if the account is not an active member anywhere; otherwise this throws `AccountError.addressInUse`.
    ///
    /// The next owner of the address gets nothing of the account. Invitations that were sent to the address before open nothing
    /// for the next owner. Only an operator may do this; other principals get `AccessError`. The audit chain of each
    /// organization that knew the person by this address names the operator.
    public func releaseAddress(_ address: EmailAddress, of account: AccountID, as principal: Principal) async throws {
        guard let name = principal.operatorName else {
            throw AccessError(permission: Permission.releaseAddress.id, isOfOperators: true)
        }
        await copyAddresses(in: try await directory.releaseAddress(address, of: account, by: name))
    }
}
