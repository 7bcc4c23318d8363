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
        guard case .operator(let name) = principal.identity else {
            throw AccessError(permission: Permission.releaseAddress.id, isOfOperators: true)
        }
        await copyAddresses(in: try await directory.releaseAddress(address, of: account, by: name))
    }

    private func copyAddresses(in organizations: [OrganizationID]) async {
        for id in organizations {
            if let tenant = try? await tenants.withLock({ $0?[id] })?.value { await tenant.copyAddresses() }
        }
    }
}

extension Tenant {
    /// Brings the copies of addresses that are due in line with the directory.
    func copyAddresses() async {
        _ = await copies.run { [self] in
            await directory.copyAddresses(in: id) { [store] account, releasedBy in
                let release = releasedBy.map { " that operator:\($0) released" } ?? ""
                let principal = SystemPrincipal(module: "kernel", reason: "copy an address" + release)
                try await store.write(as: principal) { try $0.copyAddresses(of: account) }
            } failed: {
                if isOpenNow { report($0, in: "copy an address", of: "kernel") }
            }
            return 0
        }
    }
}

extension UnitOfWork {
    /// Gives a member the account's address, if the account no longer has the member's address. The former address is kept
    /// until it is released.
    fileprivate func copyAddresses(of account: Account) throws {
        guard let member = try member(account: account.id) else { return }
        try setSubject("member", member.id)
        let hasReleased = try FormerAddresses(kernel).follow(account, of: member.id, at: member.email)
        var changed = hasReleased ? [member.id] : []
        if account.makesOutdated(member.email) {
            let address = account.addresses.first ?? .released(by: member.id)
            // The directory decides who has the address. The other member's copy is out of date.
            let other = try owner(of: address)?.id
            if let other { try setAddress(.released(by: other), of: other) }
            try setAddress(address, of: member.id)
            changed = [other, member.id].compactMap { $0 }
        }
        try publish(contentsOf: changed.map(MemberAddressChanged.init))
    }

    private func setAddress(_ address: EmailAddress, of member: MemberID) throws {
        try kernel.run("UPDATE kernel_member SET email = \(address) WHERE id = \(member)")
    }
}
