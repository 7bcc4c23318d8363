/// Reads the HTML of ``Markup`` as strictly as possible. Every tag is an allowed one. Tags are closed in order. Each link has
/// an allowed scheme. Text has no mark that is not escaped.
struct HTMLChecker {
    struct Fault: Error, CustomStringConvertible { let description: String }

    private static let elements: Set<String> = [
        "p", "h1", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a",
    ]
    private static let empty: Set<String> = ["<br/>", "<hr/>"]
    private static let entities: Set<String> = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
    private static let schemes = ["https://", "http://", "mailto:"]

    /// Returns the deepest nesting of the elements. Throws the first fault.
    static func check(_ html: String) throws -> Int {
        let bytes = Array(html.utf8)
        var open: [String] = []
        var (index, deepest) = (0, 0)
        func text(upTo end: UInt8) throws -> String {
            guard let last = bytes[index...].firstIndex(of: end) else { throw Fault(description: "no end") }
            defer { index = last + 1 }
            return String(decoding: bytes[index...last], as: UTF8.self)
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                let tag = try text(upTo: UInt8(ascii: ">"))
                if tag.hasPrefix("</") {
                    guard let element = open.popLast(), tag == "</\(element)>" else { throw Fault(description: tag) }
                } else if !empty.contains(tag) {
                    open.append(try name(of: tag))
                    deepest = max(deepest, open.count)
                    if open.count(where: { $0 == "a" }) > 1 { throw Fault(description: "a link in a link") }
                }
            case UInt8(ascii: "&"):
                let entity = try text(upTo: UInt8(ascii: ";"))
                guard entities.contains(entity) else { throw Fault(description: entity) }
            case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): throw Fault(description: "not escaped")
            case 0..<9, 11..<13, 14..<0x20: throw Fault(description: "a control character")
            default: index += 1
            }
        }
        guard open.isEmpty else { throw Fault(description: "\(open) not closed") }
        return deepest
    }

    private static func name(of tag: String) throws -> String {
        let name = String(tag.dropFirst().dropLast())
        if elements.contains(name), name != "a" { return name }
        if let number = tag.wholeMatch(of: /<ol start="([0-9]{1,9})">/), Int(number.1) != 1 { return "ol" }
        guard let link = tag.wholeMatch(of: /<a href="([!-~]+)" rel="noopener nofollow">/),
            schemes.contains(where: { link.1.hasPrefix($0) }), !link.1.contains(/[<>"\\`]/)
        else { throw Fault(description: tag) }
        return "a"
    }
}
