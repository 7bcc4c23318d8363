internal import AtriumSystem

/// A list that is read in pages.
public protocol PagedList {
    /// The entry after which a page starts: its id, or a few values that name it. A position is never personal data, because
    /// cursors are part of page addresses, and page addresses are logged. A list that is sorted by names looks the name up.
    associatedtype Position: LosslessStringConvertible & Hashable & Sendable

    /// The name that tells cursors of this list from those of other lists: `<module>.<words>`.
    static var listName: StaticString { get }
}

extension PagedList {
    /// The pagination cursor of this list.
    public typealias Cursor = PageCursor<Self>
}

/// A pagination cursor: the place where the next page of a list starts. It comes with a page. Pass it back, as a value or as
/// text, to get the next page.
///
/// The text is opaque: base64url of a version, a checksum, the list's name and the position, up to 600 characters. A forged
/// cursor only chooses a place among the entries that the caller may see anyway. A text that was cut or changed, or that
/// belongs to another list, throws ``CursorError``. No position is personal data.
public struct PageCursor<List: PagedList>: FaultedTextValue {
    /// The entry after which the page starts.
    public let position: List.Position

    /// Makes the cursor of the page that starts after this entry.
    public init(after position: List.Position) { self.position = position }

    private static var version: UInt8 { 1 }
    private static var longest: Int { 600 }

    /// Reads the text of a cursor that came with a page.
    public init(_ text: String) throws(CursorError) {
        guard text.utf8.count <= Self.longest, let bytes = Base64URL.bytes(of: text), bytes.count > 5 else {
            throw .unreadable
        }
        let content = bytes[5...]
        // The checksum is in the same place in every version. It is checked first, so that a forged text does not count as a
        // cursor of another version.
        guard Self.sum(of: content, bytes[0]).elementsEqual(bytes[1..<5]) else { throw .unreadable }
        guard bytes[0] == Self.version else { throw .otherVersion }
        let parts = content.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].elementsEqual("\(List.listName)".utf8) else { throw .otherList }
        let place = String(decoding: parts[1], as: UTF8.self)
        guard let position = List.Position(place), position.description.utf8.elementsEqual(parts[1]) else {
            throw .unreadable
        }
        self.position = position
    }

    public var description: String {
        let content = Array("\(List.listName)\0\(position)".utf8)
        return Base64URL.text(of: [Self.version] + Self.sum(of: content[...], Self.version) + content)
    }

    private static func sum(of content: ArraySlice<UInt8>, _ version: UInt8) -> [UInt8] {
        Array(SHA256.digest(of: [version] + content).prefix(4))
    }
}

/// A position in a list that is sorted by two values.
public struct PagePosition<First, Second>: Sendable, Hashable, LosslessStringConvertible
where First: LosslessStringConvertible & Hashable & Sendable, Second: LosslessStringConvertible & Hashable & Sendable {
    /// The value that comes first in the sort order. Its text has no space.
    public let first: First
    /// The value that orders entries whose first values are equal. Its text may have spaces.
    public let second: Second

    /// Makes the position of the entry that has these two values.
    public init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    /// Reads both values, separated by the first space of the text.
    public init?(_ description: String) {
        let parts = description.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = First(String(Substring(parts[0]))),
            let second = Second(String(Substring(parts[1])))
        else { return nil }
        self.init(first, second)
    }

    public var description: String { "\(first) \(second)" }
}

/// Why a text is not a cursor of a list.
public enum CursorError: String, ExplainedError, Sendable {
    /// The text is not a cursor: it was cut, changed or forged.
    case unreadable =
        "this is not a cursor, or a part of it was changed; pass the cursor that came with the last page, or start again"
    /// The cursor came with a page of another list, or of the same list for something else.
    case otherList =
        "the cursor belongs to another list; pass a cursor that came with a page of this list, or start again"
    /// The form of cursors has changed since this one was made.
    case otherVersion = "the cursor was made by another version of the platform; start again at the first page"
    /// The entry at the cursor's position is not in this organization.
    case gone = "the list no longer has the entry at the cursor's position; start again at the first page"
}
