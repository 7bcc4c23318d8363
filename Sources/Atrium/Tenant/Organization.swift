public import Foundation

public typealias OrganizationID = ID<any Organization>
public typealias OrganizationQuery = DirectoryQuery<any Organization>
public typealias OrganizationPage = DirectoryPage<any Organization>

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

/// One organization in a person's menu.
public struct OrganizationLink: Sendable, Equatable {
    public let organization: OrganizationID
    public let name: String
    public let slug: Slug
    public let member: MemberID
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
