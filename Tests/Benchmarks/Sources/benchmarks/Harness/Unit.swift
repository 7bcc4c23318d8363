/// The unit of a row's values.
struct Unit: Sendable {
    let name: String
    /// The factor that turns seconds into this unit.
    var perSecond = 1.0

    static let nanoseconds = Unit(name: "ns", perSecond: 1e9)
    static let microseconds = Unit(name: "µs", perSecond: 1e6)
    static let milliseconds = Unit(name: "ms", perSecond: 1e3)
    static let seconds = Unit(name: "s")
    static let times = Unit(name: "×")
    static let percent = Unit(name: "%")
    static let kibibytes = Unit(name: "KiB")
    static let count = Unit(name: "count")
    static let perSecond = Unit(name: "/s")
}
