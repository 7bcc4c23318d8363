public import Atrium
public import AtriumCourses

/// A certificate was issued. It stands until ``CertificateEnded``: those issued less those ended are what stands.
public struct CertificateIssued: Event {
    public let certificate: ID<Certificate>
    public let member: MemberID
    public let course: CourseID
    /// The date of issue shown, which is that of the completion.
    public let day: Day
}

/// A certificate stands no more: it was revoked or superseded. Published once for each; expiring is no event.
public struct CertificateEnded: Event {
    public let certificate: ID<Certificate>
    public let member: MemberID
    public let course: CourseID
    public let day: Day
    /// Revoked or superseded.
    public let state: CertificateState
}
