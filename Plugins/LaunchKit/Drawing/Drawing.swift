internal import Atrium
internal import AtriumDrawing
internal import AtriumMarkup
internal import AtriumQR

/// Collects what stands on a canvas, and writes it as SVG that refers to nothing outside itself.
struct Drawing {
    /// Where a text stands in its box.
    enum Place { case top, middle, bottom }

    let canvas: Canvas
    private(set) var elements: [String] = []

    init(_ canvas: Canvas) { self.canvas = canvas }

    /// Adds shapes of the layout. They are mirrored with it.
    mutating func add(shapes: String) { elements.append(canvas.mirrored(shapes)) }

    /// Adds elements as they are.
    mutating func add(_ element: String) { elements.append(element) }

    /// Adds a text at the side of a box where reading begins, at `size` or at the largest smaller size that fits. Returns the
    /// box that it fills, from the top of the first line to the bottom of the last one.
    @discardableResult
    mutating func add(
        _ text: String, in box: Box, size: Double, _ typeface: Typeface, _ color: KitColor, at place: Place = .top,
        isCentred: Bool = false
    ) -> Box {
        let leading = Self.leading(of: text, size: size, on: canvas)
        let fitted = FittedText(
            text, size: size, width: box.width / typeface.width, height: box.height, leading: leading)
        let height = fitted.size * leading * Double(fitted.lines.count)
        let free = box.height - height
        let top = box.y + (place == .top ? 0 : place == .middle ? free / 2 : free)
        let placed = canvas.placed(box)
        let (x, anchor) =
            isCentred
            ? (placed.middleX, "middle") : canvas.isMirrored ? (placed.right, "end") : (placed.x, "start")
        // Isolates give each line the direction of its text. The attribute `direction` would turn the anchor around, and not
        // every renderer knows it.
        let isolate = fitted.direction == .rightToLeft ? "\u{2067}" : "\u{2066}"
        for (index, line) in fitted.lines.enumerated() {
            let base = top + fitted.size * (leading * (Double(index) + 0.5) + 0.34)
            elements.append(
                """
                <text x="\(SVGNumber.text(x))" y="\(SVGNumber.text(base))" font-family="\(typeface.family)" \
                font-weight="\(typeface.weight)" font-size="\(SVGNumber.text(fitted.size))" \
                text-anchor="\(anchor)" fill="\(color)">\(isolate)\(XMLText.escaped(line))\u{2069}</text>
                """)
        }
        return Box(box.x, top, box.width, height)
    }

    /// Adds the QR code of an address, dark on white, in a square with its quiet zone. It is not mirrored. An address of 200
    /// bytes always fits a code.
    mutating func add(code address: String, in box: Box) {
        guard let code = try? QRCode(address, correction: .medium) else { return }
        let (placed, side) = (canvas.placed(box), Double(code.size + 8))
        let scale = placed.width / side
        elements.append(
            """
            <g transform="translate(\(SVGNumber.text(placed.x)) \(SVGNumber.text(placed.y))) scale(\(scale))">\
            <path d="M0 0h\(code.size + 8)v\(code.size + 8)h-\(code.size + 8)z" fill="#fff"/>\
            <path d="\(code.path)" transform="translate(4 4)" fill="none" stroke="#000" shape-rendering="crispEdges"/></g>
            """)
    }

    /// Adds a logo in the middle of a box. On a ground that is not light it stands on white.
    mutating func add(_ logo: KitLogo, in box: Box, onWhite isOnWhite: Bool = false) {
        let placed = canvas.placed(box)
        if isOnWhite {
            let edge = canvas.step * 1.6
            let around = Box(placed.x - edge, placed.y - edge, placed.width + 2 * edge, placed.height + 2 * edge)
            elements.append(Shape.rectangle(around, .white, radius: edge * 0.6))
        }
        elements.append(logo.svg(in: placed))
    }

    /// Large letters stand closer. Arabic needs room above and below.
    private static func leading(of text: String, size: Double, on canvas: Canvas) -> Double {
        if TextDirection(of: text) == .rightToLeft { return 1.42 }
        return size >= canvas.step * 6 ? 1.12 : 1.28
    }

    // MARK: - The picture

    /// The picture. `title` says what it is, for people who do not see it. `style` is for pictures that
    /// move. With a `width` in pixels it is that wide, for a preview.
    func svg(_ title: String, language: Language, style: String = "", width: Double? = nil) -> String {
        let whole = canvas.whole
        let size = width.map { ("\(SVGNumber.text($0))", "\(SVGNumber.text($0 * whole.height / whole.width))") }
        let (across, down) = size ?? (length(whole.width), length(whole.height))
        let view = [whole.x, whole.y, whole.width, whole.height].map(SVGNumber.text).joined(separator: " ")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(across)" height="\(down)" viewBox="\(view)" role="img" \
            aria-label="\(XMLText.escaped(title))" direction="ltr" lang="\(language.tag)" xml:lang="\(language.tag)">\(style)
            \(elements.joined(separator: "\n"))
            </svg>

            """
    }

    private func length(_ value: Double) -> String {
        SVGNumber.text(value) + (canvas.unit == .millimetres ? "mm" : "")
    }
}
