internal import Atrium

extension CertificatesSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "certificates_certificate", "Your certificates", of: .member("member_id"),
            exporting: [
                .text("name", "Name"), .text("title", "Title"), .text("issuer", "Issued by"),
                .text("code", "Code", from: "CAST(code AS TEXT)"), .day("day", "Day of completion"),
                .day("valid_until", "Valid until"), .text("ending", "How it ended"), .time("ended_at", "Ended"),
                .text("reason", "Reason"),
            ],
            // The signature covers the name, so that a guessed name could be tried with it.
            erasing: .columns([
                "name": "''", "completion": "id", "reason": "NULL", "algorithm": "NULL", "signature": "NULL",
                "ending": "'erased'",
                "ended_at": "coalesce(ended_at, recorded_at)", "successor_id": "NULL",
            ]),
            keeping: ["id", "code", "member_id", "course_id", "title", "issuer", "language"])
    ]
}
