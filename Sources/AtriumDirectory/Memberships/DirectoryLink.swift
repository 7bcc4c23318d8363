public import AtriumValues

/// An organization that a person may enter, for example for a menu.
public struct DirectoryLink<Organization, Member>: Sendable, Equatable {
    /// The organization to enter.
    public let organization: ID<Organization>
    /// The organization's name.
    public let name: String
    /// The slug under which it is looked up.
    public let slug: Slug
    /// The person's member id in the organization.
    public let member: ID<Member>
}
