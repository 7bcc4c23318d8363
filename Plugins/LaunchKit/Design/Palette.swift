/// The colours of a style, made of the organization's colour. Every text stands on `ground` or on white, in `ink` or `accent`; each
/// of these has the contrast that WCAG's level AA asks of small text.
struct Palette {
    /// What everything stands on.
    let ground: KitColor
    /// The colour of running text on the ground.
    let ink: KitColor
    /// The colour of what stands out on the ground: dates and numbers.
    let accent: KitColor
    /// The shades of the drawing, from the one nearest to the ground to the strongest.
    let shades: [KitColor]

    /// The contrast of WCAG's level AA for text of any size.
    static let leastContrast = 4.5

    init(_ style: KitStyle, _ color: KitColor, shades count: Int = 5) {
        let paper = style == .portal ? KitColor(red: 0xFB, green: 0xF7, blue: 0xF0) : .white
        switch style {
        case .portal, .steps:
            ground = paper
            accent = color.darkened(toContrast: Self.leastContrast, on: paper)
            ink = color.mixed(with: .black, 0.55).darkened(toContrast: 10, on: paper)
            // A colour that is almost that of the paper would not be seen.
            let strong = color.contrast(with: paper) >= 1.25 ? color : accent
            shades = (1...count).map { paper.mixed(with: strong, Self.part($0, of: count)) }
        case .rings:
            ground = color
            ink = Self.ink(on: color)
            accent = ink
            let other = color.luminance > 0.75 ? KitColor.black : .white
            shades = (1...count).map { color.mixed(with: other, 0.46 * Double($0) / Double(count)) }
        }
    }

    /// The colours of a page with much text: the ground is light in every style.
    static func reading(_ style: KitStyle, _ color: KitColor) -> Palette {
        Palette(style == .rings ? .steps : style, color)
    }

    /// White, or else a black that has enough contrast on a colour. One of the two always has.
    static func ink(on color: KitColor) -> KitColor {
        color.contrast(with: .white) >= leastContrast ? .white : .black
    }

    private static func part(_ step: Int, of count: Int) -> Double {
        0.14 + 0.86 * Double(step - 1) / Double(max(1, count - 1))
    }
}
