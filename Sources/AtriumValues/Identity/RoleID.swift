internal import AtriumSystem

/// The name of a role: `[a-z][a-z0-9-]{0,99}`.
public struct RoleID: RawRepresentable, TextValue, ExpressibleByStringLiteral {
    public let rawValue: String

    /// Reads a name of this form; `nil` for any other text. Hashing any other text may take time in proportion to the square of
    /// its length.
    public init?(rawValue: String) {
        let bytes = rawValue.utf8
        guard bytes.count <= 100, bytes.first.map({ $0 >= UInt8(ascii: "a") }) == true,
            bytes.allSatisfy({ ASCII.isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.rawValue = rawValue
    }

    /// Takes a name that is written in the program. Its form is checked when the role is registered.
    public init(stringLiteral text: StaticString) { rawValue = text.description }

    /// Reads a name of this form; `nil` for any other text.
    public init?(_ description: String) { self.init(rawValue: description) }

    public init(from decoder: any Decoder) throws { try self.init(textFrom: decoder) }
    public func encode(to encoder: any Encoder) throws { try encodeText(to: encoder) }

    public var description: String { rawValue }

    /// What people read.
    public var words: Words { Words(source: rawValue) }

    /// Manages members, roles, invitations and teams, and grants every role that is not reserved.
    public static let administrator: RoleID = "administrator"
    /// Sees the analytics of the organization and of every team, and cannot change them.
    public static let manager: RoleID = "manager"
    /// Looks after certain teams without being their member. An administrator cannot hold it.
    public static let supervisor: RoleID = "supervisor"
    /// The role of every active member. It is never stored, and granting it changes nothing.
    public static let member: RoleID = "member"
}
/// For what a member holds a role.
public enum RoleLevel: Sendable {
    /// The whole organization.
    case organization
    /// One team at a time.
    case team
}
