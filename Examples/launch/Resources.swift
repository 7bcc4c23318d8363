import Foundation

/// What the process used of the machine.
enum Resources {
    /// The most memory that the process had at one time, in bytes; 0 if the system does not tell.
    static var peakMemory: Int {
        #if os(Linux)
            // The figure of getrusage survives exec. It would be that of `swift run`, which started this program.
            // https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
            return (kibibytes ?? 0) * 1024
        #else
            var usage = rusage()
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
