/// A refusal: what was asked for, never who asked or about whom.
public struct AccessError: Error, Equatable, CustomStringConvertible {
    public let permission: String
    /// Whether no role grants it.
    private let isOfOperators: Bool

    package init(permission: String, isOfOperators: Bool = false) {
        (self.permission, self.isOfOperators) = (permission, isOfOperators)
    }

    public var description: String {
        isOfOperators
            ? "permission '\(permission)' is for operators of the platform; ask them to do it"
            : "permission '\(permission)' is not held here; ask an administrator for a role that grants it"
    }
}
