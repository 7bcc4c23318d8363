internal import Foundation

/// The words of a certificate in one language.
public struct CertificateWords: Sendable, Equatable {
    /// The language, as a tag of BCP 47.
    public var language: String
    /// The large title of the document.
    public var heading: String
    /// Printed above the person's name.
    public var preface: String
    /// Printed between the person's name and the title of the course.
    public var achievement: String
    /// The label of the day of the completion.
    public var date: String
    /// The label of the last day of validity.
    public var validUntil: String
    /// The label of the organization's name.
    public var issuer: String
    /// The label of the code.
    public var code: String
    /// Printed before the link at which the certificate is verified.
    public var verification: String

    /// Takes all words as they are; nothing is checked.
    public init(
        language: String, heading: String, preface: String, achievement: String, date: String, validUntil: String,
        issuer: String, code: String, verification: String
    ) {
        (self.language, self.heading, self.preface, self.achievement) = (language, heading, preface, achievement)
        (self.date, self.validUntil, self.issuer) = (date, validUntil, issuer)
        (self.code, self.verification) = (code, verification)
    }

    /// The words for a language: Arabic, Chinese, English, French, German or Spanish. Every other language gets the English
    /// words.
    @Sendable
    public static func standard(for language: String) -> CertificateWords {
        let primary = language.split(separator: "-").first.map { $0.lowercased() }
        return all.first { $0.language == primary } ?? english
    }

    private static let english = CertificateWords(
        language: "en", heading: "Certificate of Completion", preface: "This is to certify that",
        achievement: "has successfully completed the course", date: "Date of completion", validUntil: "Valid until",
        issuer: "Issued by", code: "Code", verification: "Verify this certificate at")

    private static let all = [
        english,
        CertificateWords(
            language: "ar", heading: "شهادة إتمام", preface: "تُمنح هذه الشهادة إلى", achievement: "لإتمام الدورة بنجاح",
            date: "تاريخ الإتمام", validUntil: "صالحة حتى", issuer: "جهة الإصدار", code: "الرمز",
            verification: "للتحقق من هذه الشهادة"),
        CertificateWords(
            language: "de", heading: "Abschlusszertifikat", preface: "Hiermit wird bescheinigt:",
            achievement: "hat den folgenden Kurs erfolgreich abgeschlossen", date: "Abgeschlossen am",
            validUntil: "Gültig bis", issuer: "Ausgestellt von", code: "Code",
            verification: "Dieses Zertifikat prüfen unter"),
        CertificateWords(
            language: "es", heading: "Certificado de finalización", preface: "Se otorga el presente certificado a",
            achievement: "por haber completado con éxito el curso", date: "Fecha de finalización",
            validUntil: "Válido hasta", issuer: "Expedido por", code: "Código",
            verification: "Verifique este certificado en"),
        CertificateWords(
            language: "fr", heading: "Certificat de réussite", preface: "Ce certificat est décerné à",
            achievement: "pour avoir suivi avec succès la formation", date: "Date de réussite",
            validUntil: "Valable jusqu’au", issuer: "Délivré par", code: "Code",
            verification: "Vérifier ce certificat sur"),
        CertificateWords(
            language: "zh", heading: "结业证书", preface: "兹证明", achievement: "已顺利完成以下课程", date: "完成日期",
            validUntil: "有效期至", issuer: "颁发机构", code: "验证码", verification: "验证网址"),
    ]
}
