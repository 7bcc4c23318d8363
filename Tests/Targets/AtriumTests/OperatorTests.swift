import AtriumOperations
import AtriumTesting
import Testing

@testable import Atrium

/// What the operators of a platform do for people.
private struct HelpDesk: Module {
    static let id: ModuleID = "helpdesk"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.help]
    static let schema = Schema()

    func start(in tenant: TenantContext) -> Store { tenant.store }
}

extension Permission {
    fileprivate static let help = Permission("helpdesk.help", grantedTo: .operator)
}

struct OperatorTests {
    @Test func `an operator may do what is granted to operators, in every scope, and nothing else`() async throws {
        try await withAcme([HelpDesk(), Greetings()]) { acme async throws in
            let grace = try acme.test.platform.operator("Grace Hopper")
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            let ada = try #require(try await acme.member("ada", [], [team]).member)
            let desk = try acme.tenant[HelpDesk.self]
            let scopes: [Scope] = [.organization, .team(team), .member(ada), .member(ada, of: team), .anywhere]
            for scope in scopes {
                try await desk.read(as: grace, .help, in: scope) { _ in }
                let refusal = await #expect(throws: AccessError.self) {
                    try await desk.read(as: acme.founder, .help, in: scope) { _ in }
                }
                #expect(refusal?.description.contains("for operators of the platform") == true)
            }
            #expect(try await desk.read(as: grace, .help) { try $0.reach(of: .help).everyone })
            #expect(try await acme.tenant.settings.organization(as: grace).name == "Acme")
            #expect(try await acme.tenant.failedJobs.list(as: grace).isEmpty)
            await #expect(throws: AccessError.self) { try await acme.tenant.members.list(as: grace) }
            await #expect(throws: AccessError.self) {
                try await acme.tenant.roles.grant(Assignment(.administrator), to: ada, as: grace)
            }
            let greetings = try acme.tenant[Greetings.self]
            for permission in [Permission.greet, .greetAccounts, .greetPerson] {
                await #expect(throws: AccessError.self) {
                    try await greetings.knock(permission, in: .member(ada), as: grace)
                }
            }
        }
    }

    @Test func `nobody outranks an operator, and a permission is enough to act on any member`() async throws {
        try await withAcme([HelpDesk()]) { acme in
            let (grace, founder) = (try acme.test.platform.operator("Grace"), try #require(acme.founder.member))
            try await acme.tenant[HelpDesk.self].read(as: grace, .help) { work in
                try work.requireRank(over: founder)
                #expect(throws: MemberError.outranked) { try work.requireRank(over: founder, by: .visitor) }
            }
        }
    }

    @Test func `the audit chain names the operator`() async throws {
        try await withAcme([HelpDesk()]) { acme in
            let grace = try acme.test.platform.operator("Grace Hopper")
            try await acme.tenant[HelpDesk.self].write(as: grace, .help) { _ in }
            let last = try await acme.tenant.file.read { connection in
                try connection.kernel.one(
                    "SELECT payload FROM kernel_audit ORDER BY sequence DESC LIMIT 1", as: String.self)
            }
            #expect(last.hasSuffix("\thelpdesk.help\torganization\t-\toperator:Grace Hopper"))
        }
    }

    @Test(arguments: ["", " ", "a\tmember:b", "a\nb", "a\u{202E}b", String(repeating: "x", count: 201)])
    func `an operator's name is a single line of text`(_ name: String) async throws {
        try await withTemporaryPlatform { test in
            _ = #expect(throws: NameError.self) { try test.platform.operator(name) }
        }
    }
}
