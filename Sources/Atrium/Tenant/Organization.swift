public import Foundation

/// The identity of an organization. It is never used again, even after a deletion.
public typealias OrganizationID = ID<any Organization>
/// A query for the organizations of a platform, in pages.
public typealias OrganizationQuery = DirectoryQuery<any Organization>
/// One page of the organizations of a platform.
public typealias OrganizationPage = DirectoryPage<any Organization>
/// An organization that a person may enter, for example for a menu.
public typealias OrganizationLink = DirectoryLink<any Organization, any Member>

/// An organization: a group of people who use the platform under one name, with its own file.
public protocol Organization: Sendable {
    /// The organization's identity.
    var id: OrganizationID { get }
    /// The name that people read.
    var name: String { get }
    /// The language in which the platform writes to the organization's people, as a tag of BCP 47.
    var language: String { get }
    /// The time zone in which its days begin.
    var timeZone: TimeZone { get }
    /// The day on which its weeks begin.
    var firstWeekday: Weekday { get }
}

/// An organization as the kernel stores it.
public struct StoredOrganization: Organization, Equatable {
    /// The organization's identity.
    public let id: OrganizationID
    /// The settings at the time of reading.
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
