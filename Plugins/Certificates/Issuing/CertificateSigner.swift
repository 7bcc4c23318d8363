internal import Atrium
internal import AtriumCourses
internal import Foundation

/// Signs certificates with the integrator's key, so that a third party can check one without asking the organization.
///
/// It signs ``CertificateContent/payload``. Both methods run inside a unit of work: they must return soon, and what they do
/// must not depend on how often they are called. If a signer throws, its certificate waits and is tried again.
public protocol CertificateSigner: Sendable {
    /// The signature of a payload. ``verify(_:of:)`` must accept it; otherwise the certificate is not issued.
    func sign(_ payload: [UInt8]) throws -> CertificateSignature

    /// Whether a signature is good. Signatures by former keys must stay good. It is called for a new signature at once, and for
    /// a stored one at each verification.
    func verify(_ signature: CertificateSignature, of payload: [UInt8]) -> Bool
}

/// A signature, with the name of its algorithm.
public struct CertificateSignature: Sendable, Equatable {
    /// Names the algorithm, and the key if there are several: 1 to 64 characters `[A-Za-z0-9._:-]`, such as `Ed25519:2026`.
    public let algorithm: String
    /// The signature itself: 1 to 65,536 bytes.
    public let bytes: [UInt8]

    /// Throws ``CertificateError/invalidSignature`` if a value breaks its rule.
    public init(algorithm: String, bytes: [UInt8]) throws(CertificateError) {
        let isToken = algorithm.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isToken, (1...64).contains(algorithm.utf8.count), (1...65_536).contains(bytes.count) else {
            throw .invalidSignature
        }
        (self.algorithm, self.bytes) = (algorithm, bytes)
    }
}

extension CertificateContent {
    /// The bytes that are signed: a sequence of netstrings. Each is `<length in bytes, decimal>:<bytes>,` of UTF-8 in Unicode's
    /// form NFC.
    ///
    /// They are, in this order: `atrium-certificate-1`, code, name, id of the course, title, issuer, language, day
    /// (`YYYY-MM-DD`), time of recording (milliseconds since 1970-01-01T00:00:00Z, decimal), and the last day of validity
    /// (empty if there is none).
    public var payload: [UInt8] {
        let milliseconds = Int64((recordedAt.timeIntervalSince1970 * 1000).rounded(.down))
        let fields = [
            "atrium-certificate-1", code.description, name, course.description, title, issuer, language,
            day.description,
            String(milliseconds), validUntil?.description ?? "",
        ]
        return fields.flatMap { field in
            let text = Array(field.precomposedStringWithCanonicalMapping.utf8)
            return Array("\(text.count):".utf8) + text + [UInt8(ascii: ",")]
        }
    }
}
