/// Measures the insertion of 10,000 rows in one unit. The time is that of one row.
func measureBatch(_ bench: Bench) async throws {
    try await Trio.with { trio in
        let (items, principal) = (trio.items, trio.principal)
        let count = bench.scale(10_000, quick: 1_000)
        try await bench.compare(
            "batch.10000-rows-in-one-unit", in: .microseconds, target: Target(.timesRaw(1.4)), expecting: count,
            ours: {
                try await trio.addingOurs(count, commits: 1) { ids in
                    try await timed(per: count) {
                        try await items.add(ids, as: principal)
                        return true
                    }
                }
            },
            raw: {
                try await trio.addingRaw(count, commits: 1) { ids in
                    try await timed(per: count) {
                        try trio.raw.writing { for id in ids { try trio.raw.add(Item(id)) } }
                        return true
                    }
                }
            },
            peer: {
                try await trio.addingPeer(count, commits: 1) { ids in
                    try await timed(per: count) {
                        try await trio.peer.add(ids)
                        return true
                    }
                }
            })
    }
}
