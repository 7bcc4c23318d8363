public import AtriumValues
public import Foundation

/// The settings of an organization, which administrators can change.
public struct OrganizationSettings: Sendable, Equatable {
    /// The name that people read.
    public var name: String
    /// The language in which the platform writes to the organization's people, as a tag of BCP 47.
    public var language: String
    /// The time zone in which the organization's days begin.
    public var timeZone: TimeZone
    /// The day on which the organization's weeks begin.
    public var firstWeekday: Weekday

    /// Settings with this name. The defaults are English, UTC and Monday.
    public init(name: String, language: String = "en", timeZone: TimeZone = .gmt, firstWeekday: Weekday = .monday) {
        (self.name, self.language, self.timeZone, self.firstWeekday) = (name, language, timeZone, firstWeekday)
    }

    /// Checks name and language. The other two settings cannot have invalid values.
    package func checked() throws -> OrganizationSettings {
        try Names.check(name, of: "an organization")
        guard LanguageTag.isWellFormed(language) else { throw OrganizationError.invalidLanguage }
        return self
    }
}
