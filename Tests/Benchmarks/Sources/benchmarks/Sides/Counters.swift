import Atrium
import Synchronization

/// Counts the organizations that were migrated when they were opened.
final class MigrationCounter: Observer {
    private let organizations = Atomic(0)

    var count: Int { organizations.load(ordering: .relaxed) }

    func observe(_ event: TelemetryEvent) {
        guard case .migrated(.some, let migrations) = event, !migrations.isEmpty else { return }
        organizations.add(1, ordering: .relaxed)
    }
}

/// Collects failures from any task.
final class Failures: Sendable {
    private let list: Mutex<[String]> = Mutex([])

    var all: [String] { list.withLock { $0 } }

    func note(_ text: String) { list.withLock { $0.append(text) } }
}

/// Chooses places by Zipf's law: place n is chosen 1/n times as often as the first. The same step always has the same place.
struct Zipf: Sendable {
    private let sums: [Double]

    init(count: Int) {
        var sum = 0.0
        sums = (1...count).map { place in
            sum += 1 / Double(place)
            return sum
        }
    }

    func place(of step: Int) -> Int {
        // SplitMix64's finalizer makes neighbouring steps independent.
        var bits = UInt64(step) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        let goal = Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 53) * (sums.last ?? 0)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < goal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
