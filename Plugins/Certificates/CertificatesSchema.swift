internal import Atrium

enum CertificatesSchema {
    static let all = Schema(
        Migration(
            "create certificate",
            // `completion` is the entry of the learning record. `ending` is NULL until the certificate is revoked,
            // superseded, or erased with its holder. The code is stored in plain text, not as a digest: it is printed on paper and made to be shown, and
            // it gives access only to what the paper says.
            """
            CREATE TABLE certificates_certificate (
                id TEXT PRIMARY KEY, code BLOB NOT NULL UNIQUE CHECK (length(code) = 19), completion TEXT NOT NULL,
                member_id TEXT NOT NULL, course_id TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
                issuer TEXT NOT NULL, language TEXT NOT NULL, day INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
                valid_until INTEGER CHECK (valid_until >= day), algorithm TEXT, signature BLOB,
                ending TEXT CHECK (ending IN ('voided', 'revoked', 'superseded', 'erased')), ended_at INTEGER, reason TEXT,
                successor_id TEXT,
                CHECK ((algorithm IS NULL) = (signature IS NULL)), CHECK ((ending IS NULL) = (ended_at IS NULL)),
                CHECK ((ending IS 'superseded') = (successor_id IS NOT NULL))
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX certificates_certificate_member ON certificates_certificate (member_id, id)",
            "CREATE INDEX certificates_certificate_completion ON certificates_certificate (completion)",
            // A member has at most one current certificate of a course, even if the same work runs twice.
            """
            CREATE UNIQUE INDEX certificates_certificate_current ON certificates_certificate (member_id, course_id)
            WHERE ending IS NULL
            """
        )
    )
}
