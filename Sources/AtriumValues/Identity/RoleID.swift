internal import AtriumSystem

/// The name of a role: `[a-z][a-z0-9-]{0,99}`.
public struct RoleID: RawRepresentable, TextValue, ExpressibleByStringLiteral {
    public let rawValue: String

    /// Reads a name in its form; `nil` for any other text, whose hashing may take time with the square of its length.
    public init?(rawValue: String) {
        let bytes = rawValue.utf8
        guard bytes.count <= 100, bytes.first.map({ $0 >= UInt8(ascii: "a") }) == true,
            bytes.allSatisfy({ ASCII.isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.rawValue = rawValue
    }

    /// A name in the program, whose form is checked when the role is registered.
    public init(stringLiteral text: StaticString) { rawValue = text.description }

    /// Reads a name in its form; `nil` for any other text.
    public init?(_ description: String) { self.init(rawValue: description) }

    public init(from decoder: any Decoder) throws { try self.init(textFrom: decoder) }
    public func encode(to encoder: any Encoder) throws { try encodeText(to: encoder) }

    public var description: String { rawValue }

    public static let administrator: RoleID = "administrator"
    public static let manager: RoleID = "manager"
    public static let supervisor: RoleID = "supervisor"
    /// What everybody is who is active: it is never stored, and granting it changes nothing.
    public static let member: RoleID = "member"
}
