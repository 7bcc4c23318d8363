import Atrium
import AtriumSurfaces
import AtriumTesting
import Synchronization
import Testing

struct SurfaceCheckTests {
    @Test func `a field whose choices are refused is found, and two people of an act are different ones`() async throws
    {
        try await withTemporaryPlatform([Pairs()]) { test in
            let acme = try await test.organization()
            let bob = try await test.member("bob@acme.example", in: acme)
            let eve = try await test.member("eve@acme.example", in: acme)
            let check = SurfaceCheck(
                of: test.platform, in: acme, module: Pairs.id,
                samples: ["member": [bob, eve].compactMap(\.member).map(\.description)])
            let faults = try await check.faults(as: ["member": bob], now: test.clock.now)
            let refused =
                "the choices of 'second' of pairs/pair are refused: 'kernel.view teams' to the member with sample"
            #expect(faults == ["\(refused) 1", "\(refused) 2"])
            #expect(
                try acme[Pairs.self].made.withLock { $0 } == [[bob.member, eve.member], [eve.member, bob.member]])
        }
    }
}

/// A module with an act on two members. The choices of the second one ask for more than the act.
private struct Pairs: Module, SurfaceProvider {
    final class Service: Sendable {
        let made = Mutex<[[MemberID?]]>([])
    }

    static let id: ModuleID = "pairs"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()
    static let surfaces: [any Surface.Type] = [Pair.self]

    func start(in tenant: TenantContext) -> Service { Service() }
}

private struct Pair: Act {
    let first, second: MemberID

    typealias Provider = Pairs
    static let name: SurfaceName = "pair"
    static let title: Words = "Pair"
    static let needs = Need<Self>(.viewOrganization)
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("first", \.first, .member, "First"),
        Field(
            "second", \.second, .member, "Second",
            choices: .of(KernelSurfaces.self) { tenant, caller in
                try await tenant.teams.list(as: caller.principal).map { Choice("\($0.id)", Words(verbatim: $0.name)) }
            }))

    func perform(in service: Pairs.Service, for caller: Caller) async throws -> Outcome {
        service.made.withLock { $0.append([first, second]) }
        return Outcome("Done.")
    }
}
