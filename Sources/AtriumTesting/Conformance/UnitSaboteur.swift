internal import Atrium
internal import AtriumStorage

/// Stops units at their end, or after their commit, as a failed disk and a crash do.
///
/// Each unit appends to the audit chain last, with 16 random bytes. A trigger on the chain refuses the bytes that this type gives
/// instead. So the unit fails after its body and all reactions have run, and the platform rolls it back.
final class UnitSaboteur: Sendable {
    /// Which units are stopped at their end.
    enum Target: UInt8 {
        case nothing = 1
        /// Units that handle events after a commit.
        case handlers = 2
        case everything = 3
    }

    private struct State {
        var target = Target.nothing
        /// How many commits succeed before the crash; `nil` without a crash.
        var commitsLeft: Int?
    }

    private let state = Locked(State())

    /// The error of an act that a crash interrupted.
    struct Crash: Error {}

    var isStopping: Bool { state.withLock { $0.target != .nothing } }

    func stop(_ target: Target) { state.withLock { $0.target = target } }

    /// Crashes right after the n-th commit. From then on, every further commit is an error too, until ``revive()``.
    func crash(afterCommit number: Int) { state.withLock { $0.commitsLeft = number } }

    func revive() { state.withLock { $0.commitsLeft = nil } }

    /// Runs a body without stopping units.
    func paused(_ body: () async throws -> Void) async throws {
        let target = state.withLock { $0.target }
        stop(.nothing)
        defer { stop(target) }
        try await body()
    }

    /// Puts the hooks into a configuration. Call it after the source of random bytes is set.
    func attach(to configuration: inout PlatformConfiguration) {
        let bytes = configuration.randomBytes
        configuration.randomBytes = { [self] count in
            let target = count == 16 ? state.withLock { $0.target } : .nothing
            return target == .nothing ? bytes(count) : Array(repeating: target.rawValue, count: count)
        }
        configuration.interrupt = { [self] step in if step == .committed { try committed() } }
    }

    private func committed() throws {
        try state.withLock { state in
            guard let left = state.commitsLeft else { return }
            state.commitsLeft = left - 1
            if left <= 1 { throw Crash() }
        }
    }

    /// Adds the trigger to the file of an organization. The platform must be closed.
    static func prepare(_ file: OrganizationFile) async throws {
        try await file.change { kernel in
            try kernel.run(
                """
                CREATE TRIGGER kernel_conformance BEFORE INSERT ON kernel_audit
                WHEN hex(NEW.salt) = '03030303030303030303030303030303'
                    OR hex(NEW.salt) = '02020202020202020202020202020202' AND instr(NEW.payload, 'kernel.handle events')
                BEGIN SELECT RAISE(ABORT, 'stopped by verifyModule'); END
                """)
        }
    }
}
