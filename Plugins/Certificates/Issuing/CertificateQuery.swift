public import Atrium
public import AtriumCourses

/// Which certificates to list. The pages are ordered by member, and by time of issue for each member.
public struct CertificateQuery: Sendable, PagedList {
    public static let listName: StaticString = "certificates.certificates"

    /// Only certificates of this member; `nil` for every member.
    public var member: MemberID?
    /// Only certificates of members who are in this team now; `nil` for every team.
    public var team: TeamID?
    /// Only certificates of this course; `nil` for every course.
    public var course: CourseID?
    /// Only certificates in this state; `nil` for every state.
    public var state: CertificateState?
    /// Where the page starts; `nil` for the first page.
    public var cursor: Cursor?
    /// How many entries a page has at most, from 1 to 1,000.
    public var limit = 100

    /// A certificate of a member, or the end of the member's certificates.
    public struct Position: Sendable, Hashable, LosslessStringConvertible {
        let member: MemberID
        /// `nil` after all certificates of the member.
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

    /// The first page of all certificates, or of those of a member or a team. With both, the page is empty if the member is not in
    /// the team now.
    public init(member: MemberID? = nil, team: TeamID? = nil) { (self.member, self.team) = (member, team) }
}

/// A page of certificates. It may hold fewer entries than asked for, or none. Only a page without `next` is the last one.
public struct CertificatePage<Entry: Sendable>: Sendable {
    /// The certificates, by member and time of issue.
    public let entries: [Entry]
    /// Where the next page starts; `nil` after the last page.
    public let next: CertificateQuery.Cursor?

    func map<Other: Sendable>(_ make: (Entry) -> Other) -> CertificatePage<Other> {
        CertificatePage<Other>(entries: entries.map(make), next: next)
    }
}
