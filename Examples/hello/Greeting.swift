public import Atrium

public import struct Foundation.Date

/// What a member added.
public struct Greeting: Sendable, Identifiable, Equatable {
    public let id: ID<Greeting>
    /// Who added it.
    public let member: MemberID
    /// One line, up to 200 characters.
    public let text: String
    /// When it was added.
    public let addedAt: Date

    static let columns: SQL = "id, member_id, text, added_at"

    init(_ row: Row) throws {
        (id, member, text, addedAt) = (try row[0], try row[1], try row[2], try row[3])
    }
}

/// A member added something. It is published in the same commit.
public struct GreetingAdded: Event, Codable {
    /// What was added.
    public let id: ID<Greeting>
    /// Who added it.
    public let member: MemberID
}

/// Why a text is refused.
public enum GreetingError: String, ExplainedError {
    /// The text is empty, too long, or has several lines.
    case invalidText = "the text is not one line of 1 to 200 characters; change it"
}
