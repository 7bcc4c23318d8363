import Foundation

/// Counts how often something was tried by the same one in the last hour.
actor RateLimit {
    /// How many are remembered. If there are more in an hour, the oldest is forgotten.
    private static let mostKeys = 100_000

    private let limit: Int
    private var attempts: [String: (count: Int, since: Date)] = [:]

    /// Allows `limit` attempts in an hour.
    init(_ limit: Int) { self.limit = limit }

    /// Counts an attempt, and tells whether it is allowed.
    func allows(_ key: String, now: Date) -> Bool {
        if let known = attempts[key], now.timeIntervalSince(known.since) < 3600 {
            attempts[key] = (known.count + 1, known.since)
            return known.count < limit
        }
        if attempts.count >= Self.mostKeys {
            attempts = attempts.filter { now.timeIntervalSince($0.value.since) < 3600 }
            if attempts.count >= Self.mostKeys, let oldest = attempts.min(by: { $0.value.since < $1.value.since }) {
                attempts[oldest.key] = nil
            }
        }
        attempts[key] = (1, now)
        return true
    }
}
