/// The measurement of one piece of work: the medians of its sides, their ratios, and the target.
struct TableRow: Encodable {
    let name: String
    let unit: Unit
    let target: Target?
    let ours: Double
    var raw: Double?
    var peer: Double?
    /// A second measurement of ours between the others, divided by the first. It shows the effect of noise. Not in the JSON.
    var control: Double?

    /// The time of ours divided by the time of raw C. 1 is the limit, and less is better.
    var ratioToRaw: Double? { raw.map { ours / $0 } }
    /// How many times as fast as the peer ours is. More is better.
    var ratioToPeer: Double? { peer.map { $0 / ours } }
    /// Whether the target is met. A row without a target counts as met.
    var isMet: Bool { target.map { $0.isMet(by: self) } ?? true }

    private enum Key: String, CodingKey {
        case name, ours, raw, peer, ratioToRaw, ratioToPeer, target, met, unit
    }

    /// Writes every key. A value that was not measured is null.
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
