internal import Atrium

/// The words of a certificate in one language.
struct CertificateWords {
    /// The language, as a tag of BCP 47.
    let language: String
    /// The large title of the document.
    let heading: String
    /// Printed above the person's name, and between the name and the title of the course.
    let preface, achievement: String
    /// The labels of the day of the completion and of the last day of validity.
    let date, validUntil: String
    /// The labels of the organization's name and of the code.
    let issuer, code: String
    /// Printed before the link at which the certificate is verified.
    let verification: String

    /// A day as the language writes it at length.
    let day: @Sendable (Day) -> String

    init(in language: Language) {
        self.language = language.tag
        day = { language.longText($0) }
        heading = language.text("Certificate of Completion")
        preface = language.text("This is to certify that")
        achievement = language.text("has successfully completed the course")
        (date, validUntil) = (language.text("Date of completion"), language.text("Valid until"))
        (issuer, code) = (language.text("Issued by"), language.text("Code"))
        verification = language.text("Verify this certificate at")
    }
}
