public import Atrium

public import struct Foundation.Date

/// A person who is signed in on one device. Its token is not known after it was handed out.
public struct Session: Sendable, Equatable, Identifiable {
    public let id: ID<Session>
    /// The person.
    public let account: AccountID
    /// What the device said about itself; empty if it said nothing.
    public let device: String
    /// When the person signed in.
    public let createdAt: Date
    /// About when it was last used, to an hour.
    public let usedAt: Date
    /// When it ends, even if it is used until then.
    public let expiresAt: Date
    /// A random text that forms of this session send back, so that no other site can send them. It opens nothing by itself.
    public let formSecret: String

    /// The person as a principal. `Tenant.principal(for:)` gives the principal of an organization's member.
    public var principal: Principal { .account(account) }

    /// Reads the columns in the order of the properties.
    init(_ row: Row) throws {
        (id, account, device) = (try row[0], try row[1], try row[2])
        (createdAt, usedAt, expiresAt, formSecret) = (try row[3], try row[4], try row[5], try row[6])
    }

    static let columns: SQL = "id, account_id, device, created_at, used_at, expires_at, form_secret"
}

/// A session that has just begun, with the token for the device.
public struct IssuedSession: Sendable {
    /// The session.
    public let session: Session
    /// What the device keeps, and sends with each request.
    public let token: Secret
}

/// A session that a token has opened.
public struct UsedSession: Sendable {
    /// The session.
    public let session: Session
    /// The token that the device has to keep from now on; `nil` if it keeps the one that it has.
    public let replacement: Secret?
}
