import Atrium
import AtriumAnalytics
import AtriumCourses

extension History {
    private func belongs(_ fact: Fact, to team: TeamID) -> Bool {
        let own = stays.filter { $0.member == fact.member }
        let firstAct = own.map(\.act).min()
        return own.contains { stay in
            let from = stay.act == firstAct ? Day(number: -100_000) : stay.from
            return stay.team == team && from <= fact.day && stay.until.map { fact.day < $0 } ?? true
        }
    }

    /// The expected value of each figure, from the facts that pass the filter.
    func expected(
        _ days: Range<Day>, team: TeamID? = nil, course: CourseID? = nil, member: MemberID? = nil
    ) -> [KeyFigure: FigureValue] {
        let all = facts.filter { fact in
            (course == nil || fact.entry.course == course) && (member == nil || fact.member == member)
        }
        func belongs(_ fact: Fact) -> Bool {
            days.contains(fact.day) && team.map { self.belongs(fact, to: $0) } ?? true
        }
        let own = all.filter(belongs)
        func count(_ kind: Learning.Kind) -> Int { own.count { $0.kind == kind } }
        let work = own.filter(\.isActivity)
        var starts: [[String]: Fact] = [:]
        for fact in all where fact.isStart {
            let pair = [fact.member.description, fact.entry.course.description]
            if starts[pair].map({ fact.day < $0.day }) ?? true { starts[pair] = fact }
        }
        let started = starts.values.filter(belongs)
        let ended = count(.completed) + count(.failed) + count(.withdrawn)
        return [
            .active: .count(Set(work.map(\.member)).count), .enrolled: .count(own.count(where: \.isEnrolment)),
            .started: .count(started.count), .completed: .count(count(.completed)), .failed: .count(count(.failed)),
            .withdrawn: .count(count(.withdrawn)), .activities: .count(work.count),
            .minutes: .count(work.reduce(0) { $0 + ($1.entry.learning.minutes ?? 0) }),
            .certificates: .count(count(.completed)),
            .completionRate: ended == 0 ? .none : .rate(part: count(.completed), total: ended),
        ]
    }
}
