public import AtriumStorage

/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable, ColumnValue {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}
