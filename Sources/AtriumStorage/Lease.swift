#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A connection, lent to one unit: while its body runs, and on the thread that runs it.
///
/// Whoever keeps a unit beyond its body, or hands it to another thread, would meet the units that use the connection then.
package final class Lease {
    private let lent: Connection
    private let thread = pthread_self()
    private var hasEnded = false

    package init(of connection: Connection) { lent = connection }

    /// The connection; `nil` when the body has ended, and on every other thread.
    package var connection: Connection? {
        // The thread first: what another one may write is not read.
        pthread_equal(thread, pthread_self()) != 0 && !hasEnded ? lent : nil
    }

    package func end() { hasEnded = true }
}
