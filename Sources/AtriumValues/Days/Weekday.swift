/// A day of the week, numbered as in ISO 8601. As text it is its English name in lower case.
public enum Weekday: Int, TextValue, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

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
