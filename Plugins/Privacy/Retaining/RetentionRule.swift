public import Atrium

/// How long data of one kind is kept.
public struct RetentionRule: Sendable, Equatable, Identifiable {
    /// The rule for people who left: they are erased.
    static let departures = "members"

    /// The name of the rule: that of the table with the data, or `members`.
    public let id: String
    /// What goes.
    public let title: Words
    /// How many days it is kept; `nil` if it stays.
    public let days: Int?
    /// How much of it is older than that.
    public let due: Int
}

/// Why a rule is refused.
public enum RetentionError: String, ExplainedError {
    /// No module of this program has the rule.
    case unknownRule = "there is no such rule; choose one of the list"
    /// The number of days is not 1 to 36,500.
    case invalidDays = "data is kept for 1 to 36,500 days, or without end; correct the number"
}
