/// Something in the data folder that does not fit together, as a restore of some of its files leaves it.
public enum Discrepancy: Sendable, Equatable, CustomStringConvertible {
    /// A file lies in `tenants/`, and the directory does not know the organization.
    case unknownOrganization(OrganizationID)
    /// The directory knows the organization, and its file is missing.
    case organizationWithoutFile(OrganizationID)
    /// The file of an organization that was deleted is there again.
    case deletedOrganizationWithFile(OrganizationID)
    /// Members name accounts that the directory does not know: these people cannot sign in.
    case membersWithoutAccount(OrganizationID, members: Int)

    public var organization: OrganizationID {
        switch self {
        case .unknownOrganization(let id), .organizationWithoutFile(let id), .deletedOrganizationWithFile(let id),
            .membersWithoutAccount(let id, _):
            id
        }
    }

    public var description: String {
        switch self {
        case .unknownOrganization(let id):
            "the file of organization \(id) is there, and the directory does not know it; mend(_:) takes it up, or move it away"
        case .organizationWithoutFile(let id):
            "the file of organization \(id) is missing; put it back from a backup, or mend(_:) deletes the organization"
        case .deletedOrganizationWithFile(let id):
            "the file of organization \(id), which was deleted, is there again; mend(_:) removes it"
        case .membersWithoutAccount(let id, let count):
            "\(count) members of organization \(id) have no account; mend(_:) makes it from their names and addresses"
        }
    }
}
