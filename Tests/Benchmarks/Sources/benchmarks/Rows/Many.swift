import Atrium
import Foundation

/// Measures very many organizations on disk, of which few are open: provisioning, a skewed load, the memory of the started
/// ones, and the migration of all.
func measureMany(_ bench: Bench) async throws {
    let estate = Estate(
        count: bench.scale(10_000, quick: 200), openFiles: bench.scale(256, quick: 16),
        steps: bench.scale(40_000, quick: 1_000))
    try raiseDescriptorLimit(to: 7 * estate.openFiles + 64)
    try await withTemporaryFolder { folder in
        let founded = try await found(bench, estate, in: folder)
        try await load(bench, estate, founded, in: folder)
        try await migrate(bench, estate, founded, in: folder)
    }
}

/// The number of organizations, of open files, and of steps in a pass of the load.
private struct Estate: Sendable {
    let count: Int
    let openFiles: Int
    let steps: Int

    func open(_ folder: String, _ modules: [any Module], observer: any Observer = WarningObserver()) async throws
        -> Platform
    {
        var configuration = PlatformConfiguration(folder: folder)
        configuration.openFiles = openFiles
        configuration.observer = observer
        return try await Platform.open(configuration, modules: modules)
    }
}

private struct Founded: Sendable {
    let id: OrganizationID
    let principal: Principal
}

private func found(_ bench: Bench, _ estate: Estate, in folder: String) async throws -> [Founded] {
    let platform = try await estate.open(folder, Trio.modules)
    _ = try await platform.foundOrganization("number-0")
    let run = try await timed(per: estate.count) {
        try await durably(commits: estate.count) {
            try await inFlight(16, 1..<estate.count + 1) { _ = try await platform.foundOrganization("number-\($0)") }
            return true
        }
    }
    bench.state("many.founding", run.seconds * 1_000, in: .milliseconds)
    await platform.close()
    let again = try await estate.open(folder, Trio.modules)
    let before = ProcessMemory.resident
    var founded: [Founded] = []
    for number in 1...estate.count {
        let tenant = try await again.tenant("number-\(number)")
        founded.append(Founded(id: tenant.id, principal: try await again.founder(of: tenant)))
    }
    if let before, let after = ProcessMemory.resident {
        let each = Double(after - before) / Double(estate.count) / 1024
        bench.state("many.memory-of-a-started-tenant", each, in: .kibibytes)
    }
    // The item that the load reads.
    let everybody = founded
    try await inFlight(16, 0..<everybody.count) { place in
        try await again.tenant(everybody[place].id)[Items.self].add(Item(0), as: everybody[place].principal)
    }
    await again.close()
    return founded
}

/// Measures tasks that use the first organizations far more often than the last ones (Zipf's law), on a platform that keeps
/// few files open.
private func load(_ bench: Bench, _ estate: Estate, _ founded: [Founded], in folder: String) async throws {
    let platform = try await estate.open(folder, Trio.modules)
    let zipf = Zipf(count: estate.count)
    let probe = DescriptorProbe()
    var memory: [Double] = []
    var seconds: [Double] = []
    for pass in 0..<3 {
        let first = 1 + pass * estate.steps
        let run = try await timed {
            try await inFlight(64, first..<first + estate.steps) { step in
                let organization = founded[zipf.place(of: step)]
                let items = try await platform.tenant(organization.id)[Items.self]
                if step % 10 == 0 {
                    try await items.add(Item(step), as: organization.principal)
                } else if try await items.item(0, as: organization.principal) != Item(0) {
                    throw HarnessError("an organization has lost its item")
                }
            }
            return true
        }
        seconds.append(run.seconds)
        memory.append(Double(ProcessMemory.resident ?? 0))
    }
    var written = 0
    for place in Set((1..<1 + 3 * estate.steps).filter { $0 % 10 == 0 }.map(zipf.place)) {
        let items = try await platform.tenant(founded[place].id)[Items.self]
        written += try await items.count(from: 1, as: founded[place].principal)
    }
    guard written == 3 * estate.steps / 10 else { throw HarnessError("\(written) items were written") }
    bench.state("many.skewed-load", Double(estate.steps) / Figures.median(seconds), in: .perSecond)
    if let highest = probe.stop() {
        let limit = Target(.atMost(Double(7 * estate.openFiles + 32), .count))
        bench.state("many.descriptors", Double(highest), in: .count, target: limit)
    }
    if memory[0] > 0 {
        let growth = memory[2] / memory[0]
        bench.state("many.memory-after-two-more-passes", growth, in: .times, target: Target(.atMost(1.1, .times)))
    }
    await platform.close()
}

/// Measures the opening of every organization with modules whose table has one more column. One file is damaged. It must be
/// reported, and must not stop the others.
private func migrate(_ bench: Bench, _ estate: Estate, _ founded: [Founded], in folder: String) async throws {
    guard let broken = founded.last else { return }
    try Data("this is no database, and was never one".utf8)
        .write(to: URL(filePath: "\(folder)/tenants/\(broken.id).db"))
    let counter = MigrationCounter()
    let platform = try await estate.open(folder, [NotedItems(), Tallies()], observer: counter)
    let failures = Failures()
    let run = try await timed(per: estate.count) {
        try await inFlight(8, 0..<founded.count) { number in
            do {
                let tenant = try await platform.tenant(founded[number].id)
                let items = try tenant[NotedItems.self]
                _ = try await items.countWithoutNote(as: founded[number].principal)
            } catch let error as DatabaseError {
                failures.note("organization \(founded[number].id): \(error.kind)")
            }
            if (number + 1) % max(1, founded.count / 10) == 0 {
                FileHandle.standardError.write(Data("  about \(number + 1) of \(founded.count) migrated\n".utf8))
            }
        }
        return true
    }
    await platform.close()
    for failure in failures.all { bench.say("failed: \(failure)") }
    guard failures.all.count == 1, counter.count == estate.count - 1 else {
        throw HarnessError("\(counter.count) organizations were migrated, and \(failures.all.count) failed, not one")
    }
    bench.state("many.migrating-one-column", run.seconds * 1_000, in: .milliseconds)
}
