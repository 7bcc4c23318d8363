public import AtriumDirectory
internal import Foundation

public typealias Discrepancy = FolderDiscrepancy<any Organization>
public typealias UnknownFact = UnknownFolderFact<any Organization>

/// What does not fit together in the folder, and mending it. Each is found at opening, named to the observer, and stops nobody
/// else.
extension Platform {
    /// What does not fit together now: in the folder, and in the organizations that were started.
    public func discrepancies() async throws -> [Discrepancy] {
        var found = Discrepancy.all(
            of: try await directory.states(), and: Set(try Self.organizationFiles(in: configuration.folder)))
        for tenant in await started { found += try await tenant.index.discrepancies() }
        return found
    }

    /// Takes up an organization, or makes its people's accounts again, and returns what could not be known. What is in order
    /// stays as it is.
    ///
    /// It destroys nothing: where a file is missing, or one too many, ``delete(_:)`` is the other way, and this throws
    /// `OrganizationError.onlyDeletable`.
    @discardableResult
    public func mend(_ discrepancy: Discrepancy) async throws -> [UnknownFact] {
        let id = discrepancy.organization
        switch discrepancy {
        case .unknownOrganization:
            let isThere = try Self.organizationFiles(in: configuration.folder).contains(id)
            guard isThere else { return [] }
            let unknown = try await directory.state(of: id) == nil ? try await takeUp(id) : []
            return try await unknown + restoreAccounts(in: id)
        case .membersWithoutAccount, .membersWithOtherAddress: return try await restoreAccounts(in: id)
        case .organizationWithoutFile, .deletedOrganizationWithFile:
            guard try await discrepancies().contains(discrepancy) else { return [] }
            throw OrganizationError.onlyDeletable
        }
    }

    private func restoreAccounts(in id: OrganizationID) async throws -> [UnknownFact] {
        let unknown = try await tenant(id).restoreAccounts(ofAll: false)
        // Elsewhere the same people are members.
        for tenant in await started { try await tenant.index.lookForLostAccounts() }
        return unknown
    }

    private var started: [Tenant] {
        get async {
            var started: [Tenant] = []
            for task in (tenants.withLock { $0 } ?? [:]).values {
                if let tenant = try? await task.value { started.append(tenant) }
            }
            return started
        }
    }

    static func organizationFiles(in folder: String) throws -> [OrganizationID] {
        try Files.names(in: folder + "/tenants").compactMap {
            $0.hasSuffix(".db") ? OrganizationID($0.dropLast(3)) : nil
        }
    }

    /// Gives an organization whose file is there its place in the directory.
    func takeUp(_ id: OrganizationID) async throws -> [UnknownFact] {
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
            // The id is a slug as well, and nobody else's.
            guard let own = Slug(id.description) else { throw OrganizationError.slugTaken }
            try await directory.register(id, slug: own, name: name, createdAt: createdAt, as: .active)
            return [.suspension(id), .slug(id)]
        }
        return [.suspension(id)]
    }
}

extension Tenant {
    /// Makes accounts that were lost from what members say, or gives these members the newer account that has their address now, and
    /// gives accounts the addresses that members have. `all` are looked at, or those of which the directory does not know it.
    func restoreAccounts(ofAll all: Bool) async throws -> [UnknownFact] {
        try await index.realign()
        let lost = index.lostAccounts.union(try await index.otherAddresses())
        let (members, former) = try await file.read { connection in
            let members = try connection.kernel.rows(
                """
                SELECT \(StoredMember.columns) FROM kernel_member m
                WHERE \(all) OR account_id IN (SELECT value FROM json_each(\(json: lost)))
                """, make: StoredMember.init)
            return (members, try FormerAddresses(connection.kernel).all())
        }
        if members.isEmpty { return [] }
        let restored = try await directory.restoreAccounts(
            members.map { ($0.account, $0.name, $0.email) }, in: id, former: former)
        if !restored.successors.isEmpty { try await relink(members, to: restored.successors) }
        return (restored.made == 0 ? [] : [.furtherAddresses(id, members: restored.made)])
            + (restored.withoutAddress == 0 ? [] : [.accounts(id, members: restored.withoutAddress)])
    }

    /// Gives members the accounts of who proved their addresses, in one audited unit.
    private func relink(_ members: [StoredMember], to owners: [AccountID: AccountID]) async throws {
        try await store.write(as: .system("kernel", "restore accounts"), .enter) { work in
            for member in members {
                guard let account = owners[member.account], try work.member(account: account) == nil else { continue }
                try work.relink(member.id, to: account)
            }
        }
    }
}
