public import Foundation

public typealias OrganizationID = ID<any Organization>

/// A tenant: people who train together under one name.
public protocol Organization: Sendable {
    var id: OrganizationID { get }
    var name: String { get }
    /// The language of what the platform writes to its people, as a tag of BCP 47.
    var language: String { get }
    /// The zone in which its days begin.
    var timeZone: TimeZone { get }
    /// The day on which its weeks begin.
    var firstWeekday: Weekday { get }
}

/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable, ColumnValue {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// What administrators set of their organization.
public struct OrganizationSettings: Sendable, Equatable {
    public var name: String
    public var language: String
    public var timeZone: TimeZone
    public var firstWeekday: Weekday

    /// English, UTC and Monday unless told otherwise.
    public init(name: String, language: String = "en", timeZone: TimeZone = .gmt, firstWeekday: Weekday = .monday) {
        (self.name, self.language, self.timeZone, self.firstWeekday) = (name, language, timeZone, firstWeekday)
    }

    /// Checks name and language; the other two cannot be wrong.
    func checked() throws -> OrganizationSettings {
        try Names.check(name, of: "an organization")
        guard LanguageTag.isWellFormed(language) else { throw OrganizationError.invalidLanguage }
        return self
    }
}

/// An organization as the kernel stores it.
public struct StoredOrganization: Organization, Equatable {
    public let id: OrganizationID
    public let settings: OrganizationSettings

    init(_ row: Row) throws {
        id = try row[0]
        settings = OrganizationSettings(
            name: try row[1], language: try row[2], timeZone: TimeZone(identifier: try row[3]) ?? .gmt,
            firstWeekday: try row[4])
    }

    public var name: String { settings.name }
    public var language: String { settings.language }
    public var timeZone: TimeZone { settings.timeZone }
    public var firstWeekday: Weekday { settings.firstWeekday }
}

/// What the names of organizations, teams and people have in common.
enum Names {
    /// 1 to 200 characters, none of them a control character, not only white space.
    static func check(_ name: String, of what: String) throws {
        let isPrintable = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        let isFine = (1...200).contains(name.count) && name.utf8.count <= 2000 && !name.allSatisfy(\.isWhitespace)
        guard isFine, isPrintable else { throw NameError(what: what) }
    }

    /// The form by which names are sorted, found and told apart.
    static func key(_ name: String) -> String { name.lowercased() }
}

/// A name that is empty, longer than 200 characters, or contains a control character.
public struct NameError: Error, Equatable, CustomStringConvertible {
    let what: String

    public var description: String {
        "the name of \(what) has 1 to 200 characters, no control character, and not only spaces; choose another"
    }
}
