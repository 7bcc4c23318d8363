import Testing

@testable import AtriumLaunchKit

struct PaletteTests {
    /// 9 × 9 × 9 colours over the whole cube, and greys.
    private static let colors: [KitColor] = {
        let parts: [UInt8] = [0, 32, 64, 96, 128, 160, 192, 224, 255]
        let cube = parts.flatMap { red in
            parts.flatMap { green in parts.map { KitColor(red: red, green: green, blue: $0) } }
        }
        return cube + (0...255).map { KitColor(red: $0, green: $0, blue: $0) }
    }()

    @Test(arguments: KitStyle.allCases)
    func `every text has the contrast of level AA, whatever colour an organization has`(_ style: KitStyle) {
        for color in Self.colors {
            for palette in [Palette(style, color), Palette.reading(style, color)] {
                #expect(palette.ink.contrast(with: palette.ground) >= 4.5, "\(color)")
                #expect(palette.accent.contrast(with: palette.ground) >= 4.5, "\(color)")
            }
            #expect(Palette.ink(on: color).contrast(with: color) >= 4.5, "\(color)")
        }
    }

    @Test func `contrast is that of WCAG`() {
        let (white, grey) = (KitColor(red: 255, green: 255, blue: 255), KitColor(red: 0x77, green: 0x77, blue: 0x77))
        #expect(abs(white.contrast(with: KitColor(red: 0, green: 0, blue: 0)) - 21) < 0.01)
        #expect(abs(white.contrast(with: grey) - 4.48) < 0.01)
    }

    @Test(arguments: ["", "#12345", "#1234567", "123456", "#12345g", "#+12345", "# 12345", "#١٢٣٤٥٦", "red"])
    func `what is no colour is refused`(_ text: String) { #expect(KitColor(text) == nil) }

    @Test func `a colour is written as it was read`() {
        #expect(KitColor("#0A0b0C")?.description == "#0a0b0c")
    }
}
