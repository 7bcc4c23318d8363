public import AtriumStorage

/// The person whose data is exported or erased, as the tables of one organization name them.
public struct DataSubject: Sendable {
    /// The member's id, as a value in a statement.
    public let member: SQL
    /// The addresses by which the organization knows or knew the person, as a list for `IN`.
    public let addresses: SQL
    /// The same addresses with `mailto:` before each, as a list for `IN`.
    public let mailboxes: SQL

    /// The person with a member's id and addresses.
    package init(member: some ColumnValue, addresses: [some ColumnValue & CustomStringConvertible]) {
        self.member = "\(member)"
        self.addresses = "(SELECT value FROM json_each(\(json: addresses)))"
        mailboxes = "(SELECT value FROM json_each(\(json: addresses.map { "mailto:\($0)" })))"
    }
}
