internal import AtriumSystem
internal import Foundation

/// Keeps a data folder to one process: SQLite's WAL-reset bug needs two connections that write.
///
/// The lock is on the folder itself. A file in it could be deleted, and made anew by the next one who locks.
package final class FolderLock: Sendable {
    private let folder: String
    private let descriptor: Locked<Int32?>
    private let identity: Identity

    /// What tells a folder from another one of the same name.
    private struct Identity: Equatable {
        let device: dev_t
        let number: ino_t

        init(_ status: stat) { (device, number) = (status.st_dev, status.st_ino) }
    }

    /// Throws ``DatabaseError`` of kind `busy` while another process, or this one, holds the folder.
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
                        "\(folder) is in use by another process, or by another platform of this one; one opens a folder"
                        + " at a time, so close that one first")
                : error
        }
        self.folder = folder
        descriptor = Locked(opened)
        identity = Identity(status)
    }

    /// Throws when the name of the folder is another folder's by now, which another process may hold, or nobody's.
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

    /// Gives the folder free.
    package func release() {
        // Closing ends the lock where no child of a fork has the descriptor; giving it free ends it everywhere.
        guard let held = descriptor.withLock({ $0.take() }) else { return }
        flock(held, LOCK_UN)
        close(held)
    }

    deinit { release() }
}
