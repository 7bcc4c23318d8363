/// The goal of a row: bounds that must all hold.
struct Target: CustomStringConvertible, Sendable {
    enum Bound: Sendable {
        /// At most this many times the time of raw C.
        case timesRaw(Double)
        /// At least this many times as fast as raw C.
        case fasterThanRaw(Double)
        /// At least this many times as fast as the peer.
        case fasterThanPeer(Double)
        /// At most this value, in the row's unit.
        case atMost(Double, Unit)
    }

    let bounds: [Bound]

    init(_ bounds: Bound...) { self.bounds = bounds }

    var description: String { bounds.map(\.description).joined(separator: ", ") }

    func isMet(by row: TableRow) -> Bool { bounds.allSatisfy { $0.isMet(by: row) } }
}

extension Target.Bound: CustomStringConvertible {
    var description: String {
        switch self {
        case .timesRaw(let limit): "≤ \(Figures.short(limit)) × raw C"
        case .fasterThanRaw(let limit): "≥ \(Figures.short(limit)) × as fast as raw C"
        case .fasterThanPeer(let limit): "≥ \(Figures.short(limit)) × as fast as the peer"
        case .atMost(let limit, let unit): "≤ \(Figures.short(limit)) \(unit.name)"
        }
    }

    /// Whether the row keeps the bound. It does not if the bound is on a ratio that was not measured.
    func isMet(by row: TableRow) -> Bool {
        switch self {
        case .timesRaw(let limit): row.ratioToRaw.map { $0 <= limit } ?? false
        case .fasterThanRaw(let limit): row.ratioToRaw.map { $0 * limit <= 1 } ?? false
        case .fasterThanPeer(let limit): row.ratioToPeer.map { $0 >= limit } ?? false
        case .atMost(let limit, _): row.ours <= limit
        }
    }
}
