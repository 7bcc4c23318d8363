/// Reads the part of XML that a plain SVG is written in, and writes what ``LogoRules`` allows.
///
/// It knows no document types, no entities and no CDATA, so nothing can be defined in a file that means something else later.
struct LogoReader {
    /// The most elements, and the most that are inside each other.
    private static let (mostElements, mostDepth) = (2_000, 32)

    private var rest: Substring.UTF8View
    private var written = ""
    private var viewBox: [Double] = []

    init(_ text: String) {
        var text = text[...].utf8
        // A byte order mark.
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        rest = text
    }

    /// The part that is shown, and the elements inside.
    mutating func read() throws(LogoError) -> (viewBox: [Double], content: String) {
        var open: [String] = []
        var (count, skipped, isEnded) = (0, 0, false)
        while try skipText() {
            if take("</") {
                let name = try name()
                skipBlanks()
                guard take(">"), open.popLast() == name else { throw .unreadable }
                if skipped > 0 { skipped -= 1 } else if !open.isEmpty { written += "</\(name)>" }
                isEnded = open.isEmpty
                continue
            }
            guard take("<"), !isEnded else { throw .unreadable }
            let element = try name()
            count += 1
            guard count <= Self.mostElements, open.count < Self.mostDepth else { throw .tooComplex }
            let attributes = try attributes()
            let isEmpty = take("/>")
            guard isEmpty || take(">") else { throw .unreadable }
            if open.isEmpty {
                guard element == "svg" else { throw .element(element) }
                viewBox = try Self.viewBox(attributes)
                isEnded = isEmpty
            } else if skipped > 0 || LogoRules.leftOut.contains(element) {
                skipped += isEmpty ? 0 : 1
            } else {
                guard LogoRules.elements.contains(element) else { throw .element(element) }
                try write(element, attributes, isEmpty: isEmpty)
            }
            if !isEmpty { open.append(element) }
        }
        guard isEnded else { throw .unreadable }
        return (viewBox, written)
    }

    private mutating func write(
        _ element: String, _ attributes: [(name: String, value: String)], isEmpty: Bool
    ) throws(LogoError) {
        written += "<\(element)"
        // The last value of a name counts. A declaration in `style` overrides an attribute, as in CSS.
        let ordered = attributes.filter { $0.name != "style" } + attributes.filter { $0.name == "style" }
        var values: [(name: String, value: String)] = []
        for attribute in ordered {
            for allowed in try LogoRules.attributes(for: attribute.name, attribute.value, of: element) {
                values.removeAll { $0.name == allowed.name }
                values.append(allowed)
            }
        }
        for (name, value) in values { written += " \(name)=\"\(value)\"" }
        written += isEmpty ? "/>" : ">"
    }

    private static func viewBox(_ attributes: [(name: String, value: String)]) throws(LogoError) -> [Double] {
        let values = Dictionary(attributes.map { ($0.name, $0.value) }) { $1 }
        let box = values["viewBox"].map { text in
            text.split { $0 == " " || $0 == "," || $0.isWhitespace }.compactMap { Double($0) }
        }
        func length(_ name: String) -> Double? {
            values[name].flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
        }
        let numbers = box ?? [0, 0, length("width") ?? 0, length("height") ?? 0]
        guard numbers.count == 4, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }), numbers[2] > 0.001,
            numbers[3] > 0.001
        else { throw .noSize }
        return numbers
    }

    // MARK: - Characters

    /// Skips text, comments and instructions up to the next tag. Returns whether there is one.
    private mutating func skipText() throws(LogoError) -> Bool {
        while let byte = rest.first {
            if byte != UInt8(ascii: "<") {
                rest = rest.dropFirst()
            } else if take("<!--") {
                try skip(to: "-->")
            } else if take("<?") {
                try skip(to: "?>")
            } else if rest.starts(with: "<!".utf8) {
                throw .unreadable
            } else {
                return true
            }
        }
        return false
    }

    private mutating func skip(to end: String) throws(LogoError) {
        while !rest.isEmpty {
            if take(end) { return }
            rest = rest.dropFirst()
        }
        throw .unreadable
    }

    private mutating func attributes() throws(LogoError) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        while true {
            skipBlanks()
            guard let byte = rest.first, byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">") else { return attributes }
            let name = try name()
            skipBlanks()
            guard take("="), !attributes.contains(where: { $0.name == name }) else { throw .unreadable }
            skipBlanks()
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                throw .unreadable
            }
            rest = rest.dropFirst()
            let value = rest.prefix { $0 != quote }
            guard value.endIndex != rest.endIndex, !value.contains(UInt8(ascii: "<")), attributes.count < 100 else {
                throw .unreadable
            }
            rest = rest[value.endIndex...].dropFirst()
            attributes.append((name, String(Substring(value))))
        }
    }

    /// A name of an element or of an attribute: up to 40 letters, digits and `:_.-`.
    private mutating func name() throws(LogoError) -> String {
        let name = rest.prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard (1...40).contains(name.count) else { throw .unreadable }
        rest = rest[name.endIndex...]
        return String(Substring(name))
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }
}
