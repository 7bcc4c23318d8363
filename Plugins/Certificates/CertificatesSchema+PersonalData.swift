internal import Atrium

extension CertificatesSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "certificates_certificate", "Your certificates", of: .member("member_id"),
            exporting: [
                .text("name"), .text("title"), .text("issuer"), .text("code", from: "CAST(code AS TEXT)"), .day("day"),
                .day("valid_until"), .text("ending"), .time("ended_at"), .text("reason"),
            ],
            // The signature covers the name, so that a guessed name could be tried with it.
            erasing: .columns([
                "name": "''", "reason": "NULL", "algorithm": "NULL", "signature": "NULL", "ending": "'erased'",
                "ended_at": "coalesce(ended_at, recorded_at)", "successor_id": "NULL",
            ]),
            keeping: ["id", "code", "completion", "member_id", "course_id", "title", "issuer", "language"])
    ]
}
