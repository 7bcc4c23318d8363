import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumCampaigns

struct PlanningTests {
    private func planID(_ number: UInt8) -> ID<YearPlan> {
        ID(at: .init(timeIntervalSince1970: 0), random: Array(repeating: number, count: 10))
    }

    @Test func `a plan has four drafts in each of twelve months, on working days`() async throws {
        try await withCampaigns { world in
            try await world.campaigns.begin(
                planID(1), from: Day(year: 2026, month: 2, day: 17), as: world.administrator)
            let entries = try await world.campaigns.entries(as: world.administrator)
            #expect(entries.count == 48 && entries.allSatisfy { $0.state == .draft && $0.content.team == nil })
            let months = Dictionary(grouping: entries) { $0.content.day.description.prefix(7) }
            #expect(months.count == 12 && months.values.allSatisfy { Set($0.map(\.content.kind)).count == 4 })
            #expect(months.keys.min() == "2026-02" && months.keys.max() == "2027-01")
            #expect(entries.allSatisfy { [2, 3].contains($0.content.day.isoWeekday) })
            let messages = entries.filter { $0.content.kind == .message }
            #expect(messages.allSatisfy(\.content.isComplete) && messages[0].content.subject == "Your training begins")
        }
    }

    @Test(arguments: [("fr", "Votre formation commence"), ("de", "Ihre Weiterbildung beginnt"), ("ar", "تدريبك يبدأ")])
    func `the drafts are in the organization's language`(language: String, subject: String) async throws {
        try await withCampaigns(settings: OrganizationSettings(name: "Acme", language: language)) { world in
            try await world.campaigns.begin(planID(1), from: Day(year: 2026, month: 2), as: world.administrator)
            let entries = try await world.campaigns.entries(as: world.administrator)
            #expect(entries.first?.content.subject == subject)
            let latin = /[A-Za-z]{4,}/
            #expect(language != "ar" || entries.allSatisfy { $0.content.text.firstMatch(of: latin) == nil })
        }
    }

    @Test func `a plan begins once for its request, and no two plans have a month in common`() async throws {
        try await withCampaigns { world in
            let campaigns = try world.campaigns
            for _ in 0..<2 {
                try await campaigns.begin(planID(1), from: Day(year: 2026, month: 2), as: world.administrator)
            }
            #expect(try await campaigns.entries(as: world.administrator).count == 48)
            await #expect(throws: PlanError.overlap) {
                try await campaigns.begin(planID(2), from: Day(year: 2026, month: 12), as: world.administrator)
            }
            for month in [Day(year: 2026, month: 1, day: 31), Day(year: 2027, month: 2)] {
                await #expect(throws: PlanError.monthPassed) {
                    try await campaigns.begin(planID(3), from: month, as: world.administrator)
                }
            }
            world.test.clock.advance(by: .seconds(100 * 86_400))
            try await campaigns.begin(planID(4), from: Day(year: 2027, month: 2), as: world.administrator)
            #expect(try await campaigns.entries(as: world.administrator).count == 96)
        }
    }

    @Test func `a change after the approval makes the entry a draft again, and it is not carried out`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7)))
            try await world.approve(entry.id)
            #expect(try await world.entry(entry.id).state == .approved)
            try await world.campaigns.change(
                entry.id, to: message(on: day(8)), basedOn: entry.revision, as: world.administrator)
            let changed = try await world.entry(entry.id)
            #expect(changed.state == .draft && changed.approvedBy == nil)
            try await world.pass(days: 4)
            #expect(world.received.isEmpty)
        }
    }

    @Test func `nobody approves or changes what they have not read`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7)))
            try await world.campaigns.change(
                entry.id, to: message(on: day(8)), basedOn: entry.revision, as: world.administrator)
            await #expect(throws: PlanError.changed) {
                try await world.campaigns.approve(entry.id, basedOn: entry.revision, as: world.administrator)
            }
            await #expect(throws: PlanError.changed) {
                try await world.campaigns.change(
                    entry.id, to: message(on: day(9)), basedOn: entry.revision, as: world.administrator)
            }
        }
    }

    @Test func `what is incomplete or in the past is not approved`() async throws {
        try await withCampaigns { world in
            let incomplete: [PlanEntry.Content] = [
                PlanEntry.Content(.message, on: day(7), subject: "News"),
                PlanEntry.Content(.message, on: day(7), text: "News"),
                PlanEntry.Content(.banner, on: day(7), text: " \n"), PlanEntry.Content(.review, on: day(7)),
                PlanEntry.Content(.suggestion, on: day(7), text: "Why"),
            ]
            for content in incomplete {
                let entry = try await world.add(content)
                await #expect(throws: PlanError.incomplete, "\(content.kind)") { try await world.approve(entry.id) }
            }
            let late = try await world.add(message(on: day(4)))
            await #expect(throws: PlanError.dayPassed) { try await world.approve(late.id) }
            let far = message(on: Day(year: 2029, month: 1))
            await #expect(throws: PlanError.dayTooFar) { try await world.add(far) }
        }
    }

    @Test func `only who may do what an entry does can approve it`() async throws {
        let approver = Approver()
        try await withCampaigns(roles: [approver]) { world in
            let carl = try await world.admit("Carl", [Assignment(approver.id)])
            let entry = try await world.add(message(on: day(7)))
            await #expect(throws: AccessError.self) { try await world.approve(entry.id, as: carl) }
            let banner = try await world.add(PlanEntry.Content(.banner, on: day(7), text: "Hello"))
            try await world.approve(banner.id, as: carl)
            #expect(try await world.entry(banner.id).approvedBy == carl.member)
        }
    }

    @Test func `a skipped entry is not carried out, and a change opens it again`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7)))
            try await world.approve(entry.id)
            try await world.campaigns.skip(entry.id, as: world.administrator)
            await #expect(throws: PlanError.ended) { try await world.approve(entry.id) }
            try await world.pass(days: 4)
            #expect(world.received.isEmpty)
            let skipped = try await world.entry(entry.id)
            try await world.campaigns.change(
                entry.id, to: message(on: day(20)), basedOn: skipped.revision, as: world.administrator)
            #expect(try await world.entry(entry.id).state == .draft)
        }
    }
}

/// Approves the plan, and may neither send messages nor suggest courses.
struct Approver: Role {
    let id: RoleID = "approver"
    let rank = 50
    let permissions: Set<Permission> = [.approvePlan]
}
