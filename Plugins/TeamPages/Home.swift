public import Atrium
public import AtriumCourses
internal import AtriumMarkup
public import AtriumSuggestions

public import struct Foundation.Date

/// What a member finds on their home: the pages of the teams to which they belong now, by the teams' names, and of equal
/// names by the older team first.
public struct Home: Sendable, Equatable {
    /// Of each team that has something to say or to suggest.
    public let sections: [Section]

    public struct Section: Sendable, Equatable {
        public let team: TeamID
        public let name: String
        /// As its editors wrote it, in a subset of Markdown; empty where the page says nothing.
        public let message: String
        /// Since when it stands there; `nil` where nothing was published.
        public let visibleFrom: Date?
        /// The courses suggested to the team, each as it was suggested last, the newest first.
        public let courses: [Course]

        /// The message as a fragment of well-formed, safe HTML.
        public var html: String { Markup(message).html }
    }

    /// A course that is suggested to a team. It does not say by whom.
    public struct Course: Sendable, Equatable {
        public let course: CourseID
        public let title: String
        public let note: String
        public let due: Due?
    }
}

extension TeamPageService {
    /// The home of the principal; who is in no team has an empty one. Drafts, and what waits for its time, are not in it.
    public func home(as principal: Principal) async throws -> Home {
        try await store.read(as: principal, .viewHome) { work in
            guard let member = principal.member else { return Home(sections: []) }
            return Home(sections: try work.teams(of: member).compactMap { try section(of: $0, in: work) })
        }
    }

    private func section(of team: StoredTeam, in work: UnitOfWork) throws -> Home.Section? {
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
