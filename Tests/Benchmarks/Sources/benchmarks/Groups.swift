/// Rows that are measured with the same data.
struct Group: Sendable {
    let name: String
    let measure: @Sendable (Bench) async throws -> Void
}

/// All groups, in the order of the table.
let groups = [
    Group(name: "read", measure: measureReads),
    Group(name: "scan", measure: measureScan),
    Group(name: "batch", measure: measureBatch),
    Group(name: "write", measure: measureWrites),
    Group(name: "mix", measure: measureMix),
    Group(name: "provision", measure: measureProvisioning),
    Group(name: "learning", measure: measureLearning),
    Group(name: "growth", measure: measureGrowth),
    Group(name: "erase", measure: measureErasing),
    Group(name: "accept", measure: measureAccepting),
    Group(name: "many", measure: measureMany),
]
