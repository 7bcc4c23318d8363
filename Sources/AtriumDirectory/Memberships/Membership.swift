package import AtriumStorage
package import AtriumValues

/// One row of the index: which member of an organization belongs to an account.
package struct Membership<Member>: Sendable, Hashable {
    package let account: AccountID
    package let member: ID<Member>
    package let isActive: Bool
    /// The number of the membership's last change, in the order of all changes of memberships of the organization.
    package let revision: Int

    /// Reads the columns in the order of the properties.
    package init(_ row: Row) throws {
        (account, member, isActive, revision) = (try row[0], try row[1], try row[2], try row[3])
    }
}

/// The names of an organization: the one that people read, and the slug under which it is looked up.
package struct OrganizationNames: Sendable, Equatable {
    package let name: String
    package let slug: Slug

    /// Reads the first two columns, in the order of the properties.
    package init(_ row: Row) throws { (name, slug) = (try row[0], try row[1]) }
}
