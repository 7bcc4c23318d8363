public import Atrium
public import AtriumCourses

/// A certificate was issued. It is current until ``CertificateEnded``: the current certificates are the issued ones without the
/// ended ones.
public struct CertificateIssued: Event {
    /// Identifies the certificate inside the organization.
    public let certificate: ID<Certificate>
    /// The holder.
    public let member: MemberID
    /// The course that was completed.
    public let course: CourseID
    /// The date of issue that the certificate shows, which is the day of the completion.
    public let day: Day
}

/// A certificate is no longer current: it was revoked or superseded. Published once per certificate. A certificate that expires
/// publishes no event.
public struct CertificateEnded: Event {
    /// Identifies the certificate inside the organization.
    public let certificate: ID<Certificate>
    /// The holder.
    public let member: MemberID
    /// The course that was completed.
    public let course: CourseID
    /// The day of the completion, as in ``CertificateIssued/day``.
    public let day: Day
    /// ``CertificateState/revoked`` or ``CertificateState/superseded``.
    public let state: CertificateState
}
