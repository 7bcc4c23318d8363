import Atrium
import AtriumCourses
import AtriumMail
import AtriumMailTesting
import AtriumPrivacy
import AtriumTesting
import Coaching
import Testing

/// An organization with coaching. Ada is administrator, Sue supervisor of the team North, and Carl its coach. Bob is in North,
/// and Eve in South, which nobody coaches.
struct CoachingWorld {
    let test: TemporaryPlatform
    let acme: Tenant
    let mailbox: Mailbox
    let north, south: TeamID
    let ada, sue, carl, bob, eve: Principal

    /// The day on which the clock of a test stands still.
    static let today = Day(year: 2026, month: 1, day: 5)
    static let tomorrow = today.advanced(by: 1)

    var service: CoachingService { get throws { try acme[Coaching.self] } }
    var courses: CourseService { get throws { try acme[Courses.self] } }

    static func modules(_ mailbox: Mailbox) throws -> [any Module] {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox)
        return [Courses(), mail, Privacy(), Coaching()]
    }

    /// Plans a session of Bob with Carl, as Sue.
    @discardableResult
    func plan(on day: Day = tomorrow) async throws -> ID<CoachingSession> {
        try await service.plan(of: bob.id, with: carl.id, on: day, as: sue)
    }

    /// Bob completes the course.
    func complete() async throws {
        let id = try CourseID("swift-101")
        for learning in [Learning.enrolled, .completed] {
            try await courses.record(learning, of: bob.id, in: id, as: ada)
        }
        try await test.settle()
    }

    /// All sessions, as the administrator sees them.
    func sessions() async throws -> [CoachingSession] { try await service.list(endedToo: true, as: ada) }

    func states() async throws -> [CoachingSession.State] { try await sessions().map(\.state) }

    /// Lets days pass, one after the other, as on a server that runs.
    func pass(days: Int) async throws {
        for _ in 0..<days {
            try await test.settle()
            test.clock.advance(by: .seconds(86_400))
            try await test.settle()
        }
    }
}

func withCoaching(
    and others: [any Module] = [], _ body: (CoachingWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    try await withTemporaryPlatform(try CoachingWorld.modules(mailbox) + others) { test in
        let acme = try await test.organization()
        func member(
            _ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []
        ) async throws -> Principal {
            let address = "\(name.lowercased())@acme.example"
            return try await test.member(address, name: name, roles: roles, teams: teams, in: acme)
        }
        let ada = try await member("Ada", [Assignment(.administrator)])
        let north = try await acme.teams.create("North", as: ada)
        let south = try await acme.teams.create("South", as: ada)
        try await acme[Courses.self].add(
            Course(id: try CourseID("swift-101"), title: "Swift, from the start"), as: ada)
        try await body(
            CoachingWorld(
                test: test, acme: acme, mailbox: mailbox, north: north, south: south, ada: ada,
                sue: try await member("Sue", [Assignment(.supervisor, team: north)]),
                carl: try await member("Carl", [Assignment("coach", team: north)]),
                bob: try await member("Bob", [], [north]), eve: try await member("Eve", [], [south])))
    }
}
