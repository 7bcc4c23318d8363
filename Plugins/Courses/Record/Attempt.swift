internal import Atrium

public import struct Foundation.Date

/// One attempt of a member at a course: from an enrolment to its end.
public struct Attempt: Sendable, Equatable {
    /// From 1, in the order of the record.
    public let number: Int
    /// Enrolled, or how it ended.
    public let state: ParticipationState
    /// The date of the enrolment.
    public let enrolledAt: Date
    /// The date of the end, once there is one.
    public let endedAt: Date?
    /// The id that the source gave it (xAPI's `registration`); nil where it gave none.
    public let registration: String?

    /// The attempts that entries tell of, given in the order of the record.
    static func list(_ entries: [Recorder.Known]) -> [Attempt] {
        var attempts: [Attempt] = []
        for known in entries where known.standing == .counted {
            let (entry, end) = (known.entry, known.entry.learning.kind.end)
            if entry.enrols || entry.learning == .enrolled {
                attempts.append(
                    Attempt(
                        number: attempts.count + 1, state: end ?? .enrolled, enrolledAt: entry.effectiveAt,
                        endedAt: end == nil ? nil : entry.effectiveAt, registration: known.registration))
            } else if let last = attempts.popLast() {
                let isOpen = last.state == .enrolled
                attempts.append(
                    Attempt(
                        number: last.number, state: isOpen ? end ?? .enrolled : last.state, enrolledAt: last.enrolledAt,
                        endedAt: isOpen && end != nil ? entry.effectiveAt : last.endedAt,
                        registration: last.registration ?? (isOpen ? known.registration : nil)))
            }
        }
        return attempts
    }
}

/// When an end is another attempt, where the course has ended before and the source names no enrolments, as xAPI: a failed
/// course that is completed, another registration, or enough time since the last end. An end that is no other attempt repeats
/// the last one, or says less than it, and does not count.
public struct RetakeRule: Sendable {
    /// How long after a completion another end is another attempt. Until then, it belongs to the same one: content sends
    /// `completed`, `passed` and `failed` of one attempt one after the other. 30 days unless told otherwise.
    public var afterCompletion: Duration
    /// How long after a failure another failure is another attempt; an hour unless told otherwise.
    public var afterFailure: Duration

    public init(afterCompletion: Duration = .seconds(30 * 86_400), afterFailure: Duration = .seconds(3600)) {
        (self.afterCompletion, self.afterFailure) = (afterCompletion, afterFailure)
    }

    /// How far apart, in seconds, an end and another one after it are two attempts.
    fileprivate func gap(after end: ParticipationState, _ other: ParticipationState) -> Double {
        switch (end, other) {
        case (.completed, _): afterCompletion / .seconds(1)
        case (.failed, .failed): afterFailure / .seconds(1)
        default: 0
        }
    }
}

/// Where a member's attempts at a course stand.
struct AttemptState: Equatable {
    /// Of the last attempt.
    var state = ParticipationState.notEnrolled
    /// The date of the last enrolment.
    var enrolledAt: Date?
    /// The date of the last end, also after another enrolment.
    var endedAt: Date?
    /// The latest date of an entry that has its place by its date, whether it counts or not: what comes later is the last.
    var latestAt: Date?

    /// An entry, as far as it may change the state.
    struct Fact {
        let kind: Learning.Kind
        let effectiveAt: Date
        /// Whether its source names no enrolments.
        let mayEnrol: Bool
        /// Whether it has a registration, and the ends before it have others.
        var hasOtherRegistration = false

        /// Whether what names no enrolments comes before it or after it by their dates.
        var hasDatedPlace: Bool { mayEnrol || kind == .enrolled }
    }

    struct Step: Equatable {
        var after: AttemptState
        /// Whether it enrolled the member itself.
        var enrols = false
        /// Whether it says nothing new.
        var isRedundant = false
    }

    var hasEnded: Bool { state != .notEnrolled && state != .enrolled }

    /// The state after a fact.
    ///
    /// An enrolment ends once: the same end again is redundant, another one throws. After an end the member can be enrolled
    /// again. A fact whose source names no enrolments enrols the member if nobody did, if it has another registration, or if it
    /// is an end that is another attempt by `rule`.
    func after(_ fact: Fact, _ rule: RetakeRule) throws(LearningError) -> Step {
        var step = try judged(fact, rule)
        step.after.note(fact)
        return step
    }

    /// Keeps the latest date up, also where the fact changes nothing else.
    mutating func note(_ fact: Fact) {
        if fact.hasDatedPlace { latestAt = max(latestAt ?? .distantPast, fact.effectiveAt) }
    }

    private func judged(_ fact: Fact, _ rule: RetakeRule) throws(LearningError) -> Step {
        if fact.kind == .enrolled {
            guard state != .enrolled else { throw .alreadyEnrolled }
            return Step(after: enrolled(fact))
        }
        let begins = fact.mayEnrol && (state == .notEnrolled || hasEnded && fact.hasOtherRegistration)
        guard let end = fact.kind.end else {
            return begins ? Step(after: enrolled(fact), enrols: true) : Step(after: self)
        }
        if !hasEnded {
            guard begins || state == .enrolled else { throw .notEnrolled }
            return Step(after: ended(fact, as: end, enrols: begins), enrols: begins)
        }
        if fact.mayEnrol {
            guard begins || isRetake(fact, as: end, rule) else { return Step(after: self, isRedundant: true) }
            // The end with the latest date decides the state.
            let isLast = fact.effectiveAt >= endedAt ?? .distantPast
            return Step(after: isLast ? ended(fact, as: end, enrols: true) : self, enrols: true)
        }
        guard end == state else { throw .alreadyEnded(state) }
        return Step(after: self, isRedundant: true)
    }

    private func enrolled(_ fact: Fact) -> AttemptState {
        AttemptState(state: .enrolled, enrolledAt: fact.effectiveAt, endedAt: endedAt, latestAt: latestAt)
    }

    private func ended(_ fact: Fact, as end: ParticipationState, enrols: Bool) -> AttemptState {
        AttemptState(
            state: end, enrolledAt: enrols ? fact.effectiveAt : enrolledAt, endedAt: fact.effectiveAt,
            latestAt: latestAt)
    }

    private func isRetake(_ fact: Fact, as end: ParticipationState, _ rule: RetakeRule) -> Bool {
        let gap = rule.gap(after: state, end)
        return gap == 0 || abs(fact.effectiveAt.timeIntervalSince(endedAt ?? .distantPast)) >= gap
    }
}
