internal import Atrium

enum AnalyticsSchema {
    static let all = Schema(
        Migration(
            "create rollups",
            """
            CREATE TABLE analytics_state (
                row INTEGER PRIMARY KEY CHECK (row = 1), time_zone TEXT NOT NULL,
                small_group INTEGER CHECK (small_group >= 2)
            ) STRICT
            """,
            // Surrogate keys of members, teams and courses. They are small because the rollups consist mostly of keys.
            """
            CREATE TABLE analytics_key (
                id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('member', 'team', 'course')),
                name TEXT NOT NULL, UNIQUE (kind, name)
            ) STRICT
            """,
            // The teams for which a member counts on each day. The last day is excluded.
            """
            CREATE TABLE analytics_membership (
                member INTEGER NOT NULL, team INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL,
                PRIMARY KEY (member, team, from_day), CHECK (from_day < until_day)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX analytics_membership_team ON analytics_membership (team, member)",
            // What a member did in a course on a day: once for the organization (team 0) and once for each of their teams.
            // Member 0 stands for invited people. Course 0 stands for counts that belong to no course.
            """
            CREATE TABLE analytics_day (
                team INTEGER NOT NULL, day INTEGER NOT NULL, member INTEGER NOT NULL, course INTEGER NOT NULL,
                invited INTEGER NOT NULL, activated INTEGER NOT NULL, enrolled INTEGER NOT NULL, started INTEGER NOT NULL,
                completed INTEGER NOT NULL, failed INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
                activities INTEGER NOT NULL, minutes INTEGER NOT NULL, openings INTEGER NOT NULL,
                first_completed INTEGER NOT NULL,
                PRIMARY KEY (team, day, member, course)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX analytics_day_member ON analytics_day (member, course, day) WHERE team = 0",
            // The same by month, without the member, and the number of different active members. Course 0 is all courses
            // together.
            """
            CREATE TABLE analytics_month (
                team INTEGER NOT NULL, month INTEGER NOT NULL, course INTEGER NOT NULL,
                invited INTEGER NOT NULL, activated INTEGER NOT NULL, enrolled INTEGER NOT NULL, started INTEGER NOT NULL,
                completed INTEGER NOT NULL, failed INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
                activities INTEGER NOT NULL, minutes INTEGER NOT NULL, openings INTEGER NOT NULL,
                first_completed INTEGER NOT NULL, active INTEGER NOT NULL,
                PRIMARY KEY (team, month, course)
            ) STRICT, WITHOUT ROWID
            """,
            // The members who were active in a month. Sums cannot give the number of different people in several months.
            """
            CREATE TABLE analytics_active (
                team INTEGER NOT NULL, month INTEGER NOT NULL, course INTEGER NOT NULL, member INTEGER NOT NULL,
                activities INTEGER NOT NULL, PRIMARY KEY (team, month, course, member)
            ) STRICT, WITHOUT ROWID
            """
        ),
        Migration(
            "create watch",
            // team_id is '' for the organization, because UNIQUE treats NULL values as different.
            """
            CREATE TABLE analytics_watch (
                row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, member_id TEXT NOT NULL, figure TEXT NOT NULL,
                team_id TEXT NOT NULL, span TEXT NOT NULL CHECK (span IN ('month', 'quarter', 'year')),
                direction TEXT NOT NULL CHECK (direction IN ('least', 'most')), target REAL NOT NULL,
                since INTEGER NOT NULL, UNIQUE (member_id, figure, team_id, span, direction)
            ) STRICT
            """,
            """
            CREATE TABLE analytics_review (
                member_id TEXT PRIMARY KEY, cycle TEXT NOT NULL CHECK (cycle IN ('weekly', 'monthly', 'quarterly')),
                first_day INTEGER NOT NULL, next_day INTEGER NOT NULL, changed_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE analytics_calendar (
                member_id TEXT PRIMARY KEY, token_digest BLOB NOT NULL UNIQUE, made_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX analytics_review_next ON analytics_review (next_day)"
        ),
        Migration(
            "keep of which teams a review's last mail told",
            // Ids as in analytics_watch: '' stands for the organization.
            "ALTER TABLE analytics_review ADD COLUMN mailed_on INTEGER",
            "ALTER TABLE analytics_review ADD COLUMN mailed_teams TEXT NOT NULL DEFAULT '[]'"
        ),
        Migration(
            "count the people who return",
            // The months in which each member was active, next to each other.
            """
            CREATE TABLE analytics_presence (
                team INTEGER NOT NULL, course INTEGER NOT NULL, member INTEGER NOT NULL, month INTEGER NOT NULL,
                activities INTEGER NOT NULL, PRIMARY KEY (team, course, member, month)
            ) STRICT, WITHOUT ROWID
            """,
            "INSERT INTO analytics_presence SELECT team, course, member, month, activities FROM analytics_active",
            "DROP TABLE analytics_active",
            // How many people were active in a month, by the month in which they were active before it. The month -2000000
            // stands for people who never were.
            """
            CREATE TABLE analytics_return (
                team INTEGER NOT NULL, course INTEGER NOT NULL, month INTEGER NOT NULL, previous INTEGER NOT NULL,
                people INTEGER NOT NULL, PRIMARY KEY (team, course, month, previous)
            ) STRICT, WITHOUT ROWID
            """,
            """
            INSERT INTO analytics_return SELECT team, course, month, previous, count(*) FROM (
                SELECT team, course, month,
                    lag(month, 1, -2000000) OVER (PARTITION BY team, course, member ORDER BY month) AS previous
                FROM analytics_presence)
            GROUP BY 1, 2, 3, 4
            """
        ),
        Migration(
            "create criterion",
            """
            CREATE TABLE analytics_criterion (team_id TEXT PRIMARY KEY, criterion TEXT NOT NULL) STRICT, WITHOUT ROWID
            """
        )
    )
}
