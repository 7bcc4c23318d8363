public import Atrium
internal import AtriumMarkup

/// What somebody writes to members of the organization. Printed, it shows nothing of itself.
public struct Message: Sendable, Equatable, Discreet {
    public var audience: MessageAudience
    /// 1 to 200 characters.
    public var subject: String
    /// Up to 20,000 characters of the subset of Markdown that `AtriumMarkup` reads, and not nothing.
    public var text: String

    public init(to audience: MessageAudience, subject: String, text: String) {
        (self.audience, self.subject, self.text) = (audience, subject, text)
    }

    /// By bytes: comparing two texts by Unicode's rules may take as long as the square of their length.
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

/// What sending a message would do. Nothing is sent by looking.
public struct MessagePreview: Sendable, Equatable, Discreet {
    /// How many people would get it now.
    public let recipientCount: Int
    /// How many others of the audience get no messages, by their own choice.
    public let optedOutCount: Int
    /// The text as mail shows it: a fragment of well-formed HTML, and plain text for programs that show no HTML.
    public let html: String
    public let plainText: String
}

public enum MessageError: Error, Equatable, CustomStringConvertible {
    case invalidSubject
    case textTooLong
    case emptyText
    case nobody
    case audienceTooLarge
    case noSender
    case tooMany(perDay: Int)
    case operationUsed
    case unknown

    public var description: String {
        switch self {
        case .invalidSubject:
            """
            the subject of a message has 1 to 200 characters in one line, no control or direction character, and not only \
            spaces; change it
            """
        case .textTooLong: "the text of a message has \(MessageText.rule); change it"
        case .emptyText: "the message says nothing; write its text"
        case .nobody: "the message is for nobody; choose a team or a member"
        case .audienceTooLarge: "a message goes to 100 teams or 1,000 members at most; send it to the organization"
        case .noSender: "messages have a person's name on them; send them as a member"
        case .tooMany(let limit): "one member sends \(limit) messages a day at most; wait until tomorrow"
        case .operationUsed: "another message was sent under this operation; send each under a new one"
        case .unknown: "there is no such message here; look it up again"
        }
    }
}
