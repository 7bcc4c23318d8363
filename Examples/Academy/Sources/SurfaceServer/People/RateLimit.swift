import Foundation

/// Counts how often something was tried by the same one in an hour.
actor RateLimit {
    /// How many are remembered. If there are more in an hour, the oldest is forgotten.
    private static let mostKeys = 100_000
    private static let hour: TimeInterval = 3_600

    private let limit: Int
    private var attempts: [String: (count: Int, since: Date)] = [:]

    /// Allows `limit` attempts in an hour.
    init(_ limit: Int) { self.limit = limit }

    /// Throws ``Problem`` if there were too many attempts. Counts nothing.
    func check(_ key: String, now: Date) throws(Problem) {
        guard let (count, since) = attempts[key], count >= limit else { return }
        let waiting = Self.hour - now.timeIntervalSince(since)
        guard waiting <= 0 else { throw Problem.tooMany(retryAfter: Int(waiting.rounded(.up))) }
    }

    /// Counts an attempt. Throws ``Problem`` if it is one too many.
    func count(_ key: String, now: Date) throws(Problem) {
        try check(key, now: now)
        if let (count, since) = attempts[key], now.timeIntervalSince(since) < Self.hour {
            attempts[key] = (count + 1, since)
            return
        }
        if attempts.count >= Self.mostKeys {
            attempts = attempts.filter { now.timeIntervalSince($0.value.since) < Self.hour }
            if attempts.count >= Self.mostKeys, let oldest = attempts.min(by: { $0.value.since < $1.value.since }) {
                attempts[oldest.key] = nil
            }
        }
        attempts[key] = (1, now)
    }
}
