internal import AtriumSystem

/// The connection on which long reads run, one at a time, on the threads of a pool. Each read has its own snapshot.
final class QueuedReader: Sendable {
    private let reader = Locked<Connection?>(nil)

    /// Waits for a running read. Closes the other connections by `closeOthers`, then this one. Meanwhile, this one does not open:
    /// the last connection that closes removes the WAL.
    func close(isLost: Bool, _ closeOthers: () -> Void) {
        reader.withLock { connection in
            closeOthers()
            connection.take()?.close(isLost: isLost)
        }
    }

    /// Closes the other connections by `closeOthers`, then this one. Returns false if a read is running, or if `closeOthers`
    /// returns false.
    func closeIfFree(isLost: Bool, _ closeOthers: () -> Bool) -> Bool {
        let isClosed: Bool? = reader.withLockIfAvailable { connection in
            guard closeOthers() else { return false }
            connection.take()?.close(isLost: isLost)
            return true
        }
        return isClosed ?? false
    }

    /// Runs a read. If there is no connection, `open` opens it. Returns false if the other connections are closed.
    func run(_ request: UnitRequest, unless areOthersClosed: () -> Bool, open: () throws -> Connection) throws -> Bool {
        try reader.withLock { connection in
            if areOthersClosed() { return false }
            let open = try connection ?? open()
            connection = open
            defer {
                open.abandonTransaction()
                // A connection that cannot end its snapshot is useless.
                if !open.isAutocommit { connection.take()?.close() }
            }
            _ = try open.read(deadline: .max) { connection in request.run { try $0(connection) } }
            return true
        }
    }
}
