public import Atrium

public import struct Foundation.Date

/// The page of a team, as its editors see it.
public struct TeamPage: Sendable, Equatable {
    public let team: TeamID
    /// Rises with every change; 0 before the first. An edit names the one on which it was based.
    public let revision: Int
    /// What is being written; members do not see it.
    public let draft: Draft?
    /// What members see; `nil` before anything was published.
    public let published: PageVersion?
    /// What they will see, the next one first.
    public let scheduled: [PageVersion]

    public struct Draft: Sendable, Equatable {
        public let message: String
        public let editedBy: MemberID?
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

    /// Throws unless a message may stand on a page: see ``TeamPageError/invalidMessage``.
    static func check(_ message: String) throws {
        guard MessageText.isWithinLimits(message) else { throw TeamPageError.invalidMessage }
    }
}

/// What a page says from a moment on.
public struct PageVersion: Sendable, Equatable {
    /// Names it on its page; later versions have greater ones.
    public let number: Int
    /// In the subset of Markdown that `AtriumMarkup` reads; empty where the page was cleared.
    public let message: String
    public let publishedBy: MemberID?
    public let visibleFrom: Date

    /// How many may wait for their time on one page.
    static let mostScheduled = 20

    private init(_ row: Row) throws {
        (number, message, publishedBy, visibleFrom) = (try row[0], try row[1], try row[2], try row[3])
    }

    private static let selection: SQL = "SELECT number, message, published_by, visible_from FROM teampages_version"

    /// Whether a version has become visible. What was published at once did so, whatever the clock says now.
    static func isVisible(_ work: UnitOfWork) -> SQL { "(NOT is_scheduled OR visible_from <= \(work.now))" }

    static func published(of team: TeamID, in work: UnitOfWork) throws -> PageVersion? {
        try visible(of: team, behind: nil, limit: 1, in: work).first
    }

    /// What is or was visible, the newest first.
    static func visible(
        of team: TeamID, behind cursor: PageHistory.Cursor?, limit: Int, in work: UnitOfWork
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

    /// One version, visible or not.
    static func version(_ number: Int, of team: TeamID, where condition: SQL, in work: UnitOfWork) throws -> PageVersion
    {
        let found = try work.first(
            "\(selection) WHERE team_id = \(team) AND number = \(number) AND \(condition)", make: PageVersion.init)
        guard let found else { throw TeamPageError.unknownVersion }
        return found
    }
}

/// A page of what a team's page said, the newest first.
public struct PageHistory: Sendable, PagedList {
    public static let listName: StaticString = "teampages.history"
    /// The team, and since when a version is visible, in milliseconds since 1970, with its number.
    public typealias Position = PagePosition<TeamID, PagePosition<Int64, Int>>

    public let versions: [PageVersion]
    /// Where the next page starts; `nil` behind the last.
    public let next: Cursor?
}

public enum TeamPageError: Error, Equatable, CustomStringConvertible {
    /// Nothing was changed; `current` is the page's revision now.
    case conflict(current: Int)
    case invalidMessage
    case noDraft
    case draftExists
    case unknownVersion
    case tooManyScheduled
    case tooFar

    public var description: String {
        switch self {
        case .conflict(let current):
            "somebody changed the page meanwhile; look at its revision \(current) and make the change there"
        case .invalidMessage: "the message of a page has \(MessageText.rule); change it"
        case .noDraft: "the page has no draft; save one first"
        case .draftExists: "the page has a draft, which this would replace; publish or discard it first"
        case .unknownVersion: "the page has no such version; look its history up again"
        case .tooManyScheduled: "\(PageVersion.mostScheduled) versions wait for their time; take one back first"
        case .tooFar: "a page is scheduled for a time within ten years; choose an earlier one"
        }
    }
}
