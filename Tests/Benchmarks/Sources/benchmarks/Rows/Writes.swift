import Atrium

/// Measures durable writes on one tenant: a single writer, the processor time of a unit among many, and many writers at once.
func measureWrites(_ bench: Bench) async throws {
    try await Trio.with { trio in
        try await measureLoneWrite(bench, trio)
        try await measureUnitCost(bench, trio, isTold: false)
        try await measureUnitCost(bench, trio, isTold: true)
        for writers in [8, 64, 256] { try await measureWriters(bench, trio, writers) }
        let audit = try await trio.tenant.audit.verify(as: trio.principal)
        guard audit.firstFault == nil else { throw HarnessError("the audit chain has a fault") }
    }
}

/// Measures one writer that waits for each of its writes. The peer writes only the row, because it keeps no audit.
private func measureLoneWrite(_ bench: Bench, _ trio: Trio) async throws {
    let (items, principal, member) = (trio.items, trio.principal, trio.memberID)
    let count = bench.scale(50, quick: 10)
    try await bench.compare(
        "write.alone", in: .microseconds, target: Target(.timesRaw(1.5)), expecting: count,
        rounds: bench.scale(25, quick: 3),
        ours: {
            try await trio.addingOurs(count, commits: count) { ids in
                try await timed(per: count) {
                    for id in ids { try await items.add(Item(id), as: principal) }
                    return true
                }
            }
        },
        raw: {
            try await trio.addingRaw(count, commits: count) { ids in
                try await timed(per: count) {
                    for id in ids { try trio.raw.writing { try trio.raw.addAsUnit(Item(id), member: member) } }
                    return true
                }
            }
        },
        peer: {
            try await trio.addingPeer(count, commits: count) { ids in
                try await timed(per: count) {
                    for id in ids { try await trio.peer.add(Item(id)) }
                    return true
                }
            }
        })
}

/// Measures the processor time of the whole process for a unit, with 256 units in flight. Raw C runs the same statements,
/// 256 units in a commit: first in a loop, and then for as many tasks that wait.
private func measureUnitCost(_ bench: Bench, _ trio: Trio, isTold: Bool) async throws {
    let (items, principal, member) = (trio.items, trio.principal, trio.memberID)
    let (writers, count) = (256, bench.scale(2_048, quick: 512))
    let tallies = try trio.tenant[Tallies.self]
    let name = isTold ? "write.cpu-of-a-unit-with-event-and-reaction" : "write.cpu-of-a-unit"
    let ours: Side<Int> = {
        let before = try await tallies.count(as: principal)
        let run = try await trio.addingOurs(count, commits: count / writers) { ids in
            try await timedOnProcessors(per: count) {
                try await inFlight(writers, ids) { id in
                    if isTold {
                        try await items.announce(Item(id), as: principal)
                    } else {
                        try await items.add(Item(id), as: principal)
                    }
                }
                return true
            }
        }
        let told = try await tallies.count(as: principal) - before
        guard told == (isTold ? count : 0) else { throw HarnessError("\(told) of \(count) events were reacted to") }
        return run
    }
    try await bench.compare(
        name, in: .microseconds, target: Target(.timesRaw(1.8)), expecting: count, ours: ours,
        raw: {
            try await trio.addingRaw(count, commits: count / writers) { ids in
                try await timedOnProcessors(per: count) {
                    for start in stride(from: ids.lowerBound, to: ids.upperBound, by: writers) {
                        try trio.raw.writing {
                            for id in start..<min(start + writers, ids.upperBound) {
                                try trio.raw.addAsUnit(Item(id), member: member, isTold: isTold)
                            }
                        }
                    }
                    return true
                }
            }
        })
    let raw = try RawBehindTasks(path: trio.rawPath, member: member, unitsOfCommit: writers)
    try await bench.compare(
        "\(name)-beside-raw-c-behind-tasks", in: .microseconds, target: nil, expecting: count, ours: ours,
        raw: {
            try await trio.addingRaw(count, commits: count / writers) { ids in
                try await timedOnProcessors(per: count) {
                    try await inFlight(writers, ids) { try await raw.add($0, isTold: isTold) }
                    return true
                }
            }
        })
}

/// Measures the wall time of a write with many writers at once. Raw C and the peer commit each write.
private func measureWriters(_ bench: Bench, _ trio: Trio, _ writers: Int) async throws {
    let (items, principal, member) = (trio.items, trio.principal, trio.memberID)
    let (name, peer) = ("write.\(writers)-writers", trio.peer)
    let count = bench.scale(16, quick: 2) * writers
    let alone = min(count, bench.scale(512, quick: 64))
    var busy: [Double] = []
    try await bench.compare(
        name, in: .microseconds, target: writers == 64 ? Target(.fasterThanPeer(10)) : nil, expecting: true,
        ours: {
            let run = try await trio.addingOurs(count, commits: count / writers) { ids in
                let before = WriterThreads.seconds
                let run = try await timed(per: count) {
                    try await inFlight(writers, ids) { try await items.add(Item($0), as: principal) }
                    return true
                }
                if let before, let after = WriterThreads.seconds {
                    busy.append((after - before) / (run.seconds * Double(count)))
                }
                return run
            }
            return Run(seconds: run.seconds, answer: run.answer == count)
        },
        raw: {
            let run = try await trio.addingRaw(alone, commits: alone) { ids in
                try await timed(per: alone) {
                    for id in ids { try trio.raw.writing { try trio.raw.addAsUnit(Item(id), member: member) } }
                    return true
                }
            }
            return Run(seconds: run.seconds, answer: run.answer == alone)
        },
        peer: {
            let run = try await trio.addingPeer(alone, commits: alone) { ids in
                try await timed(per: alone) {
                    try await inFlight(writers, ids) { try await peer.add(Item($0)) }
                    return true
                }
            }
            return Run(seconds: run.seconds, answer: run.answer == alone)
        })
    if !busy.isEmpty {
        bench.state("\(name)-writer-thread-busy", Figures.median(busy) * 100, in: .percent)
    }
}
