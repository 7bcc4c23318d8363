internal import Atrium

/// A banner for a page or a post.
struct Banner {
    /// The sizes that sites ask for, in pixels.
    enum Size: String, CaseIterable, Sendable {
        case post = "1200x627"
        /// The cover of a profile. A portrait stands in the lower left corner, so nothing is said there.
        case cover = "1584x396"
        case page = "1128x191"
        case square = "1080x1080"
        case strip = "728x90"

        var width: Double { numbers[0] }
        var height: Double { numbers[1] }
        private var numbers: [Double] { rawValue.split(separator: "x").compactMap { Double($0) } }
    }

    let content: KitContent
    let size: Size

    var drawing: Drawing {
        let style = content.design.style
        let palette = Palette(style, content.design.color)
        let canvas = Canvas(
            width: size.width, height: size.height, unit: .pixels, direction: content.language.direction)
        var drawing = Drawing(canvas)
        drawing.add(Shape.rectangle(canvas.whole, palette.ground))
        let logo = size == .strip ? nil : content.design.logo
        let artwork = Artwork(style, palette, in: artworkArea, bleed: 0, isFilled: logo != nil)
        for layer in artwork.layers { drawing.add(shapes: layer) }
        if let logo { drawing.add(logo, in: artwork.focus) }
        if size == .strip || size == .page {
            addLines(to: &drawing, palette)
        } else {
            addBlock(to: &drawing, palette)
        }
        return drawing
    }

    /// Name, headline, date and address below each other, in the middle of the height.
    private func addBlock(to drawing: inout Drawing, _ palette: Palette) {
        var sketch = drawing
        let free = textBox.bottom - addBlock(to: &sketch, palette, from: textBox.y)
        addBlock(to: &drawing, palette, from: textBox.y + free / 2)
    }

    /// Adds the block from a height on, and returns where it ends.
    @discardableResult
    private func addBlock(to drawing: inout Drawing, _ palette: Palette, from top: Double) -> Double {
        let (box, step) = (textBox, drawing.canvas.step)
        func part(_ top: Double, _ share: Double) -> Box { Box(box.x, top, box.width, box.height * share) }
        let name = drawing.add(
            content.organization, in: part(top, 0.18), size: step * 4.6, .strong, palette.accent)
        let headline = drawing.add(
            content.headline, in: part(name.bottom + step * 2, 0.48), size: step * 13, .headline(content.design.style),
            palette.ink)
        let date = drawing.add(
            content.date, in: part(headline.bottom + step * 3, 0.1), size: step * 5, .strong, palette.accent)
        return drawing.add(
            content.shortAddress, in: part(date.bottom + step, 0.09), size: step * 4, .text, palette.ink
        ).bottom
    }

    /// Three lines in a low box.
    private func addLines(to drawing: inout Drawing, _ palette: Palette) {
        let box = textBox
        drawing.add(
            content.organization, in: box.rows(0...0.28), size: box.height * 0.2, .strong, palette.accent, at: .middle)
        drawing.add(
            content.headline, in: box.rows(0.3...0.74), size: box.height * 0.38, .headline(content.design.style),
            palette.ink, at: .middle)
        drawing.add(
            "\(content.date) · \(content.shortAddress)", in: box.rows(0.76...1), size: box.height * 0.18, .text,
            palette.ink, at: .middle)
    }

    /// The drawing stands where reading ends; on a square, it stands below.
    private var artworkArea: Box {
        let (width, height) = (size.width, size.height)
        return switch size {
        case .square: Box(0, height * 0.52, width, height * 0.48)
        case .post: Box(width * 0.57, height * 0.06, width * 0.43, height * 0.94)
        case .cover, .page, .strip: Box(width - height * 1.25, 0, height * 1.25, height)
        }
    }

    private var textBox: Box {
        let (width, height) = (size.width, size.height)
        return switch size {
        case .square: Box(width * 0.08, height * 0.07, width * 0.84, height * 0.41)
        case .post: Box(width * 0.06, height * 0.12, width * 0.5, height * 0.76)
        // In the middle, away from the corner of the portrait on either side.
        case .cover: Box(width * 0.3, height * 0.13, width * 0.4, height * 0.74)
        case .page: Box(width * 0.04, height * 0.12, width * 0.72, height * 0.76)
        case .strip: Box(width * 0.03, height * 0.08, width * 0.78, height * 0.84)
        }
    }

    func svg(width: Double? = nil) -> String {
        drawing.svg("\(content.organization): \(content.headline)", language: content.language, width: width)
    }
}
