import Foundation

/// Raises the number of files that the process may open to `wanted`. Throws if the system does not allow this.
func raiseDescriptorLimit(to wanted: Int) throws {
    var limit = rlimit()
    #if os(Linux)
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        let resource = RLIMIT_NOFILE
    #endif
    getrlimit(resource, &limit)
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, rlim_t(wanted)))
    setrlimit(resource, &limit)
    guard limit.rlim_cur >= rlim_t(wanted) else {
        throw HarnessError("the process may open \(limit.rlim_cur) files; \(wanted) are needed")
    }
}
