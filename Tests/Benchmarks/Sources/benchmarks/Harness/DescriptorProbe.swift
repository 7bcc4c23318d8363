import Foundation
import Synchronization

/// Counts the process's open files again and again, on a thread of its own, and keeps the highest count.
final class DescriptorProbe: Sendable {
    private let isStopped = Atomic(false)
    private let highest = Atomic(0)

    init() {
        let thread = Thread { [self] in
            while !isStopped.load(ordering: .relaxed) {
                highest.max(ProcessMemory.descriptors ?? 0, ordering: .relaxed)
                Thread.sleep(forTimeInterval: 0.005)
            }
        }
        thread.start()
    }

    /// Ends counting; `nil` where the system does not say.
    func stop() -> Int? {
        isStopped.store(true, ordering: .relaxed)
        let highest = highest.load(ordering: .relaxed)
        return highest > 0 ? highest : nil
    }
}
