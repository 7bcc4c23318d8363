import Foundation

/// What the process took of the machine.
enum Resources {
    /// The most memory that it held at once, in bytes. https://man7.org/linux/man-pages/man2/getrusage.2.html
    static var peakMemory: Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
