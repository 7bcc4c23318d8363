public import Atrium

public import struct Foundation.Date

/// An erasure that took place.
public struct Erased: Sendable, Equatable {
    /// The member who was erased. The id says nothing about the person.
    public let member: MemberID
    /// When the member was erased.
    public let erasedAt: Date
    /// Whether the files were rewritten since, so that no byte of the person is left in them.
    public let isFinished: Bool
}

/// A query for erasures, the newest first, in pages.
public struct ErasureQuery: Sendable, PagedList {
    public static let listName: StaticString = "privacy.erasures"
    public typealias Position = MemberID

    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// The number of entries of a page, 1 to 1,000.
    public var limit = 100

    /// A query for the first page.
    public init() {}
}

/// One page of erasures.
public struct ErasurePage: Sendable {
    /// The erasures, the newest first.
    public let entries: [Erased]
    /// Where the next page starts; `nil` on the last page.
    public let next: ErasureQuery.Cursor?
}
