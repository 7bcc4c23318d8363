internal import Foundation

/// A connection, lent to one unit: while its body runs, and on the thread that runs it.
///
/// Whoever keeps a unit beyond its body, or hands it to another thread, would meet the units that use the connection then.
package final class Lease {
    /// For whoever holds it.
    package let connection: Connection
    private let thread = pthread_self()
    private var hasEnded = false

    package init(of connection: Connection) { self.connection = connection }

    /// Whether the body runs, on this thread.
    package var isHeld: Bool {
        // The thread first: what another one may write is not read.
        pthread_equal(thread, pthread_self()) != 0 && !hasEnded
    }

    package func end() { hasEnded = true }
}
