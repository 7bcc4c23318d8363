internal import Foundation

/// The number of descriptors (open files, sockets) that the process may have:
/// https://man7.org/linux/man-pages/man2/getrlimit.2.html
package enum Descriptors {
    /// The number of files that may be open at once if `wanted` are requested, and the descriptor limit that decides it. Raises
    /// the process's limit to what the files need, but not above the highest limit that the process may set.
    package static func room(for wanted: Int) -> (files: Int, limit: Int) {
        raise(to: needed(for: wanted))
        let limit = limit
        return (files(of: wanted, within: limit), limit)
    }

    /// The descriptor limit that `files` files need. A quarter of the limit is left for the rest of the process, such as
    /// sockets and log files.
    package static func needed(for files: Int) -> Int { (files * OpenFiles.descriptors + 2) / 3 * 4 }

    /// The number of files that a limit allows, but at least two. If only one could be open, no other file could be read at the
    /// same time.
    package static func files(of wanted: Int, within limit: Int) -> Int {
        min(wanted, max(2, limit / 4 * 3 / OpenFiles.descriptors))
    }

    /// What an operator reads if only `files` files can be open.
    package static func warning(files: Int, wanted: Int, descriptors: Int) -> String {
        "\(files) files may be open at once, not \(wanted): the process may have \(descriptors) descriptors; raise the limit to "
            + "\(needed(for: wanted + 1)) (ulimit -n, LimitNOFILE), or lower openFiles"
    }

    /// The present limit.
    package static var limit: Int { Int(clamping: current.rlim_cur) }

    private static func raise(to needed: Int) {
        var limit = current
        let wanted = min(limit.rlim_max, rlim_t(needed))
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = wanted
        // If the system refuses, the limit stays as it is, and fewer files are open.
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

    /// Whether an error of the system means that no descriptor is free.
    static func areExhausted(_ code: Int32) -> Bool { code == EMFILE || code == ENFILE }

    /// The error text for that case: the limit and the remedy.
    static func shortage(_ code: Int32) -> String {
        code == ENFILE
            ? "the machine has reached its limit of open files; raise the limit (fs.file-max), or close some files"
            : "the process uses all of its \(limit) descriptors; raise the limit (ulimit -n, LimitNOFILE), or"
                + " lower openFiles"
    }
}
