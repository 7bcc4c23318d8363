public import Atrium

public import struct Foundation.Date

/// The name of a course, chosen by the organization: 1 to 200 visible ASCII characters, such as `AAA-2013J` or the IRI of
/// an xAPI activity. Compared byte by byte.
public struct CourseID: FaultedTextValue, Comparable, ColumnValue {
    public let description: String

    /// Throws ``CourseError/invalidID`` if the text breaks this rule.
    public init(_ text: String) throws(CourseError) {
        guard (1...200).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalidID
        }
        description = text
    }

    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws {
        self = try row.read(at: column, as: "the name of a course") { try? Self($0) }
    }
}

/// One course of the catalogue.
public struct Course: Sendable, Equatable {
    /// The organization's name for the course. It never changes.
    public let id: CourseID
    /// 1 to 200 characters.
    public var title: String
    /// Up to 10,000 characters of plain text.
    public var description: String
    /// A tag of BCP 47 of up to 100 characters, if the course has one language.
    public var language: String?
    /// How long it takes, in minutes; `nil` if unknown.
    public var minutes: Int?
    /// Where it is taken: an absolute http or https URL of up to 2,000 characters. It is also the name of the xAPI activity.
    public var link: String?
    /// Since when no new member is enrolled; the learning record stays. `nil` if the course is not retired.
    public internal(set) var retiredAt: Date?

    /// A course that is not retired. Its values are checked when it is added or changed.
    public init(
        id: CourseID, title: String, description: String = "", language: String? = nil, minutes: Int? = nil,
        link: String? = nil
    ) {
        (self.id, self.title, self.description) = (id, title, description)
        (self.language, self.minutes, self.link) = (language, minutes, link)
    }

    static let columns: SQL = "c.id, c.title, c.description, c.language, c.minutes, c.link, c.retired_at"

    init(_ row: Row) throws {
        (id, title, description) = (try row[0], try row[1], try row[2])
        (language, minutes, link, retiredAt) = (try row[3], try row[4], try row[5], try row[6])
    }

    func check() throws {
        guard TextRule.isLine(title, upTo: 200) else { throw CourseError.invalidTitle }
        guard TextRule.isText(description, upTo: 10_000) else { throw CourseError.invalidDescription }
        if let language, language.utf8.count > 100 || !LanguageTag.isWellFormed(language) {
            throw CourseError.invalidLanguage
        }
        if let minutes, !(1...10_000_000).contains(minutes) { throw CourseError.invalidMinutes }
        if let link, !Self.isLink(link) { throw CourseError.invalidLink }
    }

    private static func isLink(_ text: String) -> Bool {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        let rest = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
        return rest?.first.map { $0 != "/" } ?? false
    }
}

/// Why a course is not found, added, changed or used.
public enum CourseError: String, ExplainedError {
    /// The catalogue has no course with this id, not even a retired one.
    case unknown = "there is no such course in the catalogue; add it, or look it up again"
    /// A course with this id exists already, perhaps a retired one.
    case idTaken = "another course has this id; change that course, or choose a different id"
    /// No new member can be enrolled in a retired course.
    case retired = "the course is retired; restore it before enrolling anybody"
    /// An id breaks the rule of ``CourseID``.
    case invalidID = "the id of a course has 1 to 200 visible ASCII characters; choose another"
    /// A title is empty, too long, or not one line that shows.
    case invalidTitle = """
        the title of a course has 1 to 200 characters in one line, at least one that shows, and no control or direction \
        character; change it
        """
    /// A description is too long, or has a control or direction character that is not allowed.
    case invalidDescription = """
        the description of a course has at most 10,000 characters, no control characters except tabs and line breaks, and no \
        direction that is overridden or left open; change it
        """
    /// A language is not a well-formed tag, or is too long.
    case invalidLanguage =
        "the language of a course is a tag of BCP 47 such as 'en' or 'pt-BR', of at most 100 characters; correct it"
    /// A duration is outside 1 to 10,000,000 minutes.
    case invalidMinutes = "a course takes 1 to 10,000,000 minutes; correct it or leave it out"
    /// A ``CourseQuery`` has a text or a language that is too long.
    case invalidSearch = "a search has a text of at most 1,000 bytes and a language of at most 100 bytes; shorten it"
    /// A link is not an absolute http or https URL in ASCII, or is too long.
    case invalidLink = "the link of a course is an http or https URL of at most 2,000 ASCII characters; correct it"
}
