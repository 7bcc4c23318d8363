public import Atrium

/// What a member has still to do: what a note to the member can tell.
public struct NextSteps: Sendable, Equatable {
    /// The suggested courses that are neither done nor declined nor withdrawn, sorted by due day.
    public let courses: [SuggestedCourse]
    /// The goals that are neither reached nor missed nor withdrawn, sorted by their last day.
    public let goals: [GoalProgress]

    /// Whether there is nothing to do.
    public var isEmpty: Bool { courses.isEmpty && goals.isEmpty }
}

extension SuggestionService {
    /// What a member has still to do. A consequence of the caller's act: it checks no permission. Tell it to the member only.
    public func nextSteps(of member: MemberID, in work: UnitOfWork) throws -> NextSteps {
        try store.within(work) { own in
            let suggestions = try suggestions(of: member, in: own)
            let items = try suggestions.items(of: suggestions.merged().filter { !$0.isWithdrawn })
            let goals = try progress(of: goals(of: member, in: own).filter { $0.withdrawnAt == nil }, in: own)
            return NextSteps(
                courses: items.filter { $0.state != .done && $0.state != .declined },
                goals: goals.filter { $0.state == .open }.sorted { $0.goal.day < $1.goal.day })
        }
    }
}
