package import AtriumStorage

extension MembershipIndex {
    /// SELECT statements for what is copied: the columns of a ``Membership``, those of ``OrganizationNames``, and the accounts
    /// and addresses of members.
    package struct Source: Sendable {
        let memberships: SQL
        let names: SQL
        let addresses: SQL

        package init(memberships: SQL, names: SQL, addresses: SQL) {
            (self.memberships, self.names, self.addresses) = (memberships, names, addresses)
        }
    }
}
