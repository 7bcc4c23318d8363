internal import AtriumSystem

/// A list that is read in pages.
public protocol PagedList {
    /// After which entry a page starts: an id, or few values that name one. It is never personal data, since cursors stand in
    /// the addresses of pages, which are logged; a list that is sorted by names looks the name up.
    associatedtype Position: LosslessStringConvertible & Hashable & Sendable

    /// Tells its cursors from those of other lists: `<module>.<words>`.
    static var listName: StaticString { get }
}

extension PagedList {
    public typealias Cursor = PageCursor<Self>
}

/// Where the next page of a list starts: handed out with a page, and given back to get the next one, in a process or as text.
///
/// The text is opaque: base64url of a version, a sum, the list's name and the position, up to 600 characters. Whoever makes one
/// up gets no more than a place in what they may see anyway; one that was cut, changed or belongs to another list throws
/// ``CursorError``. No position is personal data.
public struct PageCursor<List: PagedList>: FaultedTextValue {
    /// After which entry the page starts.
    public let position: List.Position

    public init(after position: List.Position) { self.position = position }

    private static var version: UInt8 { 1 }
    private static var longest: Int { 600 }

    /// Reads what a page gave.
    public init(_ text: String) throws(CursorError) {
        guard text.utf8.count <= Self.longest, let bytes = Base64URL.bytes(of: text), bytes.count > 5 else {
            throw .unreadable
        }
        let content = bytes[5...]
        // The sum comes first, in every version: what nobody made is not taken for an old one.
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

/// A place in a list that is sorted by two values.
public struct PagePosition<First, Second>: Sendable, Hashable, LosslessStringConvertible
where First: LosslessStringConvertible & Hashable & Sendable, Second: LosslessStringConvertible & Hashable & Sendable {
    public let first: First
    public let second: Second

    public init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    /// Reads both, with a space between them: the first one has none.
    public init?(_ description: String) {
        let parts = description.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = First(String(Substring(parts[0]))),
            let second = Second(String(Substring(parts[1])))
        else { return nil }
        self.init(first, second)
    }

    public var description: String { "\(first) \(second)" }
}

/// Why a text is no cursor of a list.
public enum CursorError: String, Error, Sendable, CustomStringConvertible {
    case unreadable =
        "this is no cursor, or a part of it was changed; give back what the page before gave, or start again"
    case otherList = "the cursor belongs to another list; give back what a page of this list gave, or start again"
    case otherVersion = "the cursor was made by another version of the platform; start again at the first page"
    /// Its entry is not in this organization.
    case gone = "the list has no entry any more at which the cursor stands; start again at the first page"

    public var description: String { rawValue }
}
