/// A refusal: what was asked for, never who asked or about whom.
public struct AccessError: Error, Equatable, CustomStringConvertible {
    public let permission: String

    package init(permission: String) { self.permission = permission }

    public var description: String {
        "permission '\(permission)' is not held here; ask an administrator for a role that grants it"
    }
}
