internal import AtriumSystem
internal import CSQLite

extension Connection {
    /// What SQLite's callbacks see and note.
    struct CallbackState {
        /// The deadline of a statement whose time has not begun.
        static let open: UInt64 = 0

        /// After how many instructions the time is looked at, and where a function among them may take long: a look costs about
        /// as much as three instructions.
        static let interval: Int32 = 1000
        static let shortInterval: Int32 = 20

        let statementLimit: UInt64
        /// When the statement has to end, in nanoseconds of the monotonic clock.
        var deadline = UInt64.max
        /// When the unit has to end.
        var unitDeadline = UInt64.max
        /// Whether a deadline passed under the unit.
        var passed = false
        /// The pages that the WAL had after the last commit.
        var logPages: Int32 = 0

        init(statementLimit: UInt64) { self.statementLimit = statementLimit }

        /// After a commit: https://sqlite.org/c3ref/wal_hook.html
        static let noteLog:
            @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
                context, _, _, pages in
                context?.assumingMemoryBound(to: CallbackState.self).pointee.logPages = pages
                return SQLITE_OK
            }

        /// https://sqlite.org/c3ref/progress_handler.html
        static let tick: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
            context?.assumingMemoryBound(to: CallbackState.self).pointee.noteTime() ?? 0
        }

        /// A statement's time begins here, at the first of the looks that SQLite lets us have after so many instructions:
        /// a short statement rarely asks the clock.
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
