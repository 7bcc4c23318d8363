/// A figure to steer by: what it is called, what exactly it counts, in which unit, and where it comes from.
public struct KeyFigure: Sendable, Hashable {
    /// Also the name of its column in CSV.
    public let id: String
    public let name: String
    public let definition: String
    public let unit: Unit
    /// The module or part of the platform whose rows it counts.
    public let source: String

    /// The numbers of which it is made; what hides one of them hides the figure. A rate is the first of all together.
    let parts: [Part]
    /// Which rows can have it.
    var reach = Reach.all

    enum Part: Hashable {
        case sum(Measure)
        case active, members
    }

    /// Who is invited belongs to a team and to no course, who accepted to no course; nobody is a member of a course or of a
    /// person.
    enum Reach { case all, people, groups }

    public enum Unit: String, Sendable {
        case people, invitations, enrolments, activities, minutes
        /// A part of 1, with the number of cases that it is a part of.
        case rate
    }

    public static let all = [
        members, invited, activated, active, enrolled, started, completed, peopleCompleted, failed, withdrawn,
        completionRate, activities, minutes, certificates,
    ]

    func value(of counts: FigureReader.Counts) -> FigureValue {
        let numbers = parts.map { counts[$0] }
        let sum = numbers.reduce(0, +)
        guard unit == .rate else { return .count(sum) }
        return sum == 0 ? .none : .rate(part: numbers[0], total: sum)
    }

    public static let members = KeyFigure(
        id: "members", name: "Members",
        definition: """
            Active members at the time of asking, whatever the period; of a team, those who belong to it. Who is invited, \
            deactivated or removed is not counted.
            """, unit: .people, source: "kernel", parts: [.members], reach: .groups)
    public static let invited = KeyFigure(
        id: "invited", name: "Invited",
        definition: """
            Invitations sent in the period; one that is resent counts once, on the day on which it was first sent. Of a \
            team, those that lead into it.
            """, unit: .invitations, source: "invitations", parts: [.sum(.invited)], reach: .groups)
    public static let activated = KeyFigure(
        id: "activated", name: "Activated", definition: "Invitations accepted in the period.", unit: .people,
        source: "invitations", parts: [.sum(.activated)], reach: .people)
    public static let active = KeyFigure(
        id: "active", name: "Active",
        definition: "Different people with at least one activity in the period, reports of progress among them.",
        unit: .people, source: "courses", parts: [.active])
    public static let enrolled = KeyFigure(
        id: "enrolled", name: "Enrolled", definition: "Enrolments whose date lies in the period.", unit: .enrolments,
        source: "courses", parts: [.sum(.enrolled)])
    public static let started = KeyFigure(
        id: "started", name: "Started",
        definition: "People and courses whose first activity or opening lies in the period.", unit: .enrolments,
        source: "courses", parts: [.sum(.started)])
    public static let completed = KeyFigure(
        id: "completed", name: "Completed", definition: "Enrolments that ended as completed in the period.",
        unit: .enrolments, source: "courses", parts: [.sum(.completed)])
    public static let peopleCompleted = KeyFigure(
        id: "people_completed", name: "People completed",
        definition: "People and courses whose first completion lies in the period; a retake does not count again.",
        unit: .enrolments, source: "courses", parts: [.sum(.firstCompleted)])
    public static let failed = KeyFigure(
        id: "failed", name: "Failed", definition: "Enrolments that ended as failed in the period.", unit: .enrolments,
        source: "courses", parts: [.sum(.failed)])
    public static let withdrawn = KeyFigure(
        id: "withdrawn", name: "Withdrawn", definition: "Enrolments that ended as withdrawn in the period.",
        unit: .enrolments, source: "courses", parts: [.sum(.withdrawn)])
    public static let completionRate = KeyFigure(
        id: "completion_rate", name: "Completion rate",
        definition: """
            Completed divided by ended, where ended is completed, failed and withdrawn together; without a value where \
            nothing ended.
            """, unit: .rate, source: "courses", parts: [.sum(.completed), .sum(.failed), .sum(.withdrawn)])
    public static let activities = KeyFigure(
        id: "activities", name: "Activities",
        definition: "Learning activities in the period, reports of progress among them.", unit: .activities,
        source: "courses", parts: [.sum(.activities)])
    public static let minutes = KeyFigure(
        id: "minutes", name: "Minutes",
        definition: "The time that activities in the period reported; what reports none is not estimated.",
        unit: .minutes, source: "courses", parts: [.sum(.minutes)])
    public static let certificates = KeyFigure(
        id: "certificates", name: "Certificates",
        definition: "Completions in the period, each of which earns a certificate or renews one.",
        unit: .enrolments, source: "courses", parts: [.sum(.completed)])
}
