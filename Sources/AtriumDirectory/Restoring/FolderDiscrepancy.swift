public import AtriumValues

/// A mismatch in the data folder between the directory and the organizations' files, for example after only some files were
/// restored from a backup.
public enum FolderDiscrepancy<Organization>: Sendable, Equatable, CustomStringConvertible {
    /// `tenants/` has a file of an organization that the directory does not know.
    case unknownOrganization(ID<Organization>)
    /// The directory knows the organization, but its file is missing.
    case organizationWithoutFile(ID<Organization>)
    /// The organization was deleted, but its file is there again.
    case deletedOrganizationWithFile(ID<Organization>)
    /// Members, including former ones, have accounts that the directory does not know. These people cannot sign in.
    case membersWithoutAccount(ID<Organization>, members: Int)
    /// Members have addresses that their accounts do not have, for example after a restore of an older directory.
    case membersWithOtherAddress(ID<Organization>, members: Int)

    /// The mismatches between the directory's states and the files that exist.
    package static func all(of states: [ID<Organization>: OrganizationState], and files: Set<ID<Organization>>)
        -> [Self]
    {
        files.union(states.keys).sorted().compactMap { id in
            switch (states[id], files.contains(id)) {
            case (nil, true): .unknownOrganization(id)
            case (.active, false), (.suspended, false): .organizationWithoutFile(id)
            case (.deleted, true): .deletedOrganizationWithFile(id)
            case (nil, false), (.active, true), (.suspended, true), (.deleted, false), (.creating, _), (.deleting, _):
                nil
            }
        }
    }

    /// The organization whose data do not match.
    public var organization: ID<Organization> {
        switch self {
        case .unknownOrganization(let id), .organizationWithoutFile(let id), .deletedOrganizationWithFile(let id),
            .membersWithoutAccount(let id, _), .membersWithOtherAddress(let id, _):
            id
        }
    }

    public var description: String {
        switch self {
        case .unknownOrganization(let id):
            "the file of organization \(id) exists, but the directory does not know the organization; repair(_:) adds it, or move the file away"
        case .organizationWithoutFile(let id):
            "the file of organization \(id) is missing; put it back from a backup, or delete(_:) the organization"
        case .deletedOrganizationWithFile(let id):
            "organization \(id) was deleted, but its file is there again; delete(_:) removes the file, or move it away"
        case .membersWithoutAccount(let id, let count):
            "\(count) members of organization \(id), including former ones, have no account; repair(_:) makes accounts from their names "
                + "and addresses"
        case .membersWithOtherAddress(let id, let count):
            "\(count) members of organization \(id) have addresses that their accounts do not have; repair(_:) adds these to the accounts"
        }
    }
}

/// A fact that is lost when the directory is made from the organizations' files, because the files do not have it.
public enum UnknownFolderFact<Organization>: Sendable, Hashable, CustomStringConvertible {
    /// The accounts of people who are not a member of any organization.
    case accountsOfNoMember
    /// Former addresses that no member had, which addresses were released and when, and address changes that were not
    /// confirmed. An invitation that was mailed before an address was released therefore opens for the present owner of the
    /// address.
    case addressHistory
    /// Which organizations were deleted.
    case deletedOrganizations
    /// The former slugs of organizations. A lookup by one of them no longer leads to the organization.
    case formerSlugs
    /// Whether the organization was suspended. It is active now.
    case suspension(ID<Organization>)
    /// The organization's slug, because another organization has it now. The organization has its id as its slug instead.
    case slug(ID<Organization>)
    /// Further addresses of people whose accounts were made from their memberships.
    case furtherAddresses(ID<Organization>, members: Int)
    /// How these members sign in. They have no address, because another account has or claims it.
    case accounts(ID<Organization>, members: Int)

    public var description: String {
        switch self {
        case .accountsOfNoMember: "the accounts of people who are not a member of any organization"
        case .addressHistory:
            "former addresses that no member had, when addresses were released (an invitation from before opens for the present "
                + "owner), and unconfirmed changes"
        case .deletedOrganizations:
            "which organizations were deleted; if the file of one comes back, it counts as an unknown organization"
        case .formerSlugs: "the slugs that organizations had before, which no longer lead to them"
        case .suspension(let id): "whether organization \(id) was suspended; it is active now"
        case .slug(let id): "the slug of organization \(id), which another organization has; it is '\(id)' now"
        case .furtherAddresses(let id, let count): "further addresses of \(count) people of organization \(id)"
        case .accounts(let id, let count):
            "how \(count) members of organization \(id) sign in; other accounts have or claim their addresses"
        }
    }
}
