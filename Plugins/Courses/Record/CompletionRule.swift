internal import Atrium

/// Which xAPI statements complete a course; cmi5 calls this `moveOn`. Other ends are recorded as what they say.
public enum CompletionRule: Sendable {
    /// `completed` and `passed`, unless the result says `success: false` or `completion: false`.
    case completedOrPassed
    /// `passed`, and `completed` with `success: true`. For content that says `completed` whether the learner passed or not,
    /// like cmi5.
    case passed
    /// `completed`, and `passed` with `completion: true`, whatever the result says about success. For courses that members
    /// attend.
    case completed

    /// What a statement with the verb completed, passed or failed says: a completion by this rule, a failed end if the learner
    /// did not pass, or else work.
    func learning(_ verb: Statement.Verb, _ success: Bool?, _ completion: Bool?) -> Learning {
        let isDone = completion ?? true
        switch (self, verb) {
        case (_, .failed): return .failed
        case (.completed, .completed) where isDone, (.completed, _) where completion == true: return .completed
        case _ where success == false: return .failed
        case (.completedOrPassed, _) where isDone: return .completed
        case (.passed, _) where isDone && (verb == .passed || success == true): return .completed
        default: return .activity()
        }
    }
}
