import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

/// Lets a limited number of invitations pass. A unit that sends more fails.
private struct Gate: Module {
    struct Closed: Error {}

    static let id: ModuleID = "gate"
    static let dependencies: [any Module.Type] = [Invitations.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    let left: Locked<Int>

    func start(in tenant: TenantContext) throws {
        try tenant.onBatch(of: InvitationSent.self) { [left] events, _ in
            try left.withLock { left in
                guard events.count <= left else { throw Closed() }
                left -= events.count
            }
        }
    }
}

/// Actions on many invitations, in several commits, which something stops midway.
struct StoppingTests {
    private let gate = Gate(left: Locked(10_000))
    /// The number of commits after which the current task is cancelled.
    private let commits = Locked(Int.max)

    private func withMany(_ body: (Tenant, InvitationService, Principal) async throws -> Void) async throws {
        let modules: [any Module] = [
            Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
            Invitations { Mailbox.link + $0 }, gate,
        ]
        let countDown: @Sendable () -> Void = { [commits] in
            let isOver = commits.withLock { commits in
                commits -= 1
                return commits == 0
            }
            if isOver { withUnsafeCurrentTask { $0?.cancel() } }
        }
        try await withTemporaryPlatform(
            modules, configure: { $0.interrupt = { if $0 == .committed { countDown() } } }
        ) { test in
            let tenant = try await test.organization()
            let founder = try await test.member("boss@acme.example", roles: [Assignment(.administrator)], in: tenant)
            // The founder's own invitation.
            _ = try await tenant[Invitations.self].revoke(InvitationQuery(), as: founder)
            try await body(tenant, try tenant[Invitations.self], founder)
        }
    }

    private func people(_ count: Int) throws -> [EmailAddress] {
        try (0..<count).map { try EmailAddress("user\($0)@acme.example") }
    }

    /// What `act` returns if its task is cancelled after a number of commits.
    private func stopped<Done>(
        after count: Int, _ act: @escaping @Sendable () async throws -> BulkResult<Done>
    ) async throws -> BulkResult<Done> {
        commits.withLock { $0 = count }
        return try await Task { try await act() }.value
    }

    @Test func `resending and revoking return what was done before they were cancelled`() async throws {
        try await withMany { _, invitations, boss async throws in
            #expect(try await invitations.invite(people(1200), as: boss).get().ready.count == 1200)
            let resent = try await stopped(after: 2) { try await invitations.resend(InvitationQuery(), as: boss) }
            #expect(resent.done.done.count == 1000 && resent.error is CancellationError)
            #expect(!resent.isComplete)
            #expect(throws: CancellationError.self) { try resent.get() }
            let revoked = try await stopped(after: 1) { try await invitations.revoke(InvitationQuery(), as: boss) }
            #expect(revoked.done.done.count == 500 && revoked.error is CancellationError)
            #expect(try await invitations.revoke(InvitationQuery(), as: boss).get().done.count == 700)
        }
    }

    @Test func `inviting returns the results from before the commit that failed`() async throws {
        try await withMany { _, invitations, boss async throws in
            gate.left.withLock { $0 = 1000 }
            let result = try await invitations.invite(people(1200), as: boss)
            #expect(result.done.lines.count == 1000 && result.done.ready.count == 1000)
            #expect((result.error as? ReactionError)?.cause is Gate.Closed)
            gate.left.withLock { $0 = 200 }
            let rest = try await invitations.invite(people(1200), as: boss).get()
            #expect(rest.lines.count == 1200 && rest.ready.count == 200)
        }
    }

    @Test func `an action that fails before its first commit throws`() async throws {
        try await withMany { _, invitations, boss async throws in
            gate.left.withLock { $0 = 0 }
            await #expect(throws: ReactionError.self) { try await invitations.invite(people(1200), as: boss) }
            await #expect(throws: AccessError.self) { try await invitations.revoke(InvitationQuery(), as: .visitor) }
        }
    }

    @Test func `importing a list returns the lines from before the commit that failed`() async throws {
        try await withMany { _, invitations, boss async throws in
            let text = "email\n" + (0..<1200).map { "user\($0)@acme.example\n" }.joined()
            let source = AsyncStream<[UInt8]> { stream in
                stream.yield(Array(text.utf8))
                stream.finish()
            }
            gate.left.withLock { $0 = 700 }
            let result = try await invitations.importRoster(from: source, as: boss)
            #expect(result.done.lines.count == 500 && result.done.changeCount == 500)
            #expect((result.error as? ReactionError)?.cause is Gate.Closed)
        }
    }

    @Test func `a list whose reading is cancelled is not imported as a shorter one`() async throws {
        try await withMany { _, invitations, boss async throws in
            let (source, stream) = AsyncStream.makeStream(of: [UInt8].self)
            stream.yield(Array("email\na@acme.example\n".utf8))
            let task = Task { try await invitations.importRoster(from: source, as: boss) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await invitations.list(InvitationQuery(state: .pending), as: boss).invitations.isEmpty)
        }
    }
}
