public import struct Foundation.Date

public typealias MemberID = ID<any Member>

/// A person of one organization.
public protocol Member: Sendable {
    var id: MemberID { get }
    var name: String { get }
    var email: EmailAddress { get }
    var state: MemberState { get }
}

public enum MemberState: String, Sendable, ColumnValue, CaseIterable {
    case active
    /// Kept with roles, teams and history, without access and seat.
    case deactivated
    /// Gone, without roles and teams; the history stays, and an invitation can bring the person back.
    case removed
}

/// A member as the kernel stores it.
public struct StoredMember: Member, Equatable {
    public let id: MemberID
    /// The account with which the person signs in.
    public let account: AccountID
    public let name: String
    /// The account's address; `<member id>@released.invalid` of who has none any more.
    public let email: EmailAddress
    public let state: MemberState
    /// Whether the account has an address: a person without one gets no mail.
    public var hasAddress: Bool { !email.isReleased }
    /// When the person last became a member.
    public let joinedAt: Date

    static let columns: SQL = "m.id, m.account_id, m.name, m.email, m.state, m.joined_at"

    init(_ row: Row) throws {
        (id, account, name) = (try row[0], try row[1], try row[2])
        (email, state, joinedAt) = (try row[3], try row[4], try row[5])
    }
}
