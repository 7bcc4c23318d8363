internal import Atrium
internal import AtriumDrawing
internal import AtriumMarkup
internal import AtriumQR
internal import Foundation

/// A certificate as a picture: A4 landscape, in SVG that refers to nothing outside itself.
struct CertificateSVG {
    let content: CertificateContent
    let words: CertificateWords
    let link: String

    private static let width = 1188.0
    private static let height = 840.0
    private static let middle = width / 2
    private static let ink = "#1f2a44"
    private static let soft = "#5c6478"
    private static let gold = "#a07c36"
    private static let paper = "#fffdf7"

    /// The whole document.
    var text: String {
        let language = XMLText.escaped(content.language)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 1188 840" role="img" \
            aria-labelledby="certificate-title certificate-desc" lang="\(language)" xml:lang="\(language)">
            <title id="certificate-title">\(XMLText.escaped("\(words.heading): \(content.name)"))</title>
            <desc id="certificate-desc">\(XMLText.escaped(facts.map { "\($0) \($1)" }.joined(separator: ". ")))</desc>
            <rect width="1188" height="840" fill="\(Self.paper)"/>
            \(frame)
            <svg x="84" y="84" width="1020" height="672" viewBox="84 84 1020 672">
            <g text-anchor="middle" fill="\(Self.ink)" font-family="\(Self.serif)">
            \(statement.joined(separator: "\n"))
            \(seal)
            \(foot.joined(separator: "\n"))
            </g>
            </svg>
            </svg>

            """
    }

    /// What the certificate says, with labels, for people who do not read the picture.
    var facts: [(label: String, value: String)] {
        [
            (words.preface, content.name), (words.achievement, content.title), (words.date, words.day(content.day)),
        ] + (content.validUntil.map { [(words.validUntil, words.day($0))] } ?? []) + [
            (words.issuer, content.issuer), (words.code, content.code.description), (words.verification, link),
        ]
    }

    // MARK: - Words

    private var statement: [String] {
        [
            line(content.issuer, y: 92...134, size: 23, color: Self.soft, spacing: 3),
            line(words.heading, y: 138...218, size: 60, spacing: 1),
            """
            <path d="M404 238H572M616 238H784" stroke="\(Self.gold)" fill="none"/>\
            <path d="\(Guilloche.star(x: Self.middle, y: 238, outer: 9, inner: 4, points: 4))" fill="\(Self.gold)"/>
            """,
            line(words.preface, y: 254...288, size: 20, color: Self.soft, isItalic: true),
            line(content.name, y: 290...368, size: 60),
            "<path d=\"M294 378H894\" stroke=\"\(Self.gold)\" stroke-width=\"0.8\" fill=\"none\"/>",
            line(words.achievement, y: 390...424, size: 20, color: Self.soft, isItalic: true),
            line(content.title, y: 428...524, size: 38),
        ]
    }

    private var foot: [String] {
        let validity = content.validUntil.map { "\(words.validUntil) \(words.day($0))" }
        return [
            line(words.day(content.day), x: 284, width: 320, y: 580...616, size: 24),
            "<path d=\"M144 624H424M764 624H1044\" stroke=\"\(Self.ink)\" stroke-width=\"0.8\" fill=\"none\"/>",
            line(words.date, x: 284, width: 320, y: 630...652, size: 14, color: Self.soft),
            validity.map { line($0, x: 284, width: 320, y: 652...676, size: 15) } ?? "",
            line(words.issuer, x: 904, width: 320, y: 630...652, size: 14, color: Self.soft),
            line(content.issuer, x: 904, width: 320, y: 652...682, size: 17),
            line(content.code.description, width: 720, y: 710...730, size: 13.5, family: Self.monospaced),
            line("\(words.verification) \(link)", width: 720, y: 731...755, size: 12.5, color: Self.soft),
            scannable,
        ]
    }

    /// The link as a QR code, 19 mm wide, in the lower right corner. A link that no QR code holds stands alone.
    private var scannable: String {
        guard let code = try? QRCode(link, correction: .low) else { return "" }
        let (side, x, y) = (76.0, 1026.0, 687.0)
        let scale = side / Double(code.size + 8)
        return """
            <g transform="translate(\(SVGNumber.text(x + 4 * scale)) \(SVGNumber.text(y + 4 * scale))) \
            scale(\(scale))"><path d="M-4-4h\(code.size + 8)v\(code.size + 8)h-\(code.size + 8)z" fill="\(Self.paper)"/>\
            <path d="\(code.path)" fill="none" stroke="#000" shape-rendering="crispEdges"/></g>
            """
    }

    /// A text in the middle of a box, at `size` or at the largest smaller size that fits.
    private func line(
        _ text: String, x: Double = middle, width: Double = 920, y: ClosedRange<Double>, size: Double,
        color: String = ink, isItalic: Bool = false, spacing: Double = 0, family: String? = nil
    ) -> String {
        let fitted = FittedText(
            text, size: size, width: width * (family == nil ? 1 : 0.94), height: y.upperBound - y.lowerBound)
        let leading = fitted.size * FittedText.leading
        let top = (y.lowerBound + y.upperBound - leading * Double(fitted.lines.count)) / 2
        // Other scripts have no italics, and joined letters are not spaced.
        let isEuropean = text.unicodeScalars.allSatisfy { $0.value < 0x500 || $0.value >> 8 == 0x20 }
        let hasRoom = fitted.size == size && TextWidth.ems(text) * size + spacing * Double(text.count) < width
        var style = "fill=\"\(color)\" font-size=\"\(SVGNumber.text(fitted.size))\""
        if isItalic, isEuropean { style += " font-style=\"italic\"" }
        if spacing > 0, isEuropean, hasRoom { style += " letter-spacing=\"\(SVGNumber.text(spacing))\"" }
        if let family { style += " font-family=\"\(family)\"" }
        return fitted.lines.enumerated().map { index, line in
            let base = top + leading * (Double(index) + 0.5) + fitted.size * 0.34
            return """
                <text x="\(SVGNumber.text(x))" y="\(SVGNumber.text(base))" \(style) \
                direction="\(fitted.direction.rawValue)" unicode-bidi="isolate">\(XMLText.escaped(line))</text>
                """
        }.joined(separator: "\n")
    }

    // MARK: - Ornaments

    private var frame: String {
        let (wide, high) = (Self.width - 2 * 50, Self.height - 2 * 50)
        let along = Guilloche.braid(length: wide, amplitude: 15, knots: 64)
        let across = Guilloche.braid(length: high, amplitude: 15, knots: 44)
        let corners = [(50.0, 50.0), (1138, 50), (50, 790), (1138, 790)].map { x, y in
            """
            <rect x="\(SVGNumber.text(x - 21))" y="\(SVGNumber.text(y - 21))" width="42" height="42" \
            fill="\(Self.paper)" stroke="\(Self.gold)"/>
            """ + Guilloche.rosette(x: x, y: y, long: 18, short: 6.5, count: 12)
        }.joined(separator: "\n")
        return """
            <g fill="none" stroke="\(Self.gold)" stroke-width="0.55">
            <rect x="29" y="29" width="1130" height="782" stroke-width="2.2"/>
            <rect x="71" y="71" width="1046" height="698" stroke-width="1.4"/>
            <rect x="76" y="76" width="1036" height="688" stroke="\(Self.ink)" stroke-width="0.6"/>
            <g stroke="\(Self.ink)" stroke-opacity="0.75">
            <path d="\(along)" transform="translate(50 50)"/>
            <path d="\(along)" transform="translate(50 790)"/>
            <path d="\(across)" transform="translate(50 50) rotate(90)"/>
            <path d="\(across)" transform="translate(1138 50) rotate(90)"/>
            </g>
            \(corners)
            <g stroke-opacity="0.2">\(Guilloche.rosette(x: Self.middle, y: 420, long: 312, short: 226, count: 36))</g>
            </g>
            """
    }

    private var seal: String {
        let (x, y) = (Self.middle, 606.0)
        return """
            <g stroke="none" fill="\(Self.ink)">
            <path d="M566 648L548 686L562 681L569 695L590 652Z"/><path d="M622 648L640 686L626 681L619 695L598 652Z"/>
            </g>
            <path d="\(Guilloche.star(x: x, y: y, outer: 66, inner: 60, points: 40))" fill="\(Self.gold)"/>
            <circle cx="594" cy="606" r="54" fill="\(Self.paper)"/>
            <g fill="none" stroke="\(Self.gold)" stroke-width="0.6">
            \(Guilloche.rosette(x: x, y: y, long: 50, short: 26, count: 24))
            </g>
            <circle cx="594" cy="606" r="29" fill="\(Self.gold)"/>
            <circle cx="594" cy="606" r="25.5" fill="none" stroke="\(Self.paper)"/>
            <path d="\(Guilloche.star(x: x, y: y + 1, outer: 19, inner: 7.4, points: 5))" fill="\(Self.paper)"/>
            """
    }

    private static let serif = """
        'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua','URW Palladio L','Noto Serif',Georgia,'Times New Roman',\
        'Noto Naskh Arabic','Geeza Pro','Noto Serif CJK SC','Noto Serif CJK JP','Songti SC',SimSun,'Noto Sans CJK SC',serif
        """
    private static let monospaced = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace"
}
