import Foundation

/// The memory and the open files of this process. The values are `nil` outside of Linux.
enum ProcessMemory {
    /// Resident memory in bytes: https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html
    static var resident: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ").compactMap { Int($0) }
        return fields.count > 1 ? fields[1] * Int(sysconf(Int32(_SC_PAGESIZE))) : nil
    }

    /// The number of open files.
    static var descriptors: Int? {
        // The folder itself is open while it is read.
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { $0.count - 1 }
    }
}
