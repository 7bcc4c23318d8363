internal import Foundation

/// A connection, lent to one unit while its body runs, on the thread that runs it.
///
/// Code that keeps a unit after its body, or passes it to another thread, would otherwise meet other units on the connection.
package final class Lease {
    /// To be used only while ``isHeld`` is true.
    package let connection: Connection
    private let thread = pthread_self()
    private var hasEnded = false

    package init(of connection: Connection) { self.connection = connection }

    /// Whether the body is running, on this thread.
    package var isHeld: Bool {
        // The thread first: only the thread that writes `hasEnded` reads it.
        pthread_equal(thread, pthread_self()) != 0 && !hasEnded
    }

    package func end() { hasEnded = true }
}
