/// What was measured of one piece of work: the medians of its sides, and what they mean.
struct TableRow: Encodable {
    let name: String
    let unit: Unit
    let target: Target?
    let ours: Double
    var raw: Double?
    var peer: Double?
    /// A second measurement of ours among the others, divided by the first: how far noise alone goes. Not in the JSON.
    var control: Double?

    /// How many times the time of raw C it takes: 1 is the limit, less is better.
    var ratioToRaw: Double? { raw.map { ours / $0 } }
    /// How many times as fast as the peer it is: more is better.
    var ratioToPeer: Double? { peer.map { $0 / ours } }
    /// What only informs is met.
    var isMet: Bool { target.map { $0.isMet(by: self) } ?? true }

    private enum Key: String, CodingKey {
        case name, ours, raw, peer, ratioToRaw, ratioToPeer, target, met, unit
    }

    /// Every key is there; what was not measured is null.
    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(name, forKey: .name)
        try row.encode(ours, forKey: .ours)
        try row.encode(raw, forKey: .raw)
        try row.encode(peer, forKey: .peer)
        try row.encode(ratioToRaw, forKey: .ratioToRaw)
        try row.encode(ratioToPeer, forKey: .ratioToPeer)
        try row.encode(target?.description, forKey: .target)
        try row.encode(isMet, forKey: .met)
        try row.encode(unit.name, forKey: .unit)
    }
}
