import Atrium
import AtriumSurfaces

/// A module that keeps all rules: people set goals, and reach them.
struct Goals: Module, SurfaceProvider {
    static let id: ModuleID = "goals"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.setGoals, .viewGoals]
    static let phrases = [
        Phrases("fr", ["Goals": "Objectifs", "Goal": "Objectif", "Nobody has a goal.": "Personne n’a d’objectif."])
    ]
    static let schema = Schema(
        Migration(
            "create goal", "CREATE TABLE goals_goal (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID"),
        Migration("add member to goal", "ALTER TABLE goals_goal ADD COLUMN member_id TEXT NOT NULL DEFAULT ''"),
        Migration("create note", "CREATE TABLE goals_note (goal_id TEXT NOT NULL) STRICT"))
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "goals_goal", "Your goals", of: .member("member_id"), exporting: [.text("text", "Goal")], erasing: .rows),
        .impersonal("goals_goal", "id"), .impersonal("goals_note", "goal_id"),
    ]
    static let surfaces: [any Surface.Type] = [GoalsTable.self]

    func start(in tenant: TenantContext) throws -> GoalService {
        try tenant.after(GoalSet.self) { event, work in
            try work.run("INSERT INTO goals_note VALUES (\(event.goal))")
        }
        try tenant.on(MemberRemoved.self) { event, work in
            try work.run("DELETE FROM goals_goal WHERE member_id = \(event.member)")
        }
        try tenant.catchUp { work in
            for member in try work.rows("SELECT DISTINCT member_id FROM goals_goal", as: MemberID.self)
            where try work.member(member)?.state == .removed {
                try work.run("DELETE FROM goals_goal WHERE member_id = \(member)")
            }
        }
        return GoalService(store: tenant.store)
    }
}

extension Permission {
    static let setGoals = Permission("goals.set goals", grantedTo: .manager, .administrator)
    static let viewGoals = Permission("goals.view goals", grantedTo: .everyMember)
}

/// Something that a member wants to reach.
struct Goal: Sendable, Identifiable {
    let id: ID<Goal>
    let text: String
}

struct GoalSet: Event, Codable {
    let goal: ID<Goal>
}

struct GoalService: Sendable {
    let store: Store

    func set(_ text: String, for member: MemberID, as principal: Principal) async throws -> ID<Goal> {
        try await store.write(as: principal, .setGoals) { work in
            let id: ID<Goal> = try work.newID()
            try work.run("INSERT INTO goals_goal VALUES (\(id), \(text), \(member))")
            try work.publish(GoalSet(goal: id))
            return id
        }
    }

    func list(as principal: Principal) async throws -> [Goal] {
        try await store.read(as: principal, .viewGoals) { work in
            try work.rows("SELECT id, text FROM goals_goal ORDER BY text, id") { try Goal(id: $0[0], text: $0[1]) }
        }
    }
}

struct GoalsTable: Table {
    typealias Provider = Goals
    static let name: SurfaceName = "goals"
    static let title: Words = "Goals"
    static let whenEmpty: Words = "Nobody has a goal."
    static let needs = Need<Self>(.viewGoals)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Goal>] = [Column("goal", "Goal", \.text)]

    func page(_ request: PageRequest, in service: GoalService, for caller: Caller) async throws -> Page<Goal> {
        try page(of: await service.list(as: caller.principal), request)
    }
}
