/// What a logo may have: shapes, gradients and clips, with what positions and paints them.
///
/// An element that is not listed is refused. Attributes that are not listed are left out, because they paint nothing; those that
/// run or load something are refused.
enum LogoRules {
    static let elements: Set<String> = [
        "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient",
        "radialGradient",
        "stop", "clipPath",
    ]
    /// Elements that are left out with all that is in them: they say something about the drawing.
    static let leftOut: Set<String> = ["title", "desc", "metadata", "sodipodi:namedview"]

    private static let gradients: Set<String> = ["linearGradient", "radialGradient"]

    /// Attributes that can also be declarations in `style`.
    private static let paints: Set<String> = [
        "fill", "fill-opacity", "fill-rule", "clip-rule", "clip-path", "stroke", "stroke-width", "stroke-linecap",
        "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "opacity",
        "stop-color", "stop-opacity", "color",
    ]
    private static let positions: Set<String> = [
        "id", "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "x2", "y1", "y2", "fx", "fy",
        "points",
        "transform", "offset", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits",
    ]

    /// The attributes to write for one that was read. Throws if it must not be there.
    static func attributes(
        for name: String, _ value: String, of element: String
    ) throws(LogoError) -> [(name: String, value: String)] {
        func allowed(_ name: String, _ value: String) throws(LogoError) -> (name: String, value: String) {
            guard let value = clean(value, isID: name == "id") else { throw .attribute(name, of: element) }
            return (name, value)
        }
        if name == "style" {
            var declared: [(name: String, value: String)] = []
            for declaration in value.split(separator: ";") {
                let parts = declaration.split(separator: ":", maxSplits: 1).map { trimmed($0) }
                if parts.count == 2, paints.contains(parts[0]) { declared.append(try allowed(parts[0], parts[1])) }
            }
            return declared
        }
        if name == "href" || name == "xlink:href" {
            guard gradients.contains(element), value.hasPrefix("#"),
                let id = clean(String(value.dropFirst()), isID: true)
            else { throw .attribute(name, of: element) }
            return [("href", "#\(id)")]
        }
        if name.hasPrefix("on") || name == "src" { throw .attribute(name, of: element) }
        return paints.contains(name) || positions.contains(name) ? [try allowed(name, value)] : []
    }

    /// A value that holds nothing but numbers, names, colours and references to parts of the same drawing. References get the
    /// prefix of logos, so that they meet no other id of a page. `nil` for any other value.
    private static func clean(_ value: String, isID: Bool) -> String? {
        let signs = isID ? Set("_.-".utf8) : Set("#.,+-()% _\n\t\r".utf8)
        guard value.utf8.allSatisfy({ isLetterOrDigit($0) || signs.contains($0) }) else { return nil }
        if isID { return value.isEmpty ? nil : "logo-\(value)" }
        let local = value.replacing("url(#", with: "")
        guard !local.lowercased().contains("url") else { return nil }
        return value.replacing("url(#", with: "url(#logo-")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
