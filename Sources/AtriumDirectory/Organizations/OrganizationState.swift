public import AtriumStorage

/// Where an organization stands in its life, by the directory.
public enum OrganizationState: String, Sendable, ColumnValue, CaseIterable {
    /// It is being founded.
    case creating
    case active
    /// Closed to everybody until it is resumed.
    case suspended
    /// Its file is being removed.
    case deleting
    /// Gone: its id and when it was created are all that is left.
    case deleted
}
