/// Measures reads by key: many in one unit of work, and each in its own unit with its permission check.
func measureReads(_ bench: Bench) async throws {
    try await Trio.with { trio in
        let (items, principal) = (trio.items, trio.principal)
        let count = bench.scale(500, quick: 100)
        // The ids are spread over the table, and are the same for all sides.
        let ids = (0..<count).map { $0 * 7_919 % Trio.itemCount }
        let answer = Item.digest(of: ids)

        try await bench.compare(
            "read.in-open-unit", in: .microseconds, target: Target(.timesRaw(1.8)), expecting: answer,
            rounds: bench.scale(101, quick: 3),
            ours: { try await timed(per: count) { try await items.digest(of: ids, as: principal) } },
            raw: {
                try await timed(per: count) {
                    try trio.raw.reading {
                        var sum = 0
                        for id in ids { sum &+= try trio.raw.item(id).digest }
                        return sum
                    }
                }
            },
            peer: { try await timed(per: count) { try await trio.peer.digest(of: ids) } })

        func oursAlone() async throws -> Run<Int> {
            try await timed(per: count) {
                var sum = 0
                for id in ids { sum &+= try await items.item(id, as: principal)?.digest ?? 0 }
                return sum
            }
        }
        func rawAlone() async throws -> Run<Int> {
            try await timed(per: count) {
                var sum = 0
                for id in ids { sum &+= try trio.raw.reading { try trio.raw.item(id) }.digest }
                return sum
            }
        }
        try await bench.compare(
            "read.in-own-unit", in: .microseconds, target: Target(.timesRaw(1.6), .fasterThanPeer(8)),
            expecting: answer, rounds: bench.scale(51, quick: 3), ours: oursAlone, raw: rawAlone,
            peer: {
                try await timed(per: count) {
                    var sum = 0
                    for id in ids { sum &+= try await trio.peer.item(id)?.digest ?? 0 }
                    return sum
                }
            })
        try await bench.compare(
            "read.in-own-unit-peer-blocking", in: .microseconds, target: Target(.timesRaw(1.6), .fasterThanPeer(2.5)),
            expecting: answer, rounds: bench.scale(51, quick: 3), ours: oursAlone, raw: rawAlone,
            peer: { try await timed(per: count) { try blockingDigest(of: ids, in: trio.peer) } })
    }
}

/// Calls the peer's synchronous reads from code that is not asynchronous.
private func blockingDigest(of ids: [Int], in peer: PeerItems) throws -> Int {
    var sum = 0
    for id in ids { sum &+= try peer.itemWhileBlocking(id)?.digest ?? 0 }
    return sum
}

/// Measures a scan of 1,000 rows into structs.
func measureScan(_ bench: Bench) async throws {
    try await Trio.with { trio in
        let (items, principal) = (trio.items, trio.principal)
        let ids = 2_000..<3_000
        try await bench.compare(
            "scan.1000-rows-to-structs", in: .microseconds, target: Target(.timesRaw(1.8)),
            expecting: ids.map { Item($0) }, rounds: bench.scale(101, quick: 3),
            ours: { try await timed { try await items.items(ids, as: principal) } },
            raw: { try await timed { try trio.raw.reading { try trio.raw.items(ids) } } },
            peer: { try await timed { try await trio.peer.items(ids) } })
    }
}
