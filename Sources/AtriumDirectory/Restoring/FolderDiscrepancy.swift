public import AtriumValues

/// Something in the data folder that does not fit together, as a restore of some of its files leaves it.
public enum FolderDiscrepancy<Organization>: Sendable, Equatable, CustomStringConvertible {
    /// A file lies in `tenants/`, and the directory does not know the organization.
    case unknownOrganization(ID<Organization>)
    /// The directory knows the organization, and its file is missing.
    case organizationWithoutFile(ID<Organization>)
    /// The file of an organization that was deleted is there again.
    case deletedOrganizationWithFile(ID<Organization>)
    /// Members, former ones among them, name accounts that the directory does not know: these people cannot sign in.
    case membersWithoutAccount(ID<Organization>, members: Int)
    /// Members have addresses that their accounts do not have, for example after a restore of an older directory.
    case membersWithOtherAddress(ID<Organization>, members: Int)

    /// What does not fit between the directory's states and the files that are there.
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
            "the file of organization \(id) is there, and the directory does not know it; mend(_:) takes it up, or move it away"
        case .organizationWithoutFile(let id):
            "the file of organization \(id) is missing; put it back from a backup, or delete(_:) the organization"
        case .deletedOrganizationWithFile(let id):
            "the file of organization \(id), which was deleted, is there again; delete(_:) removes it, or move it away"
        case .membersWithoutAccount(let id, let count):
            "\(count) members of organization \(id), former ones included, have no account; mend(_:) makes it from their names and "
                + "addresses"
        case .membersWithOtherAddress(let id, let count):
            "\(count) members of organization \(id) have addresses that their accounts do not have; mend(_:) gives these to the accounts"
        }
    }
}

/// What the organizations' files do not tell, where the directory is made from them.
public enum UnknownFolderFact<Organization>: Sendable, Hashable, CustomStringConvertible {
    /// Accounts of people who are no members of any organization.
    case accountsOfNoMember
    /// Former addresses that no member had, which addresses were released and when, and changes that were not confirmed. An
    /// invitation that was mailed before an address was released opens for its owner of now.
    case addressHistory
    /// Which organizations were deleted.
    case deletedOrganizations
    /// The slugs that organizations had before: they do not say any more that these moved.
    case formerSlugs
    /// Whether an organization was suspended: it is active.
    case suspension(ID<Organization>)
    /// An organization's slug, which another one has now: it is its id.
    case slug(ID<Organization>)
    /// Further addresses of people whose accounts were made from their memberships.
    case furtherAddresses(ID<Organization>, members: Int)
    /// Members who have no way to sign in, because somebody else has or claims their address.
    case accounts(ID<Organization>, members: Int)

    public var description: String {
        switch self {
        case .accountsOfNoMember: "the accounts of people who are no members of any organization"
        case .addressHistory:
            "former addresses that no member had, when addresses were released (an invitation of before opens for the owner of "
                + "now), and unconfirmed changes"
        case .deletedOrganizations: "which organizations were deleted; a file of one that comes back is taken up"
        case .formerSlugs: "the slugs that organizations had before, which do not lead to them any more"
        case .suspension(let id): "whether organization \(id) was suspended; it is active"
        case .slug(let id): "the slug of organization \(id), which another one has; it is '\(id)' now"
        case .furtherAddresses(let id, let count): "further addresses of \(count) people of organization \(id)"
        case .accounts(let id, let count):
            "how \(count) members of organization \(id) sign in; others have or claim their addresses"
        }
    }
}
