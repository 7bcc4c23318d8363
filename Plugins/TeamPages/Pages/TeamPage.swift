public import Atrium

public import struct Foundation.Date

/// The page of a team, as its editors see it.
public struct TeamPage: Sendable, Equatable {
    /// The team that has the page.
    public let team: TeamID
    /// Increases with every change; 0 before the first change. An edit names the revision on which it is based.
    public let revision: Int
    /// The text that is not published yet. Members do not see it; `nil` if there is none.
    public let draft: Draft?
    /// The version that members see; `nil` before the first publication.
    public let published: PageVersion?
    /// The versions that members will see, the next one first.
    public let scheduled: [PageVersion]

    /// A text that is not published yet.
    public struct Draft: Sendable, Equatable {
        /// In the subset of Markdown that `AtriumMarkup` reads. An empty message clears the page when it is published.
        public let message: String
        /// The member who saved it; `nil` if the editor was not a member.
        public let editedBy: MemberID?
        /// When it was saved.
        public let editedAt: Date
    }

    init(of team: TeamID, in work: UnitOfWork) throws {
        let row: (Int, Draft?)? = try work.first(
            "SELECT revision, draft, drafted_by, drafted_at FROM teampages_page WHERE team_id = \(team)"
        ) { row in
            let (message, editedAt): (String?, Date?) = (try row[1], try row[3])
            guard let message, let editedAt else { return (try row[0], nil) }
            return (try row[0], Draft(message: message, editedBy: try row[2], editedAt: editedAt))
        }
        self.team = team
        (revision, draft) = row ?? (0, nil)
        published = try PageVersion.published(of: team, in: work)
        scheduled = try PageVersion.scheduled(of: team, in: work)
    }

    /// Throws ``TeamPageError/invalidMessage`` unless a page may have the message.
    static func check(_ message: String) throws {
        guard MessageText.isWithinLimits(message) else { throw TeamPageError.invalidMessage }
    }
}

/// What a page shows from a moment on.
public struct PageVersion: Sendable, Equatable {
    /// Identifies the version on its page. Later versions have greater numbers.
    public let number: Int
    /// In the subset of Markdown that `AtriumMarkup` reads; empty if the page was cleared.
    public let message: String
    /// The member who published or scheduled it; `nil` if that principal was not a member.
    public let publishedBy: MemberID?
    /// The moment from which members see the version.
    public let visibleFrom: Date

    /// The maximum number of scheduled versions of one page.
    static let mostScheduled = 20

    private init(_ row: Row) throws {
        (number, message, publishedBy, visibleFrom) = (try row[0], try row[1], try row[2], try row[3])
    }

    private static let selection: SQL = "SELECT number, message, published_by, visible_from FROM teampages_version"

    /// The condition for a version that has become visible. A version that was published immediately always is, whatever the
    /// clock shows now.
    static func isVisible(_ work: UnitOfWork) -> SQL { "(NOT is_scheduled OR visible_from <= \(work.now))" }

    static func published(of team: TeamID, in work: UnitOfWork) throws -> PageVersion? {
        try visible(of: team, after: nil, limit: 1, in: work).first
    }

    /// The versions that are or were visible, the newest first.
    static func visible(
        of team: TeamID, after cursor: PageHistory.Cursor?, limit: Int, in work: UnitOfWork
    ) throws -> [PageVersion] {
        try work.rows(
            """
            \(selection) WHERE team_id = \(team) AND \(isVisible(work))
                AND (\(cursor == nil) OR (visible_from, number) < (\(cursor?.position.second.first), \(cursor?.position.second.second)))
            ORDER BY visible_from DESC, number DESC LIMIT \(limit)
            """, make: PageVersion.init)
    }

    static func scheduled(of team: TeamID, in work: UnitOfWork) throws -> [PageVersion] {
        try work.rows(
            "\(selection) WHERE team_id = \(team) AND NOT \(isVisible(work)) ORDER BY visible_from, number",
            make: PageVersion.init)
    }

    /// One version that meets a condition. Throws ``TeamPageError/unknownVersion`` if there is none.
    static func version(_ number: Int, of team: TeamID, where condition: SQL, in work: UnitOfWork) throws -> PageVersion
    {
        let found = try work.first(
            "\(selection) WHERE team_id = \(team) AND number = \(number) AND \(condition)", make: PageVersion.init)
        guard let found else { throw TeamPageError.unknownVersion }
        return found
    }
}

/// One page of the history of a team's page.
public struct PageHistory: Sendable, PagedList {
    public static let listName: StaticString = "teampages.history"
    /// The team, the time from which a version is visible, in milliseconds since 1970, and the version's number.
    public typealias Position = PagePosition<TeamID, PagePosition<Int64, Int>>

    /// The versions that are or were visible, the newest first.
    public let versions: [PageVersion]
    /// Where the next page starts; `nil` after the last page.
    public let next: Cursor?
}

/// Why an edit of a team's page is refused.
public enum TeamPageError: ExplainedError, Equatable {
    /// The page has another revision than the edit names. Nothing was changed; `current` is the page's revision now.
    case conflict(current: Int)
    /// The message is too long or has characters that are not allowed.
    case invalidMessage
    /// There is no draft to publish or discard.
    case noDraft
    /// The edit would replace a draft.
    case draftExists
    /// The page has no such version that the edit can use.
    case unknownVersion
    /// The page already has 20 scheduled versions.
    case tooManyScheduled
    /// The scheduled time is more than ten years ahead.
    case tooFar

    public var words: Words {
        switch self {
        case .conflict(let current):
            "the page was changed since you read it; look at its revision \(current) and make the change there"
        case .invalidMessage: "the message of a page has \(MessageText.rule); change it"
        case .noDraft: "the page has no draft; save one first"
        case .draftExists: "the page has a draft, which this would replace; publish or discard it first"
        case .unknownVersion: "the page has no such version; look up its history again"
        case .tooManyScheduled:
            "a page has at most \(PageVersion.mostScheduled) scheduled versions; take one back first"
        case .tooFar: "a page can be scheduled at most ten years ahead; choose an earlier time"
        }
    }
}
