package import AtriumStorage
package import AtriumValues

/// One line of the index: whom an account is in an organization.
package struct Membership<Member>: Sendable, Hashable {
    package let account: AccountID
    package let member: ID<Member>
    package let isActive: Bool
    /// When it last changed, among the memberships of its organization.
    package let revision: Int

    /// Reads the columns in the order of the properties.
    package init(_ row: Row) throws {
        (account, member, isActive, revision) = (try row[0], try row[1], try row[2], try row[3])
    }
}

/// What an organization is called: by people, and where it is looked up.
package struct OrganizationNames: Sendable, Equatable {
    package let name: String
    package let slug: Slug

    /// Reads the columns in the order of the properties, the first two.
    package init(_ row: Row) throws { (name, slug) = (try row[0], try row[1]) }
}
