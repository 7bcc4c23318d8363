public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A certificate that was issued to a member.
public struct Certificate: Sendable, Equatable {
    /// Identifies the certificate inside the organization. It is not printed on the certificate.
    public let id: ID<Certificate>
    /// The holder.
    public let member: MemberID
    /// What the certificate says.
    public let content: CertificateContent
    /// Its state on the day on which it was read, in the organization's time zone.
    public let state: CertificateState
    /// When it was revoked or superseded; `nil` before that.
    public let endedAt: Date?
    /// Why it was revoked; `nil` if it never was.
    public let reason: String?
    /// The certificate that superseded it; `nil` if none did.
    public let successor: ID<Certificate>?
    /// The signature over ``CertificateContent/payload``; `nil` if it was issued without a signer.
    public let signature: CertificateSignature?
}

/// What a certificate says: a snapshot. Later changes of the person, the course or the organization do not affect it.
public struct CertificateContent: Sendable, Equatable {
    /// The code by which anybody verifies the certificate.
    public let code: CertificateCode
    /// The person's name when it was issued.
    public let name: String
    /// The course that was completed.
    public let course: CourseID
    /// The course's title when it was issued.
    public let title: String
    /// The organization's name when it was issued.
    public let issuer: String
    /// The organization's language when it was issued, as a tag of BCP 47.
    public let language: String
    /// The day of the completion in the organization's time zone. The certificate shows it as its date of issue.
    public let day: Day
    /// When the completion was recorded.
    public let recordedAt: Date
    /// The last day on which it is valid; `nil` if it has no end.
    public let validUntil: Day?
}

/// The state of a certificate on one day.
public enum CertificateState: String, Sendable, ColumnValue, CaseIterable {
    /// Valid, and not yet near its end.
    case valid
    /// Valid, but near its end: see ``Certificates/expiringDays``.
    case expiring
    /// Its last day of validity is over, and it was neither revoked nor superseded.
    case expired
    /// Taken back by an administrator, or because the completion was voided.
    case revoked
    /// Replaced by another certificate: after a later completion or a correction, or because it was issued again.
    case superseded
    /// Withdrawn on request: the organization erased its holder, and the name is gone.
    case erased
}

/// The state of a certificate, for people who lead its holder. It contains neither the code nor the means to download.
public struct CertificateStatus: Sendable, Equatable {
    /// Identifies the certificate inside the organization.
    public let id: ID<Certificate>
    /// The holder.
    public let member: MemberID
    /// The holder's name when the certificate was issued.
    public let name: String
    /// The course that was completed.
    public let course: CourseID
    /// The course's title when the certificate was issued.
    public let title: String
    /// The day of the completion.
    public let day: Day
    /// The last day on which the certificate is valid; `nil` if it has no end.
    public let validUntil: Day?
    /// The state on the day on which it was read.
    public let state: CertificateState

    init(_ certificate: Certificate) {
        let content = certificate.content
        (id, member, name) = (certificate.id, certificate.member, content.name)
        (course, title) = (content.course, content.title)
        (day, validUntil, state) = (content.day, content.validUntil, certificate.state)
    }
}

/// The answer to everybody who has a code: what the certificate says, and its state.
public struct CertificateVerification: Sendable, Equatable {
    /// What the certificate says. Compare the document with it.
    public let content: CertificateContent
    /// The state on the day of the verification.
    public let state: CertificateState
    /// When the certificate was revoked or superseded; `nil` before that.
    public let endedAt: Date?
    /// The signature over ``CertificateContent/payload``; `nil` if the certificate is not signed.
    public let signature: CertificateSignature?
}

/// Why a certificate is not issued, changed, downloaded or verified.
public enum CertificateError: ExplainedError, Equatable {
    /// The organization has no certificate with this id. Downloading somebody else's certificate throws this too.
    case unknown
    /// The same answer to an unknown, foreign and misspelt code.
    case unknownCode
    /// The certificate is already revoked or superseded; the value says which.
    case alreadyEnded(CertificateState)
    /// The completion no longer counts, so no certificate can be issued for it.
    case completionVoided
    /// A later completion of the course has a certificate.
    case renewed
    /// The reason of a revocation is not 1 to 500 characters in one line.
    case invalidReason
    /// ``Certificates/validity`` returned a number of months outside 1 to 1,200.
    case invalidValidity
    /// A signature or the name of its algorithm breaks a rule, or the signer does not verify its own signature.
    case invalidSignature
    /// The stored content does not match its signature, or the signature is missing.
    case altered

    public var words: Words {
        switch self {
        case .unknown: "there is no such certificate; look it up again"
        case .unknownCode: "no certificate has this code; compare it with the certificate, letter by letter"
        case .alreadyEnded(let state):
            "the certificate is \(state.words); use the one that replaced it, or have it issued again"
        case .completionVoided: "the completion no longer counts; record it again to issue a certificate"
        case .renewed: "a later completion of the course has a certificate; use that one"
        case .invalidReason:
            """
            a reason has 1 to 500 characters in one line, at least one that shows, and no control or direction character; \
            correct it
            """
        case .invalidValidity:
            "a certificate is valid for 1 to 1,200 months or without end; correct the course's validity"
        case .invalidSignature:
            """
            a signer has to return a signature of 1 to 65,536 bytes with the name of its algorithm, and to verify it; correct \
            the signer
            """
        case .altered:
            """
            the stored certificate does not match its signature, or has none; restore a backup, give the signer its keys, or \
            reissue a certificate that is older than the signer
            """
        }
    }
}
