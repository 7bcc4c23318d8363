import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumMail
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ReviewTests {
    private static let monday = Day(year: 2026, month: 1, day: 5)

    /// Advances the clock day by day, and does everything that is due on each day.
    private func pass(_ days: Int, _ world: AnalyticsWorld) async throws {
        for _ in 0..<days {
            world.test.clock.advance(by: .seconds(86_400))
            try await settle(world)
        }
    }

    private func settle(_ world: AnalyticsWorld) async throws {
        while try await world.test.platform.runDue() > 0 {}
    }

    /// The mails to a member, without the soft line breaks of quoted-printable.
    private func mails(to name: String, _ world: AnalyticsWorld) -> [String] {
        world.mailbox.mails.filter { $0.recipient.description == "\(name)@acme.example" }
            .map { String(decoding: $0.content, as: UTF8.self).replacing("=\r\n", with: "") }
    }

    private func watchActivities(_ world: AnalyticsWorld, as principal: Principal, of team: TeamID? = nil) async throws
    {
        try await world.analytics.watch(
            WatchedFigure(.activities, of: team, each: .month, target: .atMost(0)), as: principal)
    }

    @Test func `a review sends one mail on each of its days, with figures, targets and alerts`() async throws {
        try await withAnalytics { world async throws in
            let team = try await world.tenant.teams.create("<b>East & \"West\"", as: world.administrator)
            let ada = try await world.member("ada", [], [team])
            try await world.record(.activity(), ada, "2026-01-03")
            try await watchActivities(world, as: world.administrator, of: team)
            try await world.analytics.watch(
                WatchedFigure(.completionRate, each: .quarter, target: .atLeast(0.7)), as: world.administrator)
            try await world.analytics.scheduleReview(
                Review(.weekly, from: Self.monday.advanced(by: 2)), as: world.administrator)
            try await pass(1, world)
            #expect(mails(to: "admin", world).isEmpty)
            try await pass(1, world)
            let mail = try #require(mails(to: "admin", world).first)
            #expect(mail.contains("Subject: Acme: 1 of 2 key figures missed their targets"))
            #expect(mail.contains("[!] Activities, <b>East & \"West\", each month: at most 0"))
            #expect(mail.contains("Jan 2026 so far: 1, missed"))
            #expect(mail.contains("Completion rate, Acme, each quarter: at least 70%"))
            #expect(mail.contains("2026 Q1 so far: no value"))
            #expect(
                mail.contains(
                    "<b>Activities, &lt;b&gt;East &amp; &quot;West&quot;, each month: at most 0</b></dt>"
                ))
            try await settle(world)
            try await pass(6, world)
            #expect(mails(to: "admin", world).count == 1)
            try await pass(1, world)
            #expect(mails(to: "admin", world).count == 2)
        }
    }

    @Test func `several missed reviews become one mail, also after a restart`() async throws {
        try await withAnalytics { world async throws in
            try await watchActivities(world, as: world.administrator)
            try await world.analytics.scheduleReview(Review(.weekly, from: Self.monday), as: world.administrator)
            world.test.clock.advance(by: .seconds(40 * 86_400))
            let again = try await world.test.reopened()
            while try await again.platform.runDue() > 0 {}
            while try await again.platform.runDue() > 0 {}
            #expect(mails(to: "admin", world).count == 1)
            let tenant = try await again.platform.tenant("acme")
            #expect(try await tenant[Analytics.self].watchList(as: world.administrator).count == 1)
            #expect(
                try await tenant[Analytics.self].review(as: world.administrator) == Review(.weekly, from: Self.monday))
            await again.platform.close()
        }
    }

    @Test func `a review comes on its usual day after the clock was a year ahead`() async throws {
        try await withAnalytics { world async throws in
            try await watchActivities(world, as: world.administrator)
            try await world.analytics.scheduleReview(
                Review(.weekly, from: Self.monday.advanced(by: 2)), as: world.administrator)
            world.test.clock.advance(by: .seconds(365 * 86_400))
            try await settle(world)
            #expect(mails(to: "admin", world).count == 1)
            world.test.clock.advance(by: .seconds(-365 * 86_400))
            try await settle(world)
            try await pass(1, world)
            #expect(mails(to: "admin", world).count == 1)
            try await pass(1, world)
            #expect(mails(to: "admin", world).count == 2)
            try await pass(6, world)
            #expect(mails(to: "admin", world).count == 2)
        }
    }

    @Test func `a review shows what its recipient may see at that moment, and never a hidden number`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            for number in 0..<3 {
                let member = try await world.member("m\(number)", [], [number == 0 ? world.south : world.north])
                for _ in 0..<7 { try await world.record(.activity(), member, "2026-01-03") }
            }
            try await analytics.setSmallGroup(2, as: world.administrator)
            let people = try await ["lead", "gone", "off", "idle"].asyncMap { name in
                (
                    name: name,
                    id: try await world.member(
                        name, [world.north, world.south].map { Assignment(.supervisor, team: $0) })
                )
            }
            for (name, id) in people {
                for team in [world.north, world.south] where name != "idle" {
                    try await watchActivities(world, as: .member(id), of: team)
                }
                try await analytics.scheduleReview(Review(.monthly, from: Self.monday.advanced(by: 1)), as: .member(id))
            }
            for team in [world.north, world.south] {
                try await world.tenant.roles.revoke(
                    Assignment(.supervisor, team: team), from: people[1].id, as: world.administrator)
            }
            try await world.tenant.members.deactivate(people[2].id, as: world.administrator)
            try await pass(1, world)
            let mail = try #require(mails(to: "lead", world).first)
            #expect(mail.contains("Activities, North, each month: at most 0"))
            #expect(mail.contains("Jan 2026 so far: 14, missed"))
            #expect(mail.contains("Jan 2026 so far: hidden because it comes from too few people"))
            #expect(!mail.contains("so far: 7"))
            #expect(mail.contains("1 of 2 key figures"))
            for name in ["gone", "off", "idle"] { #expect(mails(to: name, world).isEmpty) }
        }
    }

    @Test(arguments: ["lost the role", "ended the review"])
    func `a waiting review mail is not sent to a member who lost the role or ended the review`(_ what: String)
        async throws
    {
        try await withAnalytics { world async throws in
            let roles = [world.north, world.south].map { Assignment(.supervisor, team: $0) }
            let (lead, other) = (try await world.member("lead", roles), try await world.member("other", roles))
            for member in [lead, other] {
                for team in [world.north, world.south] {
                    try await watchActivities(world, as: .member(member), of: team)
                }
                try await world.analytics.scheduleReview(
                    Review(.monthly, from: Self.monday.advanced(by: 1)), as: .member(member))
            }
            world.mailbox.isDown = true
            try await pass(1, world)
            if what == "lost the role" {
                try await world.tenant.roles.revoke(roles[1], from: lead, as: world.administrator)
            } else {
                try await world.analytics.scheduleReview(nil, as: .member(lead))
            }
            world.mailbox.isDown = false
            try await pass(1, world)
            #expect(mails(to: "lead", world).isEmpty && mails(to: "other", world).count == 1)
            let dropped = try await world.tenant[Mail.self].list(.withdrawn, as: world.administrator)
            #expect(dropped.map(\.withdrawalReason) == [what == "lost the role" ? .notAllowed : .outdated])
        }
    }

    @Test func `a review that was moved or ended sends no mail on its old day`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            try await watchActivities(world, as: world.administrator)
            try await analytics.scheduleReview(
                Review(.weekly, from: Self.monday.advanced(by: 1)), as: world.administrator)
            try await analytics.scheduleReview(
                Review(.quarterly, from: Self.monday.advanced(by: 3)), as: world.administrator)
            try await pass(2, world)
            #expect(mails(to: "admin", world).isEmpty)
            try await analytics.scheduleReview(nil, as: world.administrator)
            #expect(try await analytics.review(as: world.administrator) == nil)
            try await pass(3, world)
            #expect(mails(to: "admin", world).isEmpty)
        }
    }

    @Test func `a review on a day that some months lack, or no calendar has, is refused`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            let wrong = [
                Review(.monthly, from: Day(year: 2026, month: 1, day: 29)),
                Review(.quarterly, from: Day(year: 2026, month: 1, day: 31)), Review(.weekly, from: Day(number: .max)),
                Review(.monthly, from: Day(number: .min)), Review(.weekly, from: Day(year: 9999, month: 12, day: 31)),
                Review(.weekly, from: Day(year: 1582, month: 12, day: 31)),
            ]
            for review in wrong {
                await #expect(throws: WatchError.invalidDay) {
                    try await analytics.scheduleReview(review, as: world.administrator)
                }
            }
            try await analytics.scheduleReview(
                Review(.weekly, from: Day(year: 2026, month: 1, day: 31)), as: world.administrator)
            try await analytics.scheduleReview(
                Review(.monthly, from: Day(year: 1583, month: 1, day: 28)), as: world.administrator)
        }
    }

    @Test(arguments: [Int.min, -719_163, 0, 2_932_896, .max], [Int.min, -719_163, 0, 2_932_896, .max])
    func `a review has a next date for any first day and any current day`(_ first: Int, _ day: Int) {
        for cycle in Review.Cycle.allCases {
            let (first, day) = (Day(number: first), Day(number: day))
            let next = Review(cycle, from: first).next(from: day)
            #expect(next >= first && (next >= day || next.advanced(by: 100) == Day(number: .max)))
        }
    }

    @Test func `the next date of a review is the first one that is not in the past`() {
        for cycle in Review.Cycle.allCases {
            let review = Review(cycle, from: Day(year: 2024, month: 11, day: 28))
            var times = [review.first]
            while times.count < 60 {
                let (year, month) = times[times.count - 1].yearAndMonth
                switch cycle {
                case .weekly: times.append(times[times.count - 1].advanced(by: 7))
                case .monthly: times.append(Day(year: year, month: month + 1, day: 28))
                case .quarterly: times.append(Day(year: year, month: month + 3, day: 28))
                }
            }
            for day in review.first.advanced(by: -40)..<review.first.advanced(by: 400) {
                #expect(review.next(from: day) == times.first { $0 >= day })
            }
        }
    }
}

extension Array {
    fileprivate func asyncMap<Other>(_ make: (Element) async throws -> Other) async rethrows -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await make(element)) }
        return others
    }
}
