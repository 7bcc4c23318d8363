public import struct Foundation.Date

/// The identity of a member in one organization. The same person has another identity in each organization.
public typealias MemberID = ID<any Member>

/// A person of one organization.
public protocol Member: Sendable {
    /// The member's identity. It stays the same if the person is removed and comes back.
    var id: MemberID { get }
    /// The person's name in this organization. The name of the account can differ.
    var name: String { get }
    /// The address of the person's account, for mail and to find the member.
    var email: EmailAddress { get }
    /// Whether the member is active, deactivated, removed or erased.
    var state: MemberState { get }
    /// The language that the person chose, a tag of BCP 47; `nil` for the organization's.
    var language: String? { get }
}

extension Member {
    /// Whether the person has an address. A person without one gets no mail.
    public var hasAddress: Bool { !email.isReleased }
}

/// A member as the kernel stores it.
public struct StoredMember: Member, Equatable {
    public let id: MemberID
    /// The account with which the person signs in.
    public let account: AccountID
    public let name: String
    /// The address of the account, or `<member id>@released.invalid` if the account no longer has one.
    public let email: EmailAddress
    public let state: MemberState
    /// When the person last became a member.
    public let joinedAt: Date
    public let language: String?

    package static let columns: SQL = "m.id, m.account_id, m.name, m.email, m.state, m.joined_at, m.language"

    package init(_ row: Row) throws {
        (id, account, name) = (try row[0], try row[1], try row[2])
        (email, state, joinedAt, language) = (try row[3], try row[4], try row[5], try row[6])
    }
}
