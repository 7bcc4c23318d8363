import Atrium
import Synchronization

/// The steps of many tasks on many tenants: each step reads an item or, every tenth time, adds one.
private struct Plan: Sendable {
    let tasks: Int
    let steps: Int

    struct Step: Sendable {
        let tenant: Int
        let id: Int
        let isWrite: Bool
    }

    func step(_ index: Int, of task: Int) -> Step {
        let isWrite = (index + task) % 10 == 0
        let id = isWrite ? Fleet.itemCount + task * steps + index : (task * 613 + index * 7_919) % Fleet.itemCount
        // Knuth's multiplicative hash makes the tenant of a step independent of whether the step writes.
        let tenant = Int((UInt32(task * steps + index) &* 2_654_435_761) >> 28)
        return Step(tenant: tenant % Fleet.size, id: id, isWrite: isWrite)
    }

    var all: [Step] { (0..<tasks).flatMap { task in (0..<steps).map { step($0, of: task) } } }

    var writtenTenants: Int { Set(all.filter(\.isWrite).map(\.tenant)).count }

    /// The number of items that are added.
    var writeCount: Int { all.count { $0.isWrite } }

    /// The sum of the digests that are read, and the number of items that are added.
    var answer: [Int] { [Item.digest(of: all.filter { !$0.isWrite }.map(\.id)), writeCount] }

    /// Runs the tasks, and returns the sum of what they read.
    func run(
        read: @escaping @Sendable (Step) async throws -> Int, write: @escaping @Sendable (Step) async throws -> Void
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var sum = 0
                    for index in 0..<steps {
                        let step = step(index, of: task)
                        if step.isWrite { try await write(step) } else { sum &+= try await read(step) }
                    }
                    return sum
                }
            }
            return try await group.reduce(0, &+)
        }
    }
}

/// Measures 64 tasks on 16 tenants, with durable writes in a tenth of the steps; and how long an unrelated task waits.
func measureMix(_ bench: Bench) async throws {
    try await Fleet.with { fleet in
        let plan = Plan(tasks: 64, steps: bench.scale(400, quick: 10))
        let count = plan.tasks * plan.steps
        let (tenants, peers) = (fleet.tenants, fleet.peers)
        var delays: [String: [Double]] = [:]
        try await bench.compare(
            "mix.16-tenants-64-tasks", in: .microseconds, target: Target(.fasterThanPeer(5)),
            expecting: plan.answer,
            ours: {
                let probe = DelayProbe()
                let run = try await durably(commits: plan.writtenTenants) {
                    try await timed(per: count) {
                        try await plan.run { step in
                            let (items, principal) = tenants[step.tenant]
                            return try await items.item(step.id, as: principal)?.digest ?? 0
                        } write: { step in
                            let (items, principal) = tenants[step.tenant]
                            try await items.add(Item(step.id), as: principal)
                        }
                    }
                }
                delays["ours", default: []] += await probe.stop()
                return Run(seconds: run.seconds, answer: [run.answer, try await fleet.takeOurs()])
            },
            raw: {
                let run = try await durably(commits: plan.writeCount) {
                    try await timed(per: count) {
                        var sum = 0
                        for step in plan.all {
                            let raw = fleet.raw[step.tenant]
                            if step.isWrite {
                                let member = fleet.memberIDs[step.tenant]
                                try raw.writing { try raw.addAsUnit(Item(step.id), member: member) }
                            } else {
                                sum &+= try raw.reading { try raw.item(step.id) }.digest
                            }
                        }
                        return sum
                    }
                }
                return Run(seconds: run.seconds, answer: [run.answer, try fleet.takeRaw()])
            },
            peer: {
                let probe = DelayProbe()
                let run = try await durably(commits: plan.writeCount) {
                    try await timed(per: count) {
                        try await plan.run { step in
                            try await peers[step.tenant].item(step.id)?.digest ?? 0
                        } write: { step in
                            try await peers[step.tenant].add(Item(step.id))
                        }
                    }
                }
                delays["peer", default: []] += await probe.stop()
                return Run(seconds: run.seconds, answer: [run.answer, try await fleet.takePeers()])
            })
        let p99 = delays.mapValues { Figures.quantile(0.99, of: $0) * 1_000 }
        if let ours = p99["ours"] {
            bench.state("mix.delay-of-an-unrelated-task-p99", ours, in: .milliseconds, peer: p99["peer"])
        }
    }
}

/// Starts a task about every millisecond, and records how long it waits for a thread of the cooperative pool.
private final class DelayProbe: Sendable {
    private let isStopped = Atomic(false)
    private let delays: Mutex<[Double]> = Mutex([])
    private let loop: Mutex<Task<Void, Never>?> = Mutex(nil)

    init() {
        let task = Task.detached { [self] in
            while !isStopped.load(ordering: .relaxed) {
                try? await Task.sleep(for: .milliseconds(1))
                let start = Clock.wall
                let delay = await Task.detached { Clock.wall - start }.value
                delays.withLock { $0.append(delay) }
            }
        }
        loop.withLock { $0 = task }
    }

    func stop() async -> [Double] {
        isStopped.store(true, ordering: .relaxed)
        await loop.withLock { $0 }?.value
        return delays.withLock { $0 }
    }
}
