internal import AtriumSystem
internal import Foundation

/// Locks a data folder for one process. This also avoids SQLite's WAL-reset bug, which needs two connections that write.
///
/// The lock is on the folder itself. A lock file in the folder could be deleted, and the next process would then lock a new
/// file.
package final class FolderLock: Sendable {
    private let folder: String
    private let descriptor: Locked<Int32?>
    private let identity: Identity

    /// Identifies the folder independently of its name.
    private struct Identity: Equatable {
        let device: dev_t
        let number: ino_t

        init(_ status: stat) { (device, number) = (status.st_dev, status.st_ino) }
    }

    /// Locks the folder until ``release()``. Throws ``DatabaseError`` of kind `busy` if another process, or this one, has
    /// locked it already.
    package init(_ folder: String) throws {
        let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw Files.failed("open", folder) }
        var status = stat()
        guard flock(opened, LOCK_EX | LOCK_NB) == 0, fstat(opened, &status) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let error = Files.failed("lock", folder)
            close(opened)
            throw isHeld
                ? DatabaseError(
                    kind: .busy,
                    message:
                        "\(folder) is in use by another process, or by another platform of this one; only one at a time"
                        + " may open a folder, so close that one first")
                : error
        }
        self.folder = folder
        descriptor = Locked(opened)
        identity = Identity(status)
    }

    /// Throws if the path no longer leads to the locked folder: the folder is gone, or another folder is in its place, which
    /// another process may have locked.
    func check() throws {
        var status = stat()
        guard stat(folder, &status) == 0, Identity(status) == identity else {
            throw DatabaseError(
                kind: .unavailable,
                message:
                    "the folder \(folder) was moved or replaced after it was opened; put it back, or close the platform"
                    + " and open it again")
        }
    }

    /// Unlocks the folder.
    package func release() {
        // Closing alone does not end the lock while a forked child has the descriptor. LOCK_UN always ends it.
        guard let held = descriptor.withLock({ $0.take() }) else { return }
        flock(held, LOCK_UN)
        close(held)
    }

    deinit { release() }
}
