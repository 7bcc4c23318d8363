internal import Atrium

internal import struct Foundation.Date

/// Counts how often something was tried in an hour. The keys are stored as digests.
struct Attempts {
    private static let hour = 3600.0

    /// A number that a key must not exceed in an hour.
    struct Limit {
        let key: String
        let most: Int
    }

    let work: UnitOfWork

    /// Counts one attempt for every limit. If one is exhausted, counts nothing, and returns in how many seconds it is not.
    func count(_ limits: [Limit]) throws -> Int? {
        var waiting: Int?
        for limit in limits {
            let known = try work.first(
                "SELECT count, since FROM sessions_attempt WHERE digest = \(Secret.digest(of: limit.key))",
                as: Int.self,
                Date.self)
            guard let (count, since) = known, count >= limit.most else { continue }
            let seconds = since.addingTimeInterval(Self.hour).timeIntervalSince(work.now)
            if seconds > 0 { waiting = max(waiting ?? 0, Int(min(seconds, Self.hour).rounded(.up))) }
        }
        if let waiting { return waiting }
        for limit in limits {
            try work.run(
                """
                INSERT INTO sessions_attempt VALUES (\(Secret.digest(of: limit.key)), 1, \(work.now))
                ON CONFLICT DO UPDATE SET count = iif(since > \(Self.end(at: work.now)), count + 1, 1),
                    since = iif(since > \(Self.end(at: work.now)), since, excluded.since)
                """)
        }
        return nil
    }

    /// Forgets attempts that no longer count.
    func deleteEnded() throws { try work.run("DELETE FROM sessions_attempt WHERE since <= \(Self.end(at: work.now))") }

    private static func end(at now: Date) -> Date { now.addingTimeInterval(-hour) }
}
