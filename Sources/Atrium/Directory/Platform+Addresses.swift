internal import AtriumDirectory

/// Copies the addresses of accounts to the members of organizations (`Platform.confirmAddressChange(_:as:)` of
/// AtriumOperations).
extension Platform {
    /// Copies addresses in the organizations that are open. The others copy them when they open or have their turn.
    package func copyAddresses(in organizations: [OrganizationID]) async {
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
