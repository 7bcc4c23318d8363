internal import Foundation

/// A program that runs as a child of this process and leads a process group of its own.
///
/// Foundation's `Process` does the same, but with many open descriptors it reads beyond a buffer on Linux
/// (swift-corelibs-foundation of Swift 6.3, `Process.run`, which copies whole entries of `/proc/self/fd`).
struct ChildProcess {
    enum Ending: Equatable {
        /// The program ended by itself with this status.
        case exited(status: Int32)
        case killed(signal: Int32)
        /// The program was killed because it took too long.
        case timedOut
    }

    private let id: pid_t

    /// Starts the program. It reads `input`, its output is dropped, and it has the default signals. It does not inherit
    /// close-on-exec descriptors, which include those of Foundation and SQLite.
    init(path: String, arguments: [String], input: FileHandle) throws(POSIXError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.fileDescriptor, STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setpgroup(&attributes, 0)
        // A server often ignores SIGPIPE. The program would ignore it too.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)

        let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var id = pid_t()
        let failure = Self.withStrings([path] + arguments) { arguments in
            Self.withStrings(environment) { environment in
                posix_spawn(&id, path, &actions, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        self.id = id
    }

    /// Waits until the program ends. After `limit`, the program's process group is killed. Cancelling the task changes
    /// nothing: the program continues, and the call still waits.
    func waitForEnd(within limit: Duration) async throws(POSIXError) -> Ending {
        let deadline = Task { [id] in
            try await Task.sleep(for: limit)
            kill(-id, SIGKILL)
        }
        await waitUntilZombie()
        deadline.cancel()
        // After reaping, the system may give the id to another process. So the deadline's task must end first.
        let isLate = (try? await deadline.value) != nil
        let ending = try reap()
        return isLate && ending == .killed(signal: SIGKILL) ? .timedOut : ending
    }

    /// Returns when the program has ended and is not reaped yet. A separate thread waits, because waiting blocks.
    private func waitUntilZombie() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [id] in
                var information = siginfo_t()
                while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
                continuation.resume()
            }
        }
    }

    private func reap() throws(POSIXError) -> Ending {
        var status: Int32 = 0
        while waitpid(id, &status, 0) != id {
            guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
        }
        // The macros WIFEXITED, WEXITSTATUS and WTERMSIG, which Swift cannot import.
        let signal = status & 0x7f
        return signal == 0 ? .exited(status: status >> 8 & 0xff) : .killed(signal: signal)
    }

    /// Calls `body` with the strings as C takes them: an array that ends with a null pointer.
    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
