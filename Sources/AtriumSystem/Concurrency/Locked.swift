package import Foundation

/// A value behind a lock, with the interface of `Synchronization.Mutex`.
///
/// It uses pthread's mutex, because the thread sanitizer understands that one. It reports each use of Swift's own as a race.
/// Inlinable, so that other targets get code for their own type of value.
/// `@unchecked Sendable`: the value is used only while the lock is held.
package final class Locked<Value>: @unchecked Sendable {
    @usableFromInline
    let mutex: UnsafeMutablePointer<pthread_mutex_t>
    @usableFromInline
    var value: Value

    @inlinable
    package init(_ value: sending Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs the body with the lock held.
    @inlinable
    package func withLock<Result>(_ body: (inout sending Value) throws -> sending Result) rethrows -> sending Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }

    /// Runs the body if the lock is free at this moment; `nil` if it is not.
    @inlinable
    package func withLockIfAvailable<Result>(
        _ body: (inout sending Value) throws -> sending Result
    ) rethrows -> sending Result? {
        guard pthread_mutex_trylock(mutex) == 0 else { return nil }
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
