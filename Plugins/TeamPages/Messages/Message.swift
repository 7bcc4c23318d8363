public import Atrium
internal import AtriumMarkup

/// A message that a member writes to members of the organization. When it is printed, it shows nothing of its content.
public struct Message: Sendable, Equatable, Redacted {
    /// The people who get the message.
    public var audience: MessageAudience
    /// One line of 1 to 200 characters.
    public var subject: String
    /// Up to 20,000 characters in the subset of Markdown that `AtriumMarkup` reads. It must not be empty.
    public var text: String

    /// A message to an audience. It is checked when it is previewed or sent.
    public init(to audience: MessageAudience, subject: String, text: String) {
        (self.audience, self.subject, self.text) = (audience, subject, text)
    }

    /// Compares bytes, because the time to compare two texts by Unicode's rules may grow with the square of their length.
    public static func == (left: Self, right: Self) -> Bool {
        left.audience == right.audience && left.subject.utf8.elementsEqual(right.subject.utf8)
            && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func check() throws {
        guard TextRule.isLine(subject, upTo: 200) else { throw MessageError.invalidSubject }
        guard MessageText.isWithinLimits(text) else { throw MessageError.textTooLong }
        guard !Markup(text).isEmpty else { throw MessageError.emptyText }
        switch audience {
        case .organization: break
        case .teams(let ids):
            guard !ids.isEmpty else { throw MessageError.nobody }
            guard ids.count <= 100 else { throw MessageError.audienceTooLarge }
        case .members(let ids):
            guard !ids.isEmpty else { throw MessageError.nobody }
            guard ids.count <= 1000 else { throw MessageError.audienceTooLarge }
        }
    }
}

/// What sending a message would do. A preview sends nothing.
public struct MessagePreview: Sendable, Equatable, Redacted {
    /// The number of people who would get the message now.
    public let recipientCount: Int
    /// The number of other people in the audience who get no messages by their own choice.
    public let optedOutCount: Int
    /// The text as mail shows it: a fragment of well-formed HTML.
    public let html: String
    /// The text for mail programs that show no HTML.
    public let plainText: String
}

/// Why a message is not sent or not shown.
public enum MessageError: ExplainedError, Equatable {
    /// The subject is not one line of 1 to 200 allowed characters.
    case invalidSubject
    /// The text has more than 20,000 characters, or characters that are not allowed.
    case textTooLong
    /// The text shows nothing.
    case emptyText
    /// The audience names no team and no member.
    case nobody
    /// The audience names more than 100 teams or 1,000 members.
    case audienceTooLarge
    /// The principal is not a member.
    case noSender
    /// The member has sent this many messages in the last 24 hours.
    case tooMany(perDay: Int)
    /// The member sent a different message under the same operation.
    case operationUsed
    /// There is no such message, or the principal may not see it.
    case unknown

    public var words: Words {
        switch self {
        case .invalidSubject:
            """
            the subject of a message is one line of 1 to 200 characters, without control or direction characters, and not only \
            spaces; change it
            """
        case .textTooLong: "the text of a message has \(MessageText.rule); change it"
        case .emptyText: "the message is empty; write its text"
        case .nobody: "the message has no recipients; choose a team or a member"
        case .audienceTooLarge: "a message goes to at most 100 teams or 1,000 members; send it to the organization"
        case .noSender: "a message shows the name of a person; send it as a member"
        case .tooMany(let limit): "a member sends at most \(limit) messages a day; wait until tomorrow"
        case .operationUsed: "another message was sent under this operation; use a new operation for each message"
        case .unknown: "there is no such message here; look it up again"
        }
    }
}
