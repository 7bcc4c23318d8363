internal import Atrium
internal import AtriumDrawing

/// A teaser: four scenes in 18 seconds, without sound, as an animated SVG.
///
/// The last scene is what a renderer shows that knows no animations, and what people see who asked for less motion. A caption
/// stands below each scene.
struct Teaser {
    /// The formats, in pixels.
    enum Format: String, CaseIterable, Sendable {
        case wide = "16x9"
        case square = "1x1"
    }

    let content: KitContent
    let format: Format
    /// Whether it moves. A preview does not.
    var isAnimated = true

    static let seconds = 18.0

    private struct Scene {
        let large: String
        let small: [String]
        let caption: String
    }

    private var scenes: [Scene] {
        let courses = Array(content.courses.prefix(3))
        return [
            Scene(large: content.headline, small: [content.organization], caption: content.promise),
            Scene(
                large: content.text("What would you like to learn?"), small: courses,
                caption: content.certificates),
            Scene(large: content.date, small: [content.organization], caption: content.firstSteps[0]),
            Scene(
                large: content.shortAddress, small: [content.organization],
                caption: content.text("Open the training platform")),
        ]
    }

    var drawing: Drawing {
        let style = content.design.style
        let palette = Palette(style, content.design.color)
        let isWide = format == .wide
        let canvas = Canvas(
            width: isWide ? 1280 : 1080, height: isWide ? 720 : 1080, unit: .pixels,
            direction: content.language.direction)
        let (width, height) = (canvas.width, canvas.height)
        var drawing = Drawing(canvas)
        drawing.add(Shape.rectangle(canvas.whole, palette.ground))
        let area =
            isWide
            ? Box(width * 0.56, height * 0.08, width * 0.44, height * 0.92)
            : Box(0, height * 0.46, width, height * 0.54)
        let artwork = Artwork(style, palette, in: area, bleed: 0, isFilled: true)
        for (index, layer) in artwork.layers.enumerated() {
            drawing.add(
                shapes: moving(layer, "layer", "animation-delay:\(SVGNumber.text(0.12 * Double(index)))s"))
        }
        let text =
            isWide
            ? Box(width * 0.06, height * 0.1, width * 0.5, height * 0.8)
            : Box(width * 0.08, height * 0.06, width * 0.84, height * 0.38)
        for (index, scene) in scenes.enumerated() {
            let isLast = index == scenes.count - 1
            drawing.add("<g class=\"scene s\(index + 1)\"\(isLast ? "" : " opacity=\"0\"")>")
            add(scene, to: &drawing, in: text, palette)
            if isLast { drawing.add(code: content.address, in: artwork.focus) }
            drawing.add("</g>")
        }
        // How far it is.
        let line = Box(0, height - height * 0.011, width, height * 0.011)
        drawing.add(
            shapes: moving(Shape.rectangle(line, palette.ink), "line", "transform-origin:0 0"))
        return drawing
    }

    /// Shapes that move if the teaser does. A still one has no styles of its own, because pages of a platform refuse them.
    private func moving(_ shapes: String, _ name: String, _ style: String) -> String {
        isAnimated ? "<g class=\"\(name)\" style=\"\(style)\">\(shapes)</g>" : "<g>\(shapes)</g>"
    }

    private func add(_ scene: Scene, to drawing: inout Drawing, in box: Box, _ palette: Palette) {
        let size = drawing.canvas.step
        drawing.add(
            scene.large, in: box.rows(0...0.46), size: size * 11, .headline(content.design.style), palette.ink,
            at: .bottom)
        for (index, line) in scene.small.enumerated() {
            let top = 0.5 + 0.11 * Double(index)
            drawing.add(
                line, in: box.rows(top...top + 0.1), size: size * 4.4, .strong, palette.accent, at: .middle)
        }
        drawing.add(scene.caption, in: box.rows(0.84...1), size: size * 3.5, .text, palette.ink, at: .bottom)
    }

    /// Each scene fades in, stands, and fades out. The drawing builds up in the first two seconds.
    private var style: String {
        let (count, fade) = (scenes.count, 0.5)
        let frames = (0..<count).map { index in
            let (from, until) = (Self.percentage(index, of: count), Self.percentage(index + 1, of: count))
            let soft = 100 * fade / Self.seconds
            let start = index == 0 ? "0%{opacity:0}" : "0%,\(SVGNumber.text(from))%{opacity:0}"
            let end = index == count - 1 ? "" : "\(SVGNumber.text(until))%,100%{opacity:0}"
            let hold =
                "\(SVGNumber.text(from + soft))%,\(SVGNumber.text(index == count - 1 ? 100 : until - soft))%{opacity:1}"
            return "@keyframes s\(index + 1){\(start)\(hold)\(end)}.s\(index + 1){animation-name:s\(index + 1)}"
        }
        let total = SVGNumber.text(Self.seconds)
        return """
            <style>
            .scene,.line{animation-duration:\(total)s;animation-timing-function:linear;animation-fill-mode:both}
            .layer{animation:rise 1.6s cubic-bezier(.2,.7,.2,1) both}
            @keyframes rise{from{opacity:0;transform:translateY(8%)}to{opacity:1;transform:none}}
            .line{animation-name:line}
            @keyframes line{from{transform:scaleX(0)}to{transform:scaleX(1)}}
            \(frames.joined(separator: "\n"))
            @media (prefers-reduced-motion:reduce){.scene,.layer,.line{animation:none}}
            </style>
            """
    }

    private static func percentage(_ index: Int, of count: Int) -> Double { 100 * Double(index) / Double(count) }

    func svg(width: Double? = nil) -> String {
        drawing.svg(
            "\(content.organization): \(content.headline)", language: content.language,
            style: isAnimated ? style : "", width: width)
    }
}
