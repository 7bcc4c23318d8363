import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// One use of a unit of work. `Tests/Oracles/doors.py` checks that none is missing: there is one for every public method and
/// throwing property of `UnitOfWork`, and for every public method of a module that takes a unit.
struct Use: Sendable, CustomTestStringConvertible {
    let name: String
    let act: @Sendable (World, UnitOfWork) throws -> Void

    init(_ name: String, _ act: @escaping @Sendable (World, UnitOfWork) throws -> Void) {
        (self.name, self.act) = (name, act)
    }

    var testDescription: String { name }
}

private struct Happened: Event {}

/// A module that gives its store away. A real module must not do that.
struct Probe: Module {
    static let id: ModuleID = "probe"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.probe]
    static let schema = Schema()

    func start(in tenant: TenantContext) -> Store { tenant.store }
}

extension Permission {
    fileprivate static let probe = Permission("probe.use", grantedTo: .everyMember)
}

/// Keeps a unit after its body has ended, or passes it to another thread.
private final class Leak: @unchecked Sendable {
    // Reason: the test proves that a unit refuses such use.
    var work: UnitOfWork?
    var error: (any Error)?
}

struct EndedUnits {
    static let uses: [Use] =
        [
            Use("UnitOfWork.open(_:)") { _ = try $1.open("SELECT 1") },
            Use("UnitOfWork.changes") { _ = try $1.changes },
            Use("UnitOfWork.newID()") { _ = try $1.newID() as TeamID },
            Use("UnitOfWork.setSubject(_:_:)") { try $1.setSubject("team", $0.north) },
            Use("UnitOfWork.publish(_:)") { try $1.publish(Happened()) },
            Use("UnitOfWork.publish(contentsOf:)") { try $1.publish(contentsOf: [] as [Happened]) },
            Use("UnitOfWork.wake(_:at:)") { try $1.wake("deliver") },
            Use("UnitOfWork.require(_:in:by:)") { try $1.require(.viewTeams, by: .visitor) },
            Use("UnitOfWork.reach(of:)") { _ = try $1.reach(of: .viewTeams) },
            Use("UnitOfWork.organization()") { _ = try $1.organization() },
            Use("UnitOfWork.member(_:)") { _ = try $1.member($0.ada) },
            Use("UnitOfWork.language(of:)") { _ = try $1.language(of: nil) },
            Use("UnitOfWork.names(of:)") { _ = try $1.names(of: [$0.ada]) },
            Use("UnitOfWork.member(account:)") { _ = try $1.member(account: $0.invitedAccount) },
            Use("UnitOfWork.member(address:)") { _ = try $1.member(address: EmailAddress("ada@acme.example")) },
            Use("UnitOfWork.members(after:of:formerToo:limit:)") { _ = try $1.members(limit: 1) },
            Use("UnitOfWork.activeMemberCount()") { _ = try $1.activeMemberCount() },
            Use("UnitOfWork.admit(_:name:address:formerly:assignments:teams:)") { world, work in
                _ = try work.admit(
                    world.invitedAccount, name: "Invited", address: EmailAddress("invited@acme.example"),
                    assignments: [], teams: [])
            },
            Use("UnitOfWork.createTeam(_:)") { _ = try $1.createTeam("West") },
            Use("UnitOfWork.grant(_:teams:to:)") { try $1.grant([], teams: [$0.south], to: $0.ada) },
            Use("UnitOfWork.requireCompatible(_:with:)") { try $1.requireCompatible([], with: $0.ada) },
            Use("UnitOfWork.memberOfLostAccount(_:)") {
                _ = try $1.memberOfLostAccount(EmailAddress("invited@acme.example"))
            },
            Use("UnitOfWork.requireRank(over:by:)") { try $1.requireRank(over: $0.ada) },
            Use("UnitOfWork.assignments(of:)") { _ = try $1.assignments(of: $0.ada) },
            Use("UnitOfWork.role(_:)") { _ = try $1.role(.manager) },
            Use("UnitOfWork.grants(_:role:)") { _ = try $1.grants(.viewMembers, role: .manager) },
            Use("UnitOfWork.requireGrant(of:by:)") { try $1.requireGrant(of: Assignment(.manager), by: .visitor) },
            Use("UnitOfWork.team(_:)") { _ = try $1.team($0.north) },
            Use("UnitOfWork.requireTeam(_:)") { _ = try $1.requireTeam($0.north) },
            Use("UnitOfWork.teams(in:archived:)") { world, work in
                _ = try work.teams(in: Reach(everyone: true, teams: [], oneself: nil))
            },
            Use("UnitOfWork.activeMemberCount(in:)") { _ = try $1.activeMemberCount(in: $0.north) },
            Use("UnitOfWork.teams(of:)") { _ = try $1.teams(of: $0.ada) },
            Use("UnitOfWork.teamPeriods(of:)") { _ = try $1.teamPeriods(of: $0.ada) },
        ] + services

