public import Atrium
public import AtriumCourses

/// Certificates by member and time of issue, in pages.
public struct CertificateQuery: Sendable, PagedList {
    public static let listName: StaticString = "certificates.certificates"

    public var member: MemberID?
    /// Only of those who are in this team now.
    public var team: TeamID?
    public var course: CourseID?
    public var state: CertificateState?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    /// A certificate of a member, or the end of all that they have.
    public struct Position: Sendable, Hashable, LosslessStringConvertible {
        let member: MemberID
        /// `nil` behind all of the member's.
        let id: ID<Certificate>?

        init(_ member: MemberID, _ id: ID<Certificate>?) { (self.member, self.id) = (member, id) }

        public init?(_ description: String) {
            if let member = MemberID(description) {
                self.init(member, nil)
            } else if let place = PagePosition<MemberID, ID<Certificate>>(description) {
                self.init(place.first, place.second)
            } else {
                return nil
            }
        }

        public var description: String { id.map { "\(member) \($0)" } ?? "\(member)" }
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
