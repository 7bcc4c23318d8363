internal import AtriumJournal

/// Delivers events after the commit that published them (`Delivery`).
extension Tenant {
    /// Makes one run for each module that handles events. Returns how many events and jobs it has taken.
    @Sendable func deliver() async -> Int {
        var count = 0
        for module in registry.withLock({ $0.isComplete ? $0.modules : [] }) where !module.handlers.isEmpty {
            do { count += try await delivery(to: module).run(at: configuration.time()) } catch  where isOpenNow {
                // Nothing is lost: the module's position has not moved.
                report(error, in: "deliver events", of: module.id.description)
            } catch {}
        }
        return count
    }

    private func delivery(to module: StartedModule) -> Delivery {
        Delivery(to: module.id.description, in: file, note: note) { [self] entries, claim in
            let principal = SystemPrincipal(module: module.id, reason: "handle events")
            try await write(as: Principal(principal)) { unit in
                // Another instance of the module, or none, handles the events of one that has ended.
                guard try !module.life.hasEnded && unit.note(claim) else { return }
                do {
                    try unit.nested(as: module.owner) { work in
                        for entry in entries {
                            for handle in module.handlers[entry.event] ?? [] { try handle(entry.payload, work) }
                        }
                    }
                    if let failure = unit.failure { throw failure }
                } catch { throw DeliveryFailure(cause: error) }
                try unit.audit(.handleEvents, .organization)
            }
        } report: { [self] error, event in
            report(error, in: event, of: module.id.description)
        }
    }
}
