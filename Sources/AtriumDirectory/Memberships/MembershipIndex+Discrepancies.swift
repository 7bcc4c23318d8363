internal import AtriumStorage
internal import AtriumSystem
internal import AtriumValues

/// Finds where the organization's members and the directory's accounts do not match.
extension MembershipIndex {
    /// Accounts of members that the directory has lost. The directory can lose accounts only while it is closed, and only
    /// ``Directory/restoreAccounts(_:in:former:)`` brings them back. The caller of that method lookupCount again.
    package var lostAccounts: Set<AccountID> { state.withLock(\.lostAccounts) }

    /// The discrepancies between the organization's members and the directory's accounts. A file that cannot be read is
    /// reported as ``Finding/behind(_:)``, unless it was closed.
    package func discrepancies() async throws -> [FolderDiscrepancy<Organization>] {
        try await lookForLostAccounts()
        var found: [FolderDiscrepancy<Organization>] = []
        if !lostAccounts.isEmpty { found.append(.membersWithoutAccount(id, members: lostAccounts.count)) }
        do {
            let other = try await otherAddresses()
            if !other.isEmpty { found.append(.membersWithOtherAddress(id, members: other.count)) }
        } catch {
            if (error as? DatabaseError)?.kind != .unavailable { observe(.behind(error)) }
        }
        return found
    }

    /// Accounts whose members have an address that the account does not have in the directory.
    package func otherAddresses() async throws -> Set<AccountID> {
        let found = try await lookForOtherAddresses()
        // The file and the directory are read one after the other. A change between the two reads is not in both results.
        return found.isEmpty ? found : found.intersection(try await lookForOtherAddresses())
    }

    private func lookForOtherAddresses() async throws -> Set<AccountID> {
        let members = try await file.read { [source] connection in
            try connection.kernel.rows(source.addresses, as: AccountID.self, EmailAddress.self)
        }
        return try await directory.otherAddresses(
            of: members.map { account, address in (account: account, address: address) }, in: id)
    }

    /// Asks the directory which accounts of members it has lost, and reports those that were not known before.
    package func lookForLostAccounts() async throws {
        let look = state.withLock { state in
            state.lookupCount += 1
            return state.lookupCount
        }
        let lost = Set(try await directory.lostAccounts(of: id))
        let hasNewLosses = state.withLock { state in
            // A lookup that began later is more recent.
            guard look > state.lastLookup else { return false }
            defer { (state.lostAccounts, state.lastLookup) = (lost, look) }
            return !lost.isSubset(of: state.lostAccounts)
        }
        if hasNewLosses { observe(.discrepancy(.membersWithoutAccount(id, members: lost.count))) }
    }
}
