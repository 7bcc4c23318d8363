internal import AtriumSystem

/// The connection on which long reads run, one at a time, on threads of ours.
final class QueuedReader: Sendable {
    private let reader = Locked<Connection?>(nil)

    func close() { reader.withLock { $0.take() }?.close() }

    /// Closes it unless a read runs at this moment, or the other connections cannot be closed before it; false then.
    func closeIfFree(_ closeOthers: () -> Bool) -> Bool {
        let isClosed: Bool? = reader.withLockIfAvailable { connection in
            guard closeOthers() else { return false }
            connection.take()?.close()
            return true
        }
        return isClosed ?? false
    }

    /// Runs a read, on the connection that `open` gives if there is none; false when the other connections are closed.
    func run(_ job: Job, unless areOthersClosed: () -> Bool, open: () throws -> Connection) throws -> Bool {
        try reader.withLock { connection in
            if areOthersClosed() { return false }
            let open = try connection ?? open()
            connection = open
            defer {
                open.abandonTransaction()
                // What cannot end its snapshot is of no more use.
                if !open.isAutocommit { connection.take()?.close() }
            }
            _ = try open.read(deadline: .max) { connection in job.run { try $0(connection) } }
            return true
        }
    }
}
