public import Atrium
internal import Foundation

/// A fact that the organizations' files do not have, after a repair from them.
public typealias UnknownFact = UnknownFolderFact<any Organization>

/// Repairs mismatches in the folder.
extension Platform {
    /// Adds an organization to the directory, or restores the accounts of its people. Returns the facts that could not be
    /// restored. Changes nothing that is correct.
    ///
    /// It deletes nothing. If a file is missing, or a file exists that should not, it throws `OrganizationError.onlyDeletable`.
    /// Then correct the files, or call ``delete(_:)``.
    @discardableResult
    public func repair(_ discrepancy: Discrepancy) async throws -> [UnknownFact] {
        let id = discrepancy.organization
        switch discrepancy {
        case .unknownOrganization:
            guard try Self.organizationFiles(in: configuration.folder).contains(id) else { return [] }
            let unknown = try await directory.state(of: id) == nil ? try await registerFromFile(id) : []
            return try await unknown + restoreAccounts(in: id)
        case .membersWithoutAccount, .membersWithOtherAddress: return try await restoreAccounts(in: id)
        case .organizationWithoutFile, .deletedOrganizationWithFile:
            guard try await discrepancies().contains(discrepancy) else { return [] }
            throw OrganizationError.onlyDeletable
        }
    }

    private func restoreAccounts(in id: OrganizationID) async throws -> [UnknownFact] {
        let unknown = try await tenant(id).restoreAccounts(ofAll: false)
        // The same people may be members of other organizations.
        for tenant in await started() { try await tenant.index.lookForLostAccounts() }
        return unknown
    }

    /// Adds an organization to the directory from its file.
    func registerFromFile(_ id: OrganizationID) async throws -> [UnknownFact] {
        let file = file(of: id)
        let (name, slug, createdAt): (String, Slug, Date)
        do {
            (name, slug, createdAt) = try await file.read { connection in
                try connection.kernel.one(
                    "SELECT name, slug, created_at FROM kernel_organization", as: String.self, Slug.self, Date.self)
            }
        } catch {
            await file.close()
            throw error
        }
        await file.close()
        do {
            try await directory.register(id, slug: slug, name: name, createdAt: createdAt, as: .active)
        } catch OrganizationError.slugTaken {
            // The id has the form of a slug, and no other organization has it.
            guard let own = Slug(id.description) else { throw OrganizationError.slugTaken }
            try await directory.register(id, slug: own, name: name, createdAt: createdAt, as: .active)
            return [.suspension(id), .slug(id)]
        }
        return [.suspension(id)]
    }
}

extension Tenant {
    /// Restores lost accounts from the data of their members, or gives these members the newer account that has their address
    /// now. Gives accounts the addresses that their members have. With `all`, it checks all members. Otherwise it checks only
    /// the members whose account or address the directory does not know.
    func restoreAccounts(ofAll all: Bool) async throws -> [UnknownFact] {
        try await index.compareNow()
        let lost = index.lostAccounts.union(try await index.otherAddresses())
        let (members, former) = try await file.read { connection in
            let members = try connection.kernel.rows(
                """
                SELECT \(StoredMember.columns) FROM kernel_member m
                WHERE state <> 'erased' AND (\(all) OR account_id IN (SELECT value FROM json_each(\(json: lost))))
                """, make: StoredMember.init)
            return (members, try FormerAddresses(connection.kernel).all())
        }
        if members.isEmpty { return [] }
        let restored = try await directory.restoreAccounts(
            members.map { ($0.account, $0.name, $0.email) }, in: id, former: former)
        if !restored.successors.isEmpty { try await setAccount(members, to: restored.successors) }
        return (restored.made == 0 ? [] : [.furtherAddresses(id, members: restored.made)])
            + (restored.withoutAddress == 0 ? [] : [.accounts(id, members: restored.withoutAddress)])
    }

    /// Gives members the newer accounts that have proved their addresses, in one audited unit.
    private func setAccount(_ members: [StoredMember], to owners: [AccountID: AccountID]) async throws {
        try await store.write(as: Principal.kernel("restore accounts"), .system) { work in
            for member in members {
                guard let account = owners[member.account], try work.member(account: account) == nil else { continue }
                try work.setAccount(member.id, to: account)
            }
        }
    }
}
