import Foundation

/// Measures rows and keeps them.
final class Bench {
    let scale: Scale
    private let only: String?
    private let isAlone: Bool
    private(set) var rows: [TableRow] = []

    init(_ options: Options) {
        (scale, only, isAlone) = (Scale(isQuick: options.isQuick), options.only, options.isAlone)
    }

    /// Whether the command asks for this row, or for any row of this group.
    func wants(_ name: String) -> Bool {
        guard let only else { return true }
        return name.hasPrefix(only) || only.hasPrefix(name + ".")
    }

    /// Measures the sides in turns, each of them first in its turn, and keeps the medians as a row.
    ///
    /// Ours runs twice in each round: the second run is the A/A control. The answers of the warm-up round count, but its times
    /// do not. Throws ``HarnessError`` if a side's answer is not the expected one.
    func compare<Answer: Equatable & Sendable>(
        _ name: String, in unit: Unit, target: Target?, expecting expected: Answer, rounds: Int? = nil,
        ours: @escaping Side<Answer>, raw: Side<Answer>? = nil, peer: Side<Answer>? = nil
    ) async throws {
        guard wants(name) else { return }
        let others = isAlone ? [] : [("raw C", raw), ("control", ours), ("peer", peer)]
        let sides = ([("ours", ours)] + others).compactMap { label, side in side.map { (label, $0) } }
        let medians = try await medians(name, in: unit, expecting: expected, rounds: rounds, of: sides)
        guard let ours = medians["ours"] else { throw HarnessError("\(name): nothing was measured") }
        rows.append(
            TableRow(
                name: name, unit: unit, target: target, ours: ours, raw: medians["raw C"], peer: medians["peer"],
                control: medians["control"].map { $0 / ours }))
    }

    /// Measures the same work on data of different sizes. Each size is a row, and one more row is the slowest divided by the
    /// fastest.
    func compareSizes<Answer: Equatable & Sendable>(
        _ name: String, in unit: Unit, atMost limit: Double, expecting expected: Answer,
        of sides: [(label: String, run: Side<Answer>)]
    ) async throws {
        guard wants(name) else { return }
        let medians = try await medians(name, in: unit, expecting: expected, rounds: nil, of: sides)
        for side in sides {
            if let value = medians[side.label] { state("\(name).\(side.label)", value, in: unit) }
        }
        guard let slowest = medians.values.max(), let fastest = medians.values.min() else { return }
        state("\(name).slowest-to-fastest", slowest / fastest, in: .times, target: Target(.atMost(limit, .times)))
    }

    private func medians<Answer: Equatable & Sendable>(
        _ name: String, in unit: Unit, expecting expected: Answer, rounds: Int?,
        of sides: [(label: String, run: Side<Answer>)]
    ) async throws -> [String: Double] {
        say(name)
        var values: [String: [Double]] = [:]
        for round in -1..<(rounds ?? scale.rounds) {
            for turn in sides.indices {
                let side = sides[(max(round, 0) + turn) % sides.count]
                let run = try await side.run()
                guard run.answer == expected else {
                    throw HarnessError("\(name): \(side.label) answered \(run.answer), not \(expected)")
                }
                if round >= 0 { values[side.label, default: []].append(run.seconds * unit.perSecond) }
            }
        }
        return values.mapValues(Figures.median)
    }

    /// Keeps a value that was measured once, or that is no time, as a row.
    func state(
        _ name: String, _ value: Double, in unit: Unit, raw: Double? = nil, peer: Double? = nil, target: Target? = nil
    ) {
        guard wants(name) else { return }
        say(name)
        rows.append(TableRow(name: name, unit: unit, target: target, ours: value, raw: raw, peer: peer))
    }

    /// Reports progress on standard error.
    func say(_ text: String) { FileHandle.standardError.write(Data("· \(text)\n".utf8)) }
}
