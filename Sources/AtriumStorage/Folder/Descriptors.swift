internal import Foundation

/// How many descriptors (open files, sockets) the process may have: https://man7.org/linux/man-pages/man2/getrlimit.2.html
package enum Descriptors {
    /// How many files may be open at once where `wanted` are asked for, and the limit that says so. Raises the process's limit
    /// toward the highest that it may set, as far as the files need it.
    package static func room(for wanted: Int) -> (files: Int, limit: Int) {
        raise(to: needed(for: wanted))
        let limit = limit
        return (files(of: wanted, within: limit), limit)
    }

    /// A quarter is left to the process itself: its sockets, its logs.
    package static func needed(for files: Int) -> Int { (files * OpenFiles.descriptors + 2) / 3 * 4 }

    /// Two at least: with one, no other could ever be read beside it.
    package static func files(of wanted: Int, within limit: Int) -> Int {
        min(wanted, max(2, limit / 4 * 3 / OpenFiles.descriptors))
    }

    /// The limit as it is now.
    package static var limit: Int { Int(clamping: current.rlim_cur) }

    private static func raise(to needed: Int) {
        var limit = current
        let wanted = min(limit.rlim_max, rlim_t(needed))
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = wanted
        // Where the system refuses, the limit stays as it is, and fewer files are open.
        setrlimit(resource, &limit)
    }

    private static var current: rlimit {
        var limit = rlimit()
        getrlimit(resource, &limit)
        return limit
    }

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif

    /// Whether the system refused a descriptor because there are too many.
    static func areExhausted(_ code: Int32) -> Bool { code == EMFILE || code == ENFILE }

    /// What to say then: the limit and the remedy.
    static func shortage(_ code: Int32) -> String {
        code == ENFILE
            ? "the machine has as many files open as it may; raise its limit (fs.file-max), or close some"
            : "the process has all \(limit) descriptors in use that it may have; raise the limit (ulimit -n, LimitNOFILE), or"
                + " lower openFiles"
    }
}
