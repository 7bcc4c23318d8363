public import Atrium
public import AtriumCourses

/// Certificates by member and time of issue, in pages.
public struct CertificateQuery: Sendable {
    public var member: MemberID?
    /// Only of those who are in this team now.
    public var team: TeamID?
    public var course: CourseID?
    public var state: CertificateState?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public struct Cursor: Sendable, Equatable {
        let member: MemberID
        /// `nil` behind all of the member's.
        let id: ID<Certificate>?
    }

    public init(member: MemberID? = nil, team: TeamID? = nil) { (self.member, self.team) = (member, team) }
}

/// A page may hold fewer entries than asked for, or none: only without `next` is it the last.
public struct CertificatePage<Entry: Sendable>: Sendable {
    public let entries: [Entry]
    /// Where the next page starts; `nil` behind the last.
    public let next: CertificateQuery.Cursor?

    func map<Other: Sendable>(_ make: (Entry) -> Other) -> CertificatePage<Other> {
        CertificatePage<Other>(entries: entries.map(make), next: next)
    }
}
