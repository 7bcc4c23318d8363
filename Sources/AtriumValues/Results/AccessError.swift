/// A refused permission. The error names the permission, never the principal or the person that the request was about.
public struct AccessError: ExplainedError, Equatable {
    /// The id of the permission that the principal does not hold.
    public let permission: String
    /// Whether only operators of the platform can hold it, because no role grants it.
    private let isOfOperators: Bool

    package init(permission: String, isOfOperators: Bool = false) {
        (self.permission, self.isOfOperators) = (permission, isOfOperators)
    }

    public var words: Words {
        isOfOperators
            ? "permission '\(permission)' is for operators of the platform; ask them to do it"
            : "permission '\(permission)' is not held here; ask an administrator for a role that grants it"
    }
}
