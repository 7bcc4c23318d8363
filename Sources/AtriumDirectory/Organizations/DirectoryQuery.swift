package import AtriumStorage
public import AtriumValues

public import struct Foundation.Date

/// The organizations of a platform, in pages. They are ordered by id, which is the order of their creation, to the millisecond.
public struct DirectoryQuery<Organization>: Sendable, PagedList {
    public static var listName: StaticString { "kernel.organizations" }
    public typealias Position = ID<Organization>

    /// Only organizations in this state; `nil` for all, including deleted ones.
    public var state: OrganizationState?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// The number of entries of a page, 1 to 1,000.
    public var limit = 100

    /// A query for the first page.
    public init(state: OrganizationState? = nil) { self.state = state }

    var size: Int { min(max(limit, 1), 1000) }

    /// Selects one entry more than the page has. The extra entry shows that there is a next page.
    package var selection: SQL {
        let matches: SQL = state.map { "state = \($0)" } ?? "TRUE"
        return """
            SELECT id, slug, name, state, created_at FROM kernel_organization
            WHERE \(matches) AND slug IS NOT \(Slug.system) AND id > \(cursor?.position.description ?? "") ORDER BY id LIMIT \(size + 1)
            """
    }
}

/// One page of organizations.
public struct DirectoryPage<Organization>: Sendable {
    /// The organizations, in the order of their ids.
    public let entries: [DirectoryEntry<Organization>]
    /// Where the next page starts; `nil` on the last page.
    public let next: DirectoryQuery<Organization>.Cursor?
}

/// What the directory knows of an organization.
public struct DirectoryEntry<Organization>: Sendable, Equatable {
    /// The organization's identity, which stays known after it was deleted.
    public let id: ID<Organization>
    /// The slug under which it is looked up; `nil` for a deleted organization.
    public let slug: Slug?
    /// The name that people read; empty for a deleted organization.
    public let name: String
    /// Whether it is active, suspended or deleted, or between two of these.
    public let state: OrganizationState
    /// When the organization was created.
    public let createdAt: Date

    /// Reads the columns in the order of the properties.
    init(_ row: Row) throws {
        (id, slug, name, state, createdAt) = (try row[0], try row[1], try row[2], try row[3], try row[4])
    }
}
