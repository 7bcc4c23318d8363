import Foundation

/// The processor time of the platform's writer threads: https://docs.kernel.org/scheduler/sched-stats.html
enum WriterThreads {
    /// The time in seconds, or `nil` if the system does not give it.
    static var seconds: Double? {
        let folder = "/proc/self/task"
        guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
        var sum = 0.0
        for thread in threads {
            guard let name = try? String(contentsOfFile: "\(folder)/\(thread)/comm", encoding: .utf8),
                name.hasPrefix("atrium writer"),
                let line = try? String(contentsOfFile: "\(folder)/\(thread)/schedstat", encoding: .utf8),
                let nanoseconds = line.split(separator: " ").first.flatMap({ Double($0) })
            else { continue }
            sum += nanoseconds / 1e9
        }
        return sum > 0 ? sum : nil
    }
}
