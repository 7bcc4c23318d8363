/// Puts items after those that they depend on.
package enum DependencyOrder {
    /// The items, each after its dependencies, and otherwise in their order. Dependencies that are not among the items are
    /// ignored. Each cycle is listed once, as the ids on the way from an item back to the same item.
    package static func of<Item, ID: Hashable>(
        _ items: [Item], id: (Item) -> ID, dependencies: (Item) -> [ID]
    ) -> (items: [Item], cycles: [[ID]]) {
        let byID = Dictionary(items.map { (id($0), $0) }) { first, _ in first }
        var (ordered, cycles): ([Item], [[ID]]) = ([], [])
        var done: Set<ID> = []
        var path: [ID] = []

        func visit(_ item: Item) {
            let own = id(item)
            if let start = path.firstIndex(of: own) { return cycles.append(path[start...] + [own]) }
            guard !done.contains(own) else { return }
            path.append(own)
            for dependency in dependencies(item) { byID[dependency].map(visit) }
            path.removeLast()
            if done.insert(own).inserted { ordered.append(item) }
        }

        items.forEach(visit)
        return (ordered, cycles)
    }
}
