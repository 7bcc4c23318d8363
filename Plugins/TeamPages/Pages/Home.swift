public import Atrium
public import AtriumCourses
internal import AtriumMarkup
public import AtriumSuggestions

public import struct Foundation.Date

/// The home of a member: the pages of the teams that they are in now, sorted by the teams' names. If two teams have the same
/// name, the older team comes first.
public struct Home: Sendable, Equatable {
    /// One section for each team that has a message or a suggested course.
    public let sections: [Section]

    /// What the home shows of one team.
    public struct Section: Sendable, Equatable {
        /// The team that has the page.
        public let team: TeamID
        /// The team's name.
        public let name: String
        /// The message as its editors wrote it, in a subset of Markdown. It is empty if the page has no message.
        public let message: String
        /// Since when the message is visible; `nil` if nothing was published.
        public let visibleFrom: Date?
        /// The courses suggested to the team. If a course has several suggestions, the last one counts. The newest comes first.
        public let courses: [Course]

        /// The message as a fragment of well-formed, safe HTML.
        public var html: String { Markup(message).html }
    }

    /// A course that is suggested to a team. It does not tell who suggests it.
    public struct Course: Sendable, Equatable {
        /// The suggested course.
        public let course: CourseID
        /// The course's title now.
        public let title: String
        /// The suggester's plain text, which may be empty.
        public let note: String
        /// When the course is due; `nil` without a due date.
        public let due: Due?
    }
}

extension TeamPageService {
    /// The principal's home. It is empty for a principal who is in no team. It has no drafts and no scheduled versions.
    public func home(as principal: Principal) async throws -> Home {
        try await store.read(as: principal, .viewHome) { work in
            guard let member = principal.member else { return Home(sections: []) }
            return Home(sections: try work.teams(of: member).compactMap { try section(of: $0, in: work) })
        }
    }

    private func section(of team: any Team, in work: UnitOfWork) throws -> Home.Section? {
        let page = try PageVersion.published(of: team.id, in: work)
        var named: Set<CourseID> = []
        let latest = try suggestions.suggestions(to: team.id, in: work).filter { named.insert($0.course).inserted }
        let suggested = try latest.compactMap { suggestion in
            try courses.course(suggestion.course, in: work).map { course in
                Home.Course(course: course.id, title: course.title, note: suggestion.note, due: suggestion.due)
            }
        }
        let message = page?.message ?? ""
        if Markup(message).isEmpty, suggested.isEmpty { return nil }
        return Home.Section(
            team: team.id, name: team.name, message: message, visibleFrom: page?.visibleFrom, courses: suggested)
    }
}
