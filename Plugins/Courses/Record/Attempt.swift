internal import Atrium

public import struct Foundation.Date

/// One attempt of a member at a course: from an enrolment to its end.
public struct Attempt: Sendable, Equatable {
    /// Counts from 1, in the order of the record.
    public let number: Int
    /// Enrolled, or how it ended.
    public let state: ParticipationState
    /// The date of the enrolment.
    public let enrolledAt: Date
    /// The date of the end; `nil` before the end.
    public let endedAt: Date?
    /// The id that the source gave the attempt (xAPI's `registration`); `nil` if it gave none.
    public let registration: String?

    /// The attempts that follow from entries, which are given in the order of the record.
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

/// Decides when an end is another attempt. It applies if an earlier attempt has ended, and if the source names no enrolments,
/// like xAPI.
///
/// Such an end is another attempt if it completes a failed course, has another registration, or comes long enough after the
/// last end. Otherwise it repeats the last end, or says less than it, and does not count.
public struct RetakeRule: Sendable {
    /// How long after a completion another end is another attempt. An earlier one belongs to the same attempt: content sends
    /// `completed`, `passed` and `failed` of one attempt one after the other. 30 days by default.
    public var afterCompletion: Duration
    /// How long after a failure another failure is another attempt. One hour by default.
    public var afterFailure: Duration

    /// By default, 30 days after a completion and one hour after a failure.
    public init(afterCompletion: Duration = .seconds(30 * 86_400), afterFailure: Duration = .seconds(3600)) {
        (self.afterCompletion, self.afterFailure) = (afterCompletion, afterFailure)
    }

    /// How many seconds must be between an end and another end for them to be two attempts.
    fileprivate func gap(after end: ParticipationState, _ other: ParticipationState) -> Double {
        switch (end, other) {
        case (.completed, _): afterCompletion / .seconds(1)
        case (.failed, .failed): afterFailure / .seconds(1)
        default: 0
        }
    }
}

/// The state of a member's attempts at a course.
struct AttemptState: Equatable {
    /// The state of the last attempt.
    var state = ParticipationState.notEnrolled
    /// The date of the last enrolment.
    var enrolledAt: Date?
    /// The date of the last end. It stays after another enrolment.
    var endedAt: Date?
    /// The latest date of an entry that is placed by its date, whether it counts or not. An entry with a later date comes last.
    var latestAt: Date?

    /// The part of an entry that may change the state.
    struct Fact {
        let kind: Learning.Kind
        let effectiveAt: Date
        /// Whether its source names no enrolments.
        let mayEnrol: Bool
        /// Whether it has a registration, and the ends before it have other registrations.
        var hasOtherRegistration = false

        /// Whether entries from sources without enrolments come before or after it by date.
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
    /// An enrolment ends once. The same end again is redundant; another end throws. After an end, the member can be enrolled
    /// again. A fact whose source names no enrolments enrols the member in three cases: if the member is not enrolled yet, if
    /// it has another registration after an end, or if it is an end that is another attempt by `rule`.
    func after(_ fact: Fact, _ rule: RetakeRule) throws(LearningError) -> Step {
        var step = try step(for: fact, rule)
        step.after.note(fact)
        return step
    }

    /// Updates the latest date, even if the fact changes nothing else.
    mutating func note(_ fact: Fact) {
        if fact.hasDatedPlace { latestAt = max(latestAt ?? .distantPast, fact.effectiveAt) }
    }

    private func step(for fact: Fact, _ rule: RetakeRule) throws(LearningError) -> Step {
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