    private static let services: [Use] = [
        Use("SeatService.freeSeats(in:)") { _ = try $0.seats.freeSeats(in: $1) },
        Use("SeatService.usedSeats(in:)") { _ = try $0.seats.usedSeats(in: $1) },
        Use("SeatService.reserve(_:in:)") { try $0.seats.reserve($0.ada, in: $1) },
        Use("SeatService.release(_:in:)") { try $0.seats.release($0.ada, in: $1) },
        Use("MailService.enqueue(_:key:in:)") { world, work in
            let message = MailMessage(to: try EmailAddress("ada@acme.example"), subject: "Hello", text: "Hello")
            try world.tenant[Mail.self].enqueue(message, key: "proofs:hello:1", in: work)
        },
        Use("MailService.hasOptedOut(of:_:in:)") { world, work in
            _ = try world.tenant[Mail.self].hasOptedOut(of: .messages, world.ada, in: work)
        },
        Use("MailService.withdraw(_:because:in:)") { try $0.tenant[Mail.self].withdraw(["proofs:hello:1"], in: $1) },
        Use("InvitationService.replay(in:sent:accepted:)") { world, work in
            try world.invitations.replay(in: work, sent: { _ in }, accepted: { _ in })
        },
        Use("InvitationService.marks(in:)") { _ = try $0.invitations.marks(in: $1) },
        Use("CourseService.participations(of:in:)") { _ = try $0.courses.participations(of: $0.ada, in: $1) },
        Use("CourseService.minutes(of:on:in:)") { world, work in
            let day = Day(year: 2026, month: 1)
            _ = try world.courses.minutes(of: world.ada, on: day...day, in: work)
        },
        Use("CourseService.minutes(of:startingAt:lasting:in:)") {
            _ = try $0.courses.minutes(of: [$0.ada], startingAt: [.now], lasting: 60, in: $1)
        },
        Use("CourseService.hasCompleted(_:_:on:in:)") { world, work in
            let day = Day(year: 2026, month: 1)
            _ = try world.courses.hasCompleted(world.course, world.ada, on: day...day, in: work)
        },
        Use("CourseService.lastCompletion(of:in:in:)") {
            _ = try $0.courses.lastCompletion(of: $0.ada, in: $0.course, in: $1)
        },
        Use("CourseService.history(of:in:)") { _ = try $0.courses.history(of: "enrolment", in: $1) },
        Use("CourseService.forEachEntry(in:_:)") { try $0.courses.forEachEntry(in: $1) { _ in } },
        Use("CourseService.entries(after:limit:in:)") { world, work in
            _ = try world.courses.entries(after: nil, limit: 1, in: work)
        },
        Use("CourseService.resting(since:among:in:)") { _ = try $0.courses.resting(since: .now, in: $1) },
        Use("CourseService.completions(since:among:in:)") { _ = try $0.courses.completions(since: .now, in: $1) },
        Use("CourseService.notBegun(among:in:)") { _ = try $0.courses.notBegun(among: [$0.ada], in: $1) },
        Use("CourseService.withoutCompletion(of:among:in:)") {
            _ = try $0.courses.withoutCompletion(of: [$0.course], among: [$0.ada], in: $1)
        },
        Use("CourseService.course(_:in:)") { _ = try $0.courses.course($0.course, in: $1) },
        Use("CourseService.courses(in:)") { _ = try $0.courses.courses(in: $1) },
        Use("SuggestionService.suggestions(to:in:)") { _ = try $0.suggestions.suggestions(to: $0.north, in: $1) },
        Use("SuggestionService.nextSteps(of:in:)") { _ = try $0.suggestions.nextSteps(of: $0.ada, in: $1) },
        Use("SuggestionService.suggest(_:to:note:by:in:)") {
            try $0.suggestions.suggest($0.course, to: .organization, by: $0.ada, in: $1)
        },
        Use("TeamPageService.send(_:by:in:)") { world, work in
            let message = Message(to: .organization, subject: "News", text: "News")
            try world.pages.send(message, by: world.ada, in: work)
        },
        Use("AnalyticsService.coursesBegun(on:byMoreThan:in:)") { world, work in
            let day = Day(year: 2026, month: 1)
            _ = try world.analytics.coursesBegun(on: day..<day, byMoreThan: 5, in: work)
        },
    ]

    @Test func `a unit refuses every use after its body has ended`() async throws {
        try await withWorld { world in
            let administrator = try #require(world.principals[.administrator])
            for isWriting in [false, true] {
                let leak = Leak()
                if isWriting {
                    try await world.tenant[Probe.self].write(as: administrator, .probe) { leak.work = $0 }
                } else {
                    try await world.tenant[Probe.self].read(as: administrator, .probe) { leak.work = $0 }
                }
                let work = try #require(leak.work)
                for use in Self.uses {
                    #expect(throws: UnitError.ended, "\(use.name)") { try use.act(world, work) }
                }
            }
        }
    }

    @Test func `a unit refuses every use on another thread while its body runs`() async throws {
        try await withWorld { world in
            let administrator = try #require(world.principals[.administrator])
            try await world.tenant[Probe.self].write(as: administrator, .probe) { work in
                let leak = Leak()
                leak.work = work
                for use in Self.uses {
                    let hasEnded = DispatchSemaphore(value: 0)
                    Thread {
                        do {
                            if let work = leak.work { try use.act(world, work) }
                        } catch {
                            leak.error = error
                        }
                        hasEnded.signal()
                    }.start()
                    hasEnded.wait()
                    #expect(leak.error as? UnitError == .ended, "\(use.name)")
                    leak.error = nil
                }
                // The unit still works on its own thread.
                _ = try work.members(limit: 1)
            }
        }
    }

    @Test func `the unit of a part refuses every use after the part, while the whole unit still works`() async throws {
        try await withWorld { world in
            let administrator = try #require(world.principals[.administrator])
            try await world.tenant[Probe.self].write(as: administrator, .probe) { work in
                let leak = Leak()
                try world.tenant[Probe.self].within(work) { leak.work = $0 }
                let part = try #require(leak.work)
                for use in Self.uses {
                    #expect(throws: UnitError.ended, "\(use.name)") { try use.act(world, part) }
                }
                _ = try work.members(limit: 1)
            }
        }
    }
}
