internal import Atrium
internal import AtriumAnalytics
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions

/// Writing the weekly notes.
extension CampaignService {
    /// Writes the notes of this week, a page of members in each commit. The commit has both the mail and that it is written. So
    /// each member gets one note in a week, even if the process is killed. A week that has passed is not made up for.
    func writeNotes() async throws {
        let system = tenant.system("write weekly notes")
        while try await store.write(as: system, writePage) { try Task.checkCancellation() }
        try await store.write(as: system) { try wakeForNotes(in: $0) }
    }

    /// Writes the notes of the next members. Returns whether there may be more.
    @Sendable private func writePage(in work: UnitOfWork) throws -> Bool {
        guard let week = try week(in: work) else { return false }
        let members = try work.rows(
            "SELECT member_id FROM campaigns_note WHERE last_week < \(week) ORDER BY member_id LIMIT \(settings.pageSize)",
            as: MemberID.self)
        guard !members.isEmpty else { return false }
        let begun = try titlesOfCoursesBegun(before: today(in: work), in: work)
        let organization = try work.organization()
        for id in members {
            try work.run("UPDATE campaigns_note SET last_week = \(week) WHERE member_id = \(id)")
            guard let member = try work.member(id), member.state == .active else { continue }
            let letter = NoteLetter(
                organization: organization, next: try suggestions.nextSteps(of: id, in: work), begun: begun)
            if letter.isEmpty { continue }
            try mail.enqueue(
                letter.message(to: member, in: work.language(of: id)), key: Self.key(id, week), in: work)
        }
        return members.count == settings.pageSize
    }

    /// A note is sent only while its member wants it.
    func checkNote(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            let isWanted = try which.first.flatMap { MemberID($0) }.map { member in
                try own.one("SELECT EXISTS (SELECT 1 FROM campaigns_note WHERE member_id = \(member))", as: Bool.self)
            }
            return isWanted == true ? .asWritten : .withdraw(.optedOut)
        }
    }

    /// The titles of the courses that enough people began in the seven days before a day.
    private func titlesOfCoursesBegun(before today: Day, in work: UnitOfWork) throws -> [String] {
        try analytics.coursesBegun(
            on: today.advanced(by: -7)..<today, byMoreThan: settings.fewestColleagues, in: work
        ).compactMap { id in
            guard let course = try courses.course(id, in: work), course.retiredAt == nil else { return nil }
            return course.title
        }
    }
}
