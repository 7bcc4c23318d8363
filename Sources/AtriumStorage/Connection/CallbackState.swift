internal import AtriumSystem
internal import CSQLite

extension Connection {
    /// The state that SQLite's callbacks read and write.
    struct CallbackState {
        /// The value of `deadline` for a statement whose time has not begun.
        static let open: UInt64 = 0

        /// The number of instructions between two checks of the time. A check costs about as much as three instructions.
        static let interval: Int32 = 1000
        /// The same number for a statement that calls a slow function.
        static let shortInterval: Int32 = 20

        /// The longest time of a statement, in nanoseconds.
        let statementLimit: UInt64
        /// The time by which the statement must end, in nanoseconds of the monotonic clock.
        var deadline = UInt64.max
        /// The time by which the unit must end, by the same clock.
        var unitDeadline = UInt64.max
        /// Whether a deadline passed during the unit.
        var passed = false
        /// The number of pages in the WAL after the last commit.
        var walPages: Int32 = 0

        init(statementLimit: UInt64) { self.statementLimit = statementLimit }

        /// Runs after each commit: https://sqlite.org/c3ref/wal_hook.html
        static let noteWAL:
            @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
                context, _, _, pages in
                context?.assumingMemoryBound(to: CallbackState.self).pointee.walPages = pages
                return SQLITE_OK
            }

        /// Runs each time that SQLite has run `lookInterval` instructions: https://sqlite.org/c3ref/progress_handler.html
        static let tick: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
            context?.assumingMemoryBound(to: CallbackState.self).pointee.noteTime() ?? 0
        }

        /// Checks the deadlines. A result other than 0 interrupts the statement. The statement's time begins at the first
        /// check, and not with its first instruction. So a short statement rarely reads the clock.
        private mutating func noteTime() -> Int32 {
            guard min(deadline, unitDeadline) != .max else { return 0 }
            let now = MonotonicClock.now
            if deadline == Self.open { deadline = now &+ statementLimit }
            guard now >= min(deadline, unitDeadline) else { return 0 }
            passed = true
            return 1
        }
    }
}
