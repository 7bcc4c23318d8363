internal import Atrium

/// Which xAPI statements complete a course: what cmi5 calls `moveOn`. Other ends are recorded as what they say.
public enum CompletionRule: Sendable {
    /// `completed` and `passed`, unless the result says `success: false` or `completion: false`.
    case completedOrPassed
    /// `passed`, and `completed` with `success: true`: for content that says `completed` whether it was passed or not, as cmi5
    /// does.
    case passed
    /// `completed`, and `passed` with `completion: true`, whatever the result says of success: for courses that are attended.
    case completed

    /// What a statement with one of the verbs completed, passed and failed says: a failed end where it was not passed, else
    /// work.
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
