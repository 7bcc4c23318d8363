internal import Atrium

internal import struct Foundation.Date

/// What an xAPI statement says about learning (xAPI 1.0.3, part two, "Data"; the sections are cited by number).
///
/// Only what a course needs is read and judged. A statement with another verb is no fault, whatever it is about: it has
/// neither learner nor activity, and is to be skipped.
struct Statement {
    /// Under which it is imported once. An LRS would give one to a statement without (2.4.1); here that would make
    /// another statement of each import.
    let id: ID
    let verb: Verb
    /// Of whom, and of what; nil where the verb is `voided` or `other`.
    let learner: Learner?
    let activity: String?
    /// When it happened, or else, where that is not said or cannot be read, when it was stored (2.4.7, 2.4.8); nil where it
    /// says neither, or the verb is `voided` or `other`.
    let timestamp: Date?
    /// The attempt that it belongs to, as the sender counts them (2.4.6.1).
    let registration: ID?
    /// What the result says of the attempt; nil where it does not say, or the verb is `voided` or `other`.
    let success: Bool?
    let completion: Bool?
    /// The percentage reached, 0 to 100, as cmi5 extends a result with.
    let progress: Int?
    /// The result's duration, rounded down.
    let minutes: Int?
    /// What the verb has a use for and cannot be read: the statement is taken without it.
    let omitted: [StatementFault]
    /// SHA-256 of what the sender said, in one form for all statements that match (2.3.1); its time is compared apart.
    let digest: [UInt8]

    init(_ members: JSONObject) throws(StatementFault) {
        // A statement uses each property once (2.2): readers differ in which of two they take.
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

    /// The moment, and whether it is that of storing in place of a timestamp that cannot be read.
    private static func timestamp(of members: JSONObject) throws(StatementFault) -> (Date?, isLate: Bool) {
        // ISO 8601 could leave the offset out, and RFC 3339, which 4.5 recommends, cannot: nobody knows the sender's zone.
        let texts = [members["timestamp"], members["stored"]].compactMap { $0 }
        if texts.isEmpty { return (nil, false) }
        let dates = texts.map { $0.string.flatMap(Date.init(iso8601:)) }
        guard let date = dates.lazy.compactMap({ $0 }).first else { throw .timestamp }
        return (date, isLate: dates[0] == nil)
    }
}

extension Statement {
    /// A UUID in its standard form (4.4), in lower case. Foundation's own reading also takes some texts that are none.
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
        /// The statement with this id is not to count (2.3.2). It may come later, or never.
        case voided(ID)
        /// Any other, by its IRI.
        case other(String)

        fileprivate init(of members: JSONObject) throws(StatementFault) {
            guard let iri = members["verb"]?.object?["id"]?.iri else { throw .verb }
            let vocabulary = "http://adlnet.gov/expapi/verbs/"
            // Before any text is compared by Unicode's rules: the verbs of a course are short.
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
