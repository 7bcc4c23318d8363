internal import Foundation

/// What does not fit together in the folder, and mending it. Each is found at opening, named to the observer, and stops nobody
/// else.
extension Platform {
    /// What does not fit together now: in the folder, and in the organizations that were started.
    public func discrepancies() async throws -> [Discrepancy] {
        let (states, files) = (try await directory.states(), Set(try Self.organizationFiles(in: configuration.folder)))
        var found: [Discrepancy] = []
        for id in files.union(states.keys).sorted() {
            switch (states[id], files.contains(id)) {
            case (nil, true): found.append(.unknownOrganization(id))
            case (.active, false), (.suspended, false): found.append(.organizationWithoutFile(id))
            case (.deleted, true): found.append(.deletedOrganizationWithFile(id))
            case (nil, false), (.active, true), (.suspended, true), (.deleted, false), (.creating, _), (.deleting, _):
                break
            }
        }
        for task in (tenants.withLock { $0 } ?? [:]).values {
            guard let tenant = try? await task.value else { continue }
            let count = tenant.index.withLock(\.lostAccounts.count)
            if count > 0 { found.append(.membersWithoutAccount(tenant.id, members: count)) }
        }
        return found
    }

    /// Brings a discrepancy in order, as its description says; one that is gone changes nothing. Returns what could not be known.
    @discardableResult
    public func mend(_ discrepancy: Discrepancy) async throws -> [String] {
        let id = discrepancy.organization
        let (state, isThere) = (try await directory.state(of: id), Files.exists(path(of: id)))
        switch discrepancy {
        case .unknownOrganization:
            return state == nil && isThere ? try await takeUp(id) : []
        case .organizationWithoutFile:
            if state == .active || state == .suspended, !isThere { try await delete(id) }
        case .deletedOrganizationWithFile:
            if state == .deleted, isThere { try Files.removeDatabase(path(of: id)) }
        case .membersWithoutAccount:
            return try await tenant(id).restoreAccounts()
        }
        return []
    }

    static func organizationFiles(in folder: String) throws -> [OrganizationID] {
        try Files.names(in: folder + "/tenants").compactMap {
            $0.hasSuffix(".db") ? OrganizationID($0.dropLast(3)) : nil
        }
    }

    /// Gives an organization whose file is there its place in the directory. Returns what could not be known.
    func takeUp(_ id: OrganizationID) async throws -> [String] {
        let file = DatabaseFile(
            path: path(of: id), storage: storage, schemas: modules.schemas, identity: id.description, access: .write)
        let (name, slug, createdAt): (String, Slug, Date)
        do {
            (name, slug, createdAt) = try await file.read { connection in
                try connection.kernel.one("SELECT name, slug, created_at FROM kernel_organization") {
                    (try $0[0], try $0[1], try $0[2])
                }
            }
        } catch {
            await file.close()
            throw error
        }
        await file.close()
        var unknown = ["whether organization \(id) was suspended: it is active"]
        do {
            try await directory.take(id, slug: slug, name: name, createdAt: createdAt)
        } catch OrganizationError.slugTaken {
            // The id is a slug as well, and nobody else's.
            guard let own = Slug(id.description) else { throw OrganizationError.slugTaken }
            try await directory.take(id, slug: own, name: name, createdAt: createdAt)
            unknown.append("the slug of organization \(id), which another has now: it is '\(own)'")
        }
        return unknown + (try await tenant(id).restoreAccounts())
    }
}

extension Tenant {
    /// Makes the accounts that the directory has lost from what members say, or gives these members the account that has their
    /// address now. Returns what could not be known.
    func restoreAccounts() async throws -> [String] {
        let lost = index.withLock(\.lostAccounts)
        if lost.isEmpty { return [] }
        let members = try await file.read { connection in
            try connection.kernel.rows(
                """
                SELECT \(StoredMember.columns) FROM kernel_member m
                WHERE account_id IN (SELECT value FROM json_each(\(json: lost)))
                """, make: StoredMember.init)
        }
        var withoutAddress = 0
        for member in members {
            if let account = try await directory.account(address: member.email) {
                let isMoved = try await store.write(as: .kernel, .enter) { work in
                    guard try work.member(account: account) == nil else { return false }
                    try work.relink(member.id, to: account)
                    return true
                }
                if !isMoved { withoutAddress += 1 }
            } else {
                try await directory.restoreAccount(member.account, name: member.name, address: member.email)
            }
        }
        _ = try await lookForLostAccounts()
        let others = "addresses of \(members.count) people of organization \(id) beside the one that they have here"
        return [others]
            + (withoutAddress == 0
                ? [] : ["the accounts of \(withoutAddress) members of organization \(id): others have their addresses"])
    }
}
