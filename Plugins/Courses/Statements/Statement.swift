internal import Atrium

internal import struct Foundation.Date

/// What an xAPI statement says about learning (xAPI 1.0.3, part two, "Data"; the sections are cited by number).
///
/// Only what a course needs is read and judged. A statement with another verb is no fault, whatever it is about. It has neither
/// a learner nor an activity, and is skipped.
struct Statement {
    /// The id under which it is imported once. An LRS would give an id to a statement without one (2.4.1). Here, that would
    /// make another statement of it at each import.
    let id: ID
    let verb: Verb
    /// The person whom it is about; `nil` if the verb is `voided` or `other`.
    let learner: Learner?
    /// What the person learned; `nil` if the verb is `voided` or `other`.
    let activity: String?
    /// When it happened, or, if that is missing or cannot be read, when it was stored (2.4.7, 2.4.8). `nil` if the statement
    /// says neither, or if the verb is `voided` or `other`.
    let timestamp: Date?
    /// The attempt to which the sender assigns it (2.4.6.1).
    let registration: ID?
    /// Whether the result says that the attempt succeeded; `nil` if it does not say, or if the verb is `voided` or `other`.
    let success: Bool?
    /// Whether the result says that the attempt is complete; `nil` if it does not say, or if the verb is `voided` or `other`.
    let completion: Bool?
    /// The percentage reached, from 0 to 100, which cmi5 adds to a result.
    let progress: Int?
    /// The result's duration, rounded down.
    let minutes: Int?
    /// Parts that the verb uses but that cannot be read. The statement is accepted without them.
    let omitted: [StatementFault]
    /// SHA-256 of what the sender said, in one form for all statements that match (2.3.1). The time is compared separately.
    let digest: [UInt8]

    init(_ members: JSONObject) throws(StatementFault) {
        // A statement uses each property once (2.2). Readers differ in which of two they use.
        if members.repeatsName { throw .repeatedName }
        guard let id = ID(of: members) else { throw .id }
        self.id = id
        verb = try Verb(of: members)
        let isLate: Bool
        switch verb {
        case .voided, .other: (learner, activity, timestamp, isLate) = (nil, nil, nil, false)
        case .initialized, .progressed, .completed, .passed, .failed:
            learner = try Learner(actor: members["actor"])
            activity = try Self.activity(of: members["object"])
            (timestamp, isLate) = try Self.timestamp(of: members)
        }
        let result = learner == nil ? nil : members["result"]
        let fault: StatementFault?
        (progress, minutes, fault) = verb == .progressed ? Self.extent(of: result) : (nil, nil, nil)
        omitted = [isLate ? .timestampLeftOut : nil, fault].compactMap { $0 }
        (success, completion) = (result?.object?["success"]?.boolean, result?.object?["completion"]?.boolean)
        registration = members["context"]?.object?["registration"]?.string.flatMap(ID.init)
        digest = Secret.digest(of: Self.comparable(members).canonicalText)
    }

    private static func activity(of object: JSONValue?) throws(StatementFault) -> String {
        guard let members = object?.object else { throw .activity }
        // Without an objectType it is an Activity (2.4.4).
        let isActivity = members["objectType"].map { $0.string?.isSame(as: "Activity") == true } ?? true
        guard isActivity, let id = members["id"]?.iri else { throw .activity }
        return id
    }

    /// The moment, and whether it is the time of storing instead of a timestamp that cannot be read.
    private static func timestamp(of members: JSONObject) throws(StatementFault) -> (Date?, isLate: Bool) {
        // ISO 8601 allows a text without an offset. RFC 3339, which 4.5 recommends, does not: nobody knows the sender's zone.
        let texts = [members["timestamp"], members["stored"]].compactMap { $0 }
        if texts.isEmpty { return (nil, false) }
        let dates = texts.map { $0.string.flatMap(Date.init(iso8601:)) }
        guard let date = dates.lazy.compactMap({ $0 }).first else { throw .timestamp }
        return (date, isLate: dates[0] == nil)
    }
}

extension Statement {
    /// A UUID in its standard form (4.4), in lower case. Foundation's own type also accepts some texts that are not UUIDs.
    struct ID: Hashable, CustomStringConvertible {
        let description: String

        init?(_ text: String) {
            guard text.utf8.count == 36 else { return nil }
            let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard groups.map(\.count) == [8, 4, 4, 4, 12], groups.joined().allSatisfy(\.isHexadecimal) else {
                return nil
            }
            description = text.lowercased()
        }

        init?(of members: JSONObject) {
            guard let text = members["id"]?.string else { return nil }
            self.init(text)
        }
    }

    /// What was done: the verbs of a course, by their IRIs (2.4.3; ADL's vocabulary).
    enum Verb: Equatable {
        case initialized, progressed, completed, passed, failed
        /// The statement with this id must not count (2.3.2). That statement may arrive later, or never.
        case voided(ID)
        /// Any other verb, by its IRI.
        case other(String)

        fileprivate init(of members: JSONObject) throws(StatementFault) {
            guard let iri = members["verb"]?.object?["id"]?.iri else { throw .verb }
            let vocabulary = "http://adlnet.gov/expapi/verbs/"
            // The length is checked before any text is compared by Unicode's rules. The verbs of a course are short.
            guard iri.utf8.count <= 60, iri.utf8.starts(with: vocabulary.utf8) else {
                self = .other(iri)
                return
            }
            switch iri.dropFirst(vocabulary.count) {
            case "initialized": self = .initialized
            case "progressed": self = .progressed
            case "completed": self = .completed
            case "passed": self = .passed
            case "failed": self = .failed
            case "voided":
                guard let object = members["object"]?.object,
                    object["objectType"]?.string?.isSame(as: "StatementRef") == true,
                    let id = object["id"]?.string.flatMap(ID.init)
                else { throw .voidedStatement }
                self = .voided(id)
            default: self = .other(iri)
            }
        }
    }
}

extension UInt8 {
    /// Whether it is one of `0-9a-fA-F`.
    var isHexadecimal: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
