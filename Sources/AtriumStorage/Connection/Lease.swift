internal import Foundation

/// A connection that is lent to one unit, while its body runs and on the thread that runs it.
///
/// Without this check, code that keeps a unit after its body, or passes it to another thread, would use the connection at the
/// same time as other units.
package final class Lease {
    /// Use it only while ``isHeld`` is true.
    package let connection: Connection
    private let thread = pthread_self()
    private var hasEnded = false

    package init(of connection: Connection) { self.connection = connection }

    /// Whether the body is running, on this thread.
    package var isHeld: Bool {
        // The thread is compared first, so that only the thread that writes `hasEnded` reads it.
        pthread_equal(thread, pthread_self()) != 0 && !hasEnded
    }

    package func end() { hasEnded = true }
}
