internal import AtriumDirectory

/// Changing and releasing the addresses of accounts. As creating accounts, these are acts of the process that owns the platform, in
/// the name of an account that has signed in.
///
/// Members of organizations have a copy of the address. It follows at once in organizations that are started, in the others when
/// they start or have their turn, with ``MemberAddressChanged``. A member whose account has no address, or whose copy is another
/// account's address by now, gets `<member id>@released.invalid`, which belongs to nobody.
extension Platform {
    /// Asks for another address: mails a notice to the old one, then a secret to the new one, both before it returns. It replaces
    /// an earlier change of the old address. An account that has no address, as after a release, gets one with `nil`.
    ///
    /// It says nothing of who has the new address. Throws `AccountError`, and what `accountMail` throws: call it again then. How
    /// often an account may ask is the caller's to limit.
    public func requestAddressChange(
        of account: AccountID, from old: EmailAddress?, to new: EmailAddress
    ) async throws {
        try await directory.requestAddressChange(
            of: account, from: old, to: new, Secret(bytes: configuration.randomBytes(32)),
            lifetime: configuration.addressChangeLifetime, mail: configuration.accountMail)
    }

    /// Gives an account the address to which the secret was mailed, once, in the old one's place.
    ///
    /// The old one is a former address then: it opens invitations that were sent to it, and nothing else, and nobody else can have
    /// it until it is released. Throws `AccountError.invalidSecret`, and `addressTaken` or `addressFormer` where another account has
    /// or had the new address; nothing changes then.
    public func confirmAddressChange(_ secret: String, as account: AccountID) async throws {
        await copyAddresses(in: try await directory.confirmAddressChange(secret, as: account))
    }

    /// Lets an address pass to another person: a former one at once, a current one of an account that is nowhere an active member
    /// (else throws `AccountError.addressInUse`).
    ///
    /// Nothing of the account goes with it. Invitations that were sent to the address before open nothing for its next owner. An
    /// operator does it (else throws `AccessError`): the chain of each organization that knew the person by this address names them.
    public func releaseAddress(
        _ address: EmailAddress, of account: AccountID, as principal: Principal
    ) async throws {
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
    /// Brings members' copies of addresses in line with the directory, as far as that is still to be done.
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
    /// Gives a member the account's address in the place of one that the account has no more, which is kept until it is released.
    fileprivate func copyAddresses(of account: Account) throws {
        guard let member = try member(account: account.id) else { return }
        try about("member", member.id)
        let hasReleased = try FormerAddresses(kernel).follow(account, of: member.id, at: member.email)
        var changed = hasReleased ? [member.id] : []
        if account.hasOutgrown(member.email) {
            let address = account.addresses.first ?? .released(by: member.id)
            // The directory says whose it is: another member has it from a time before.
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
