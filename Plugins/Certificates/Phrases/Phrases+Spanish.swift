internal import Atrium

extension Phrases {
    static let spanish = Phrases(
        "es",
        [
            "Certificate of Completion": "Certificado de finalización",
            "This is to certify that": "Se otorga el presente certificado a",
            "has successfully completed the course": "por haber completado con éxito el curso",
            "Date of completion": "Fecha de finalización",
            "Valid until": "Válido hasta",
            "Issued by": "Expedido por",
            "Code": "Código",
            "Verify this certificate at": "Verifique este certificado en",
        ])
}
