public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A certificate that was issued to a member.
public struct Certificate: Sendable, Equatable {
    public let id: ID<Certificate>
    public let member: MemberID
    public let content: CertificateContent
    public let state: CertificateState
    /// When it was revoked or superseded.
    public let endedAt: Date?
    /// Why it was revoked.
    public let reason: String?
    /// What superseded it.
    public let successor: ID<Certificate>?
    public let signature: CertificateSignature?
}

/// What a certificate says: a snapshot that no later change of person, course or organization touches.
public struct CertificateContent: Sendable, Equatable {
    public let code: CertificateCode
    /// The person's name when it was issued.
    public let name: String
    public let course: CourseID
    /// The course's title when it was issued.
    public let title: String
    /// The organization's name when it was issued.
    public let issuer: String
    /// The organization's language when it was issued, as a tag of BCP 47.
    public let language: String
    /// The day of the completion in the organization's time zone, which is the date of issue shown.
    public let day: Day
    /// When the completion was recorded.
    public let recordedAt: Date
    /// The last day on which it is valid; `nil` is without end.
    public let validUntil: Day?
}

public enum CertificateState: String, Sendable, ColumnValue, CaseIterable {
    case valid
    /// Valid, but not for long.
    case expiring
    case expired
    /// Taken back, by an administrator or because the completion was voided.
    case revoked
    /// Another one took its place: after a correction, or because it was issued again.
    case superseded
}

/// How a certificate stands, for those who lead its holder: neither its code nor the means to download it.
public struct CertificateStatus: Sendable, Equatable {
    public let id: ID<Certificate>
    public let member: MemberID
    public let name: String
    public let course: CourseID
    public let title: String
    public let day: Day
    public let validUntil: Day?
    public let state: CertificateState

    init(_ certificate: Certificate) {
        let content = certificate.content
        (id, member, name) = (certificate.id, certificate.member, content.name)
        (course, title) = (content.course, content.title)
        (day, validUntil, state) = (content.day, content.validUntil, certificate.state)
    }
}

/// What whoever holds a code is told: what the certificate says, and how it stands.
public struct CertificateVerification: Sendable, Equatable {
    public let content: CertificateContent
    public let state: CertificateState
    /// When it was revoked or superseded.
    public let endedAt: Date?
    /// Over ``CertificateContent/payload``, where the certificate is signed.
    public let signature: CertificateSignature?
}

public enum CertificateError: Error, Equatable, CustomStringConvertible {
    case unknown
    /// The same answer to an unknown, foreign and misspelt code.
    case unknownCode
    case notStanding(CertificateState)
    case completionVoided
    /// A later completion of the course has a certificate.
    case renewed
    case invalidReason
    case invalidValidity
    case invalidSignature
    /// What is stored does not match its signature, or has lost it.
    case altered

    public var description: String {
        switch self {
        case .unknown: "there is no such certificate; look it up again"
        case .unknownCode: "no certificate has this code; compare it with the certificate, letter by letter"
        case .notStanding(let state):
            "the certificate is \(state.rawValue); use the one that took its place, or have it issued again"
        case .completionVoided: "the completion does not count any more; record it again, which issues a certificate"
        case .renewed: "a later completion of the course has a certificate; use that one"
        case .invalidReason:
            """
            a reason has 1 to 500 characters in one line, no control or direction character, and not only spaces; correct it
            """
        case .invalidValidity:
            "a certificate is valid for 1 to 1,200 months or without end; correct the course's validity"
        case .invalidSignature:
            "the signer gave no signature of 1 to 65,536 bytes with an algorithm's name that it verifies itself; correct it"
        case .altered:
            """
            what is stored of the certificate does not match its signature, or has none; restore a backup, give the signer its \
            keys, or reissue a certificate from before there was a signer
            """
        }
    }
}
