internal import Atrium

enum SeatsSchema {
    static let all = Schema(
        Migration(
            "create balance",
            """
            CREATE TABLE seats_balance (
                row INTEGER PRIMARY KEY CHECK (row = 1), seat_limit INTEGER CHECK (seat_limit >= 0),
                reserved INTEGER NOT NULL CHECK (reserved >= 0), used INTEGER NOT NULL CHECK (used >= 0)
            ) STRICT
            """,
            "INSERT INTO seats_balance VALUES (1, NULL, 0, 0)",
            "CREATE TABLE seats_reservation (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID"
        )
    )
}
