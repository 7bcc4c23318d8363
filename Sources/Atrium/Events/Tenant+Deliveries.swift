internal import AtriumJournal

/// Handing events to handlers after the commit: to each module in its own units, in the order of publishing.
///
/// A run of events is one commit with the module's place in the log, so each effect is there exactly once. When a handler fails,
/// the run goes over event by event, and the one that fails is put aside to be tried again.
extension Tenant {
    private static let runLength = 64

    /// One run for each module; returns how many events it took up.
    @Sendable func deliver() async -> Int {
        var count = 0
        for subscriber in registry.withLock({ $0.isComplete ? $0.subscribers : [] }) {
            do {
                count += try await deliver(to: subscriber)
            } catch  where isOpenNow {
                // Nothing is lost: the module's place is where it was.
                report(error, in: "deliver events", of: subscriber.module.description)
            } catch {}
        }
        return count
    }

    private func deliver(to subscriber: Registry.Subscriber) async throws -> Int {
        let (module, now) = (subscriber.module.description, try configuration.time())
        let (fresh, again) = try await file.read { connection in
            let kernel = connection.kernel
            return (
                try EventLog(kernel).next(for: module, limit: Self.runLength),
                try Jobs(kernel).dueEvents(for: module, at: now, limit: Self.runLength)
            )
        }
        if !fresh.isEmpty { try await hand(fresh, to: subscriber) }
        for entry in again { try await retry(entry, by: subscriber) }
        return fresh.count + again.count
    }

    private func hand(_ entries: [EventLog.Entry], to subscriber: Registry.Subscriber) async throws {
        let module = subscriber.module.description
        do {
            try await handle(entries, by: subscriber) { try EventLog($0).pass(entries, by: module) }
        } catch let failure as DeliveryFailure {
            guard entries.count == 1 else {
                for entry in entries { try await hand([entry], to: subscriber) }
                return
            }
            report(failure.cause, in: entries[0].event, of: module)
            try await write(as: .kernel) { unit in
                guard try EventLog(unit.kernel).pass(entries, by: module) else { return }
                try Jobs(unit.kernel).add(entries[0], of: module, error: failure.text, at: unit.now)
            }
        }
    }

    private func retry(_ entry: EventLog.Entry, by subscriber: Registry.Subscriber) async throws {
        let module = subscriber.module.description
        do {
            try await handle([entry], by: subscriber) { try Jobs($0).remove(entry, of: module) }
        } catch let failure as DeliveryFailure {
            report(failure.cause, in: entry.event, of: module)
            try await write(as: .kernel) { unit in
                try Jobs(unit.kernel).fail(entry, of: module, error: failure.text, at: unit.now)
            }
        }
    }

    /// A unit of the module that takes the events, unless somebody did before, and handles them.
    private func handle(
        _ entries: [EventLog.Entry], by subscriber: Registry.Subscriber,
        taking take: @escaping @Sendable (CachingExecutor) throws -> Bool
    ) async throws {
        try await write(as: .system(subscriber.module.description, "handle events")) { unit in
            guard try unit.note(take) else { return }
            do {
                try unit.nested(as: subscriber.owner) { work in
                    for entry in entries {
                        for handle in subscriber.handlers[entry.event] ?? [] { try handle(entry.payload, work) }
                    }
                }
                if let failure = unit.failure { throw failure }
            } catch {
                throw DeliveryFailure(cause: error)
            }
            try unit.audit(.handleEvents, .organization)
        }
    }
}

/// What a handler threw, told from what the unit around it throws.
private struct DeliveryFailure: Error {
    let cause: any Error

    var text: String { String("\(cause)".prefix(500)) }
}
