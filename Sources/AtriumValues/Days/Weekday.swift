/// A day of the week, numbered as in ISO 8601. As text it is its English name in lower case.
public enum Weekday: Int, TextValue, CaseIterable {
    /// Number 1: the week begins with it.
    case monday = 1
    /// Number 2.
    case tuesday
    /// Number 3.
    case wednesday
    /// Number 4.
    case thursday
    /// Number 5.
    case friday
    /// Number 6.
    case saturday
    /// Number 7: the last day of the week.
    case sunday

    /// Reads a name such as `monday`; `nil` for any other text.
    public init?(_ description: String) {
        guard let day = Self.allCases.first(where: { $0.description.utf8.elementsEqual(description.utf8) }) else {
            return nil
        }
        self = day
    }

    public init(from decoder: any Decoder) throws { try self.init(textFrom: decoder) }
    public func encode(to encoder: any Encoder) throws { try encodeText(to: encoder) }

    public var description: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }
}
