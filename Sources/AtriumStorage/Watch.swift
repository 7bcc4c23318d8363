internal import CSQLite

extension Connection {
    /// What SQLite's callbacks see and note.
    struct Watch {
        var deadline = UInt64.max
        var passed = false
        var logPages: Int32 = 0

        /// After a commit: https://sqlite.org/c3ref/wal_hook.html
        static let noteLog:
            @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
                context, _, _, pages in
                context?.assumingMemoryBound(to: Watch.self).pointee.logPages = pages
                return SQLITE_OK
            }

        /// https://sqlite.org/c3ref/progress_handler.html
        static let tick: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
            guard let watch = context?.assumingMemoryBound(to: Watch.self), watch.pointee.deadline != .max,
                MonotonicClock.now >= watch.pointee.deadline
            else { return 0 }
            watch.pointee.passed = true
            return 1
        }
    }
}
