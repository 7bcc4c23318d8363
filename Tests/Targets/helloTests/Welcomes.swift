import Atrium
import Foundation

/// Notes who joined, welcomes them after the commit, and forgets old welcomes: the three ways in which a module acts on events.
struct Welcomes: Module {
    static let id: ModuleID = "welcomes"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.seeWelcomes]
    static let schema = Schema(
        Migration(
            "create member",
            "CREATE TABLE welcomes_member (id TEXT PRIMARY KEY, is_welcome INTEGER NOT NULL, joined_at INTEGER NOT NULL) STRICT"
        ))

    func start(in tenant: TenantContext) throws -> WelcomeService {
        let service = WelcomeService(store: tenant.store)
        try tenant.on(MemberJoined.self) { event, work in
            try work.run("INSERT INTO welcomes_member VALUES (\(event.member), 0, \(work.now))")
        }
        try tenant.after(MemberJoined.self) { event, work in
            try work.run("UPDATE welcomes_member SET is_welcome = 1 WHERE id = \(event.member)")
        }
        let system = tenant.system("sweep")
        try tenant.every(.seconds(3600), "sweep") {
            _ = try await service.store.write(as: system) { work in
                try work.run("DELETE FROM welcomes_member WHERE joined_at < \(work.now.addingTimeInterval(-86_400))")
            }
        }
        return service
    }
}

extension Permission {
    /// See how many members are welcome. Administrators may.
    static let seeWelcomes = Permission("welcomes.see welcomes", grantedTo: .administrator)
}

/// The welcomes of one organization.
struct WelcomeService: Sendable {
    let store: Store

    /// How many members joined within a day, and how many of them are welcomed.
    func counts(as principal: Principal) async throws -> (joined: Int, welcome: Int) {
        try await store.read(as: principal, .seeWelcomes) { work in
            try work.one("SELECT count(*), coalesce(sum(is_welcome), 0) FROM welcomes_member", as: Int.self, Int.self)
        }
    }
}
