public import Atrium

/// How the pieces of an organization's kit look, and what they say besides its name and its catalogue.
public struct KitDesign: Sendable, Equatable {
    /// The style of all pieces.
    public var style = KitStyle.portal
    /// The organization's colour.
    public var color = KitColor(red: 0x1F, green: 0x5F, blue: 0x8B)
    /// The headline of all pieces, in the organization's own words; empty for the headline of each language. Up to 120
    /// characters in one line.
    public var slogan = ""
    /// The day of the launch, if it is fixed.
    public var day: Day?
    /// Where the QR code leads; empty for the platform's own address. An address `https://…` or `http://…` of visible
    /// ASCII, up to 200 bytes.
    public var address = ""
    /// The logo, if there is one.
    public internal(set) var logo: KitLogo?
    /// The number of changes. A change names the revision on which it is based.
    public internal(set) var revision = 0

    /// The design of an organization that has not changed it yet.
    public init() {}

    static let columns: SQL = "style, color, slogan, day, address, logo, revision"

    init(_ row: Row) throws {
        (style, color, slogan, day) = (try row[0], try row[1], try row[2], try row[3])
        (address, logo, revision) = (try row[4], try row[5], try row[6])
    }

    func check() throws(LaunchKitError) {
        guard slogan.isEmpty || TextRule.isLine(slogan, upTo: 120) else { throw .invalidSlogan }
        guard address.isEmpty || Self.isAddress(address) else { throw .invalidAddress }
        if let day, !Day.writable.contains(day) { throw .invalidDay }
    }

    static func isAddress(_ text: String) -> Bool {
        text.utf8.count <= 200 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            && ["https://", "http://"].contains {
                text.hasPrefix($0) && text.dropFirst($0.count).first.map { $0 != "/" } ?? false
            }
    }
}

/// The styles of a kit. Each has one idea, and holds for all pieces.
public enum KitStyle: String, Sendable, CaseIterable, ColumnValue {
    /// Arches within arches on warm paper, and the code in the innermost door.
    case portal
    /// Rings that spread from the code, on the organization's colour.
    case rings
    /// Stairs that rise towards the code, on white.
    case steps

    var words: Words {
        switch self {
        case .portal: "Portal: arches on warm paper"
        case .rings: "Rings: on a ground of your colour"
        case .steps: "Stairs: rising on white"
        }
    }
}
