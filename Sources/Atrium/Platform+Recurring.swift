/// Recurring work in all organizations.
extension Platform {
    /// Runs the recurring work of all organizations within a second of when it is due, until the task is cancelled.
    public func run() async throws {
        while true { if try await runDue() == 0 { try await Task.sleep(for: .seconds(1)) } }
    }

    /// Runs once what is due now, and returns how many pieces of work ran. An organization that cannot be opened is
    /// reported to the observer and does not stop the others.
    @discardableResult
    public func runDue() async throws -> Int {
        var count = 0
        for id in try await directory.due(at: configuration.now()) {
            do {
                count += try await tenant(id).runDue()
            } catch let error where !(error is CancellationError) {
                configuration.observer.observe(.handlerFailed(id, module: "kernel", work: "run", error: error))
            }
        }
        return count
    }
}
