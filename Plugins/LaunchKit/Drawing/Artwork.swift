/// The drawing of a style in a part of a side: layers from the back to the front, and in front a white place for a code or a
/// logo.
struct Artwork {
    let layers: [String]
    /// The place, a square.
    let focus: Box

    /// - Parameters:
    ///   - area: Where the drawing is. It reaches the edges of the area.
    ///   - bleed: How much further shapes go at the bottom and at the sides, where they are cut off.
    ///   - isFilled: Whether something stands in the place.
    init(_ style: KitStyle, _ palette: Palette, in area: Box, bleed: Double, isFilled: Bool) {
        switch style {
        case .portal: self = Self.portal(palette, area, bleed)
        case .rings: self = Self.rings(palette, area)
        case .steps: self = Self.steps(palette, area, bleed, isFilled)
        }
    }

    private init(layers: [String], focus: Box) { (self.layers, self.focus) = (layers, focus) }

    /// Arches within arches. The innermost one is the open door.
    private static func portal(_ palette: Palette, _ area: Box, _ bleed: Double) -> Artwork {
        let outer = min(area.width * 0.54, area.height * 0.72)
        let middle = max(area.middleX + area.width * 0.14, area.right - outer)
        let (base, count) = (area.bottom + bleed, Double(palette.shades.count))
        let layers = palette.shades.enumerated().map { index, shade in
            let part = Double(index) / count
            return Shape.arch(
                middle, half: outer * (1 - 0.6 * part), top: area.y + area.height * 0.46 * part, base: base, shade)
        }
        let (half, top) = (outer * 0.4, area.y + area.height * 0.46)
        let door = Shape.arch(middle, half: half, top: top, base: base, .white)
        // Its upper corners stay under the round of the door.
        let side = min(half * 1.36, (area.bottom - top) * 0.62)
        let focus = Box(middle - side / 2, top + (area.bottom - top - side) * 0.56, side, side)
        return Artwork(layers: layers + [door], focus: focus)
    }

    /// Rings that spread from a bright place, beyond the edges.
    private static func rings(_ palette: Palette, _ area: Box) -> Artwork {
        let radius = min(area.width * 0.56, area.height * 0.76)
        let (x, y) = (max(area.x + area.width * 0.62, area.right - radius), area.y + radius)
        let count = Double(palette.shades.count)
        let layers = palette.shades.enumerated().map { index, shade in
            Shape.circle(x, y, radius * (1 - 0.6 * Double(index) / count), shade)
        }
        let inner = radius * 0.4
        let side = inner * 1.3
        return Artwork(
            layers: layers + [Shape.circle(x, y, inner, .white)], focus: Box(x - side / 2, y - side / 2, side, side))
    }

    /// Stairs that rise in the direction of reading. The place is on the last one.
    private static func steps(_ palette: Palette, _ area: Box, _ bleed: Double, _ isFilled: Bool) -> Artwork {
        let shades = palette.shades.suffix(4)
        let wide = area.width / Double(shades.count)
        let layers = shades.enumerated().map { index, shade in
            let high = area.height * (0.22 + 0.26 * Double(index))
            // A little overlap, so that no line of the ground shows between two stairs.
            let (start, end) = (index == 0 ? bleed : 0, index == shades.count - 1 ? bleed : 0.05)
            return Shape.rectangle(
                Box(area.x + wide * Double(index) - start, area.bottom - high, wide + start + end, high + bleed), shade)
        }
        let side = min(wide * 0.72, area.height * 0.6)
        let card = Box(area.right - (wide + side) / 2, area.y + (wide - side) / 2, side, side)
        let cards = isFilled ? [Shape.rectangle(card, .white, radius: side * 0.06)] : []
        return Artwork(layers: layers + cards, focus: card)
    }
}
