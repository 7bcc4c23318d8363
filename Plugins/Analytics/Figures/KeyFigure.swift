public import Atrium

/// A key figure: its name, its exact definition, its unit and its source.
public struct KeyFigure: Sendable, Hashable {
    /// The stable id. It is also the name of the figure's column in CSV.
    public let id: String
    /// The name, for people.
    public let name: Words
    /// The rule for what counts, for people.
    public let definition: Words
    /// The unit of its values.
    public let unit: Unit
    /// The module or part of the platform whose rows it counts.
    public let source: String

    /// The numbers from which the figure is computed. If one of them is hidden, the figure is hidden. A rate is the first
    /// number divided by the sum of all.
    let parts: [Part]
    /// The rows to which the figure applies.
    var reach = Reach.all

    enum Part: Hashable {
        case sum(Measure)
        case active, members
    }

    /// Invitations belong to teams, but not to courses or single members. Acceptances belong to members, but not to courses.
    /// Member counts do not apply to courses or single members.
    enum Reach { case all, people, groups }

    /// What the values of a figure count.
    public enum Unit: String, Sendable {
        /// Different people.
        case people
        /// Invitations, each counted once.
        case invitations
        /// Enrolments.
        case enrolments
        /// Pairs of a person and a course that the person has completed.
        case completions
        /// Certificates.
        case certificates
        /// Learning activities, including reports of progress.
        case activities
        /// Minutes of learning.
        case minutes
        /// A fraction of 1, with its number of cases.
        case rate
    }

    /// All key figures, in the order in which tables show them.
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

    /// Active members now, in every period.
    public static let members = KeyFigure(
        id: "members", name: "Members",
        definition: """
            Active members at the time of the query, for every period. For a team, its active members. Invited, deactivated \
            and removed people do not count.
            """, unit: .people, source: "kernel", parts: [.members], reach: .groups)
    /// Invitations by the day of their first sending.
    public static let invited = KeyFigure(
        id: "invited", name: "Invited",
        definition: """
            Invitations sent in the period. An invitation that is sent again counts once, on the day of its first sending. \
            For a team, the invitations to join it.
            """, unit: .invitations, source: "invitations", parts: [.sum(.invited)], reach: .groups)
    /// Invitations by the day on which they were accepted.
    public static let activated = KeyFigure(
        id: "activated", name: "Activated", definition: "Invitations accepted in the period.", unit: .people,
        source: "invitations", parts: [.sum(.activated)], reach: .people)
    /// Different people with at least one activity.
    public static let active = KeyFigure(
        id: "active", name: "Active",
        definition: "Different people with at least one activity in the period. Reports of progress are activities.",
        unit: .people, source: "courses", parts: [.active])
    /// Enrolments by their date.
    public static let enrolled = KeyFigure(
        id: "enrolled", name: "Enrolled", definition: "Enrolments with a date in the period.", unit: .enrolments,
        source: "courses", parts: [.sum(.enrolled)])
    /// Pairs of a person and a course by the day of the first activity or opening.
    public static let started = KeyFigure(
        id: "started", name: "Started",
        definition: "Pairs of a person and a course with their first activity or opening in the period.",
        unit: .enrolments, source: "courses", parts: [.sum(.started)])
    /// Enrolments that ended as completed, including retakes.
    public static let completed = KeyFigure(
        id: "completed", name: "Completed", definition: "Enrolments that ended as completed in the period.",
        unit: .enrolments, source: "courses", parts: [.sum(.completed)])
    /// Pairs of a person and a course by the day of the first completion, without retakes.
    public static let peopleCompleted = KeyFigure(
        id: "people_completed", name: "People completed",
        definition: "Pairs of a person and a course with their first completion in the period. Retakes do not count.",
        unit: .completions, source: "courses", parts: [.sum(.firstCompleted)])
    /// Enrolments that ended as failed.
    public static let failed = KeyFigure(
        id: "failed", name: "Failed", definition: "Enrolments that ended as failed in the period.", unit: .enrolments,
        source: "courses", parts: [.sum(.failed)])
    /// Enrolments that ended as withdrawn.
    public static let withdrawn = KeyFigure(
        id: "withdrawn", name: "Withdrawn", definition: "Enrolments that ended as withdrawn in the period.",
        unit: .enrolments, source: "courses", parts: [.sum(.withdrawn)])
    /// Completed enrolments as a fraction of all enrolments that ended.
    public static let completionRate = KeyFigure(
        id: "completion_rate", name: "Completion rate",
        definition: """
            Completed divided by ended. Ended is the sum of completed, failed and withdrawn. There is no value if nothing \
            ended.
            """, unit: .rate, source: "courses", parts: [.sum(.completed), .sum(.failed), .sum(.withdrawn)])
    /// Learning activities, including reports of progress.
    public static let activities = KeyFigure(
        id: "activities", name: "Activities",
        definition: "Learning activities in the period, including reports of progress.", unit: .activities,
        source: "courses", parts: [.sum(.activities)])
    /// The reported learning time; missing reports are not estimated.
    public static let minutes = KeyFigure(
        id: "minutes", name: "Minutes",
        definition: "The time that activities in the period reported. A missing report is not estimated.",
        unit: .minutes, source: "courses", parts: [.sum(.minutes)])
    /// Completions, since each one earns or renews a certificate.
    public static let certificates = KeyFigure(
        id: "certificates", name: "Certificates",
        definition: "Completions in the period. Each one earns or renews a certificate.",
        unit: .certificates, source: "courses", parts: [.sum(.completed)])
}
