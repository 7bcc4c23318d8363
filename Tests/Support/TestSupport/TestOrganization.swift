public import Atrium
public import AtriumCourses
public import AtriumMailTesting
public import AtriumTesting

/// The organization `acme` on a temporary platform, with an administrator, and with the teams, courses and people that the
/// tests of a module need.
///
/// Each test target gives short names to its people and courses in an extension.
public struct TestOrganization: Sendable {
    /// One step of the creation.
    public enum Step: Sendable {
        /// Changes the settings.
        case settings(OrganizationSettings)
        /// Creates North, then South.
        case teams
        /// Adds a course to the catalogue.
        case course(Course)
        /// Admits a member with the address `key@acme.example`. The text is the key, and also the name unless `name` is given.
        /// The member holds the role for the team `of`; without one, for the whole organization.
        case person(String, name: String? = nil, role: RoleID? = nil, of: TeamName? = nil, in: TeamName? = nil)
    }

    /// The name of a team.
    public enum TeamName: String, CaseIterable, Sendable {
        case north = "North"
        case south = "South"
    }

    /// The platform with its clock and folder.
    public let test: TemporaryPlatform
    public let tenant: Tenant
    /// The mailbox that was given. Without one, it stays empty.
    public let mailbox: Mailbox
    /// The member with the address `admin@acme.example`.
    public let administrator: Principal
    public let courses: CourseService
    /// The courses in the order in which they were added.
    public private(set) var catalogue: [Course] = []
    private(set) var teams: [TeamName: TeamID] = [:]
    private(set) var people: [String: Principal] = [:]

    /// The team North. The steps must contain `teams`.
    public var north: TeamID { team(.north) }
    /// The team South. The steps must contain `teams`.
    public var south: TeamID { team(.south) }

    /// The person that a step admitted with this key.
    public func person(_ key: String) -> Principal { people[key]! }

    /// Admits one more member. The address is `name@acme.example`.
    public func admit(
        _ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []
    ) async throws -> Principal {
        try await test.member("\(name)@acme.example", name: name, roles: roles, teams: teams, in: tenant)
    }

    /// The same organization after a restart. It has the same modules unless others are given.
    public func reopened(with modules: [any Module]? = nil) async throws -> TestOrganization {
        let test = try await test.reopened(with: modules)
        let tenant = try await test.platform.tenant("acme")
        return TestOrganization(
            test: test, tenant: tenant, mailbox: mailbox, administrator: administrator,
            courses: try tenant[Courses.self], catalogue: catalogue, teams: teams, people: people)
    }
}

extension TestOrganization {
    fileprivate init(
        on test: TemporaryPlatform, mailbox: Mailbox, administrator name: String, steps: [Step]
    ) async throws {
        let tenant = try await test.organization()
        let administrator = try await test.member(
            "admin@acme.example", name: name, roles: [Assignment(.administrator)], in: tenant)
        self.init(
            test: test, tenant: tenant, mailbox: mailbox, administrator: administrator,
            courses: try tenant[Courses.self])
        for step in steps { try await take(step) }
    }

    private mutating func take(_ step: Step) async throws {
        switch step {
        case .settings(let settings):
            try await tenant.settings.change(settings, as: administrator)
        case .teams:
            for name in TeamName.allCases {
                teams[name] = try await tenant.teams.create(name.rawValue, as: administrator)
            }
        case .course(let course):
            try await courses.add(course, as: administrator)
            catalogue.append(course)
        case .person(let key, let name, let role, let led, let own):
            let roles = role.map { [Assignment($0, team: led.map { team($0) })] } ?? []
            people[key] = try await test.member(
                "\(key)@acme.example", name: name ?? key, roles: roles, teams: own.map { [team($0)] } ?? [], in: tenant)
        }
    }

    private func team(_ name: TeamName) -> TeamID { teams[name]! }
}

/// Runs a test in an organization on a temporary platform with the given modules. `Courses` must be one of them.
///
/// The steps run in their order, after the administrator is admitted. Identities depend on this order, because they come from
/// a seed. If the modules contain `Mail`, pass the mailbox that it sends to.
public func withTestOrganization(
    _ modules: [any Module], mailbox: Mailbox = Mailbox(), administrator name: String = "Somebody",
    steps: [TestOrganization.Step], configure: (inout PlatformConfiguration) -> Void = { _ in },
    _ body: (TestOrganization) async throws -> Void
) async throws {
    try await withTemporaryPlatform(modules, configure: configure) { test in
        try await body(TestOrganization(on: test, mailbox: mailbox, administrator: name, steps: steps))
    }
}
