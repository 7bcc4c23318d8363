package import AtriumStorage
public import AtriumValues

public import struct Foundation.Date

/// The organizations of a platform in pages, by id: in the order in which they were created, to the
/// millisecond.
public struct DirectoryQuery<Organization>: Sendable, PagedList {
    public static var listName: StaticString { "kernel.organizations" }
    public typealias Position = ID<Organization>

    /// Only those in this state; `nil` for all, deleted ones too.
    public var state: OrganizationState?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public init(state: OrganizationState? = nil) { self.state = state }

    var size: Int { min(max(limit, 1), 1000) }

    /// Reads one entry more than a page has: whether there is a next one.
    package var selection: SQL {
        let isMeant: SQL = state.map { "state = \($0)" } ?? "TRUE"
        return """
            SELECT id, slug, name, state, created_at FROM kernel_organization
            WHERE \(isMeant) AND id > \(cursor?.position.description ?? "") ORDER BY id LIMIT \(size + 1)
            """
    }
}

public struct DirectoryPage<Organization>: Sendable {
    public let entries: [DirectoryEntry<Organization>]
    /// Where the next page starts; `nil` behind the last.
    public let next: DirectoryQuery<Organization>.Cursor?
}

/// What the directory knows of an organization.
public struct DirectoryEntry<Organization>: Sendable, Equatable {
    public let id: ID<Organization>
    /// `nil` for a deleted one.
    public let slug: Slug?
    /// Empty for a deleted one.
    public let name: String
    public let state: OrganizationState
    public let createdAt: Date

    /// Reads the columns in the order of the properties.
    init(_ row: Row) throws {
        (id, slug, name, state, createdAt) = (try row[0], try row[1], try row[2], try row[3], try row[4])
    }
}
