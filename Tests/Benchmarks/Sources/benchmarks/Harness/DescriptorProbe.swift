import Foundation
import Synchronization

/// Counts the process's open files every 5 ms on its own thread, and keeps the highest count.
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

    /// Stops counting and returns the highest count, or `nil` if the system gives none.
    func stop() -> Int? {
        isStopped.store(true, ordering: .relaxed)
        let highest = highest.load(ordering: .relaxed)
        return highest > 0 ? highest : nil
    }
}
