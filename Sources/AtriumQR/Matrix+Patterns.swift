extension Matrix {
    /// Draws all patterns, and keeps the place of the format information.
    mutating func drawPatterns(of version: Version) {
        // The timing, in row 6 and column 6 (ISO/IEC 18004:2015, 6.3.5). The finders cover its ends.
        for index in 0..<size {
            draw(6, index, index.isMultiple(of: 2))
            draw(index, 6, index.isMultiple(of: 2))
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
        drawAlignment(version.alignmentCentres)
        if version.hasVersionInformation { drawVersion(version.information) }
        drawFormat(0)
    }

    /// Draws a finder with the light separator around it (6.3.3, 6.3.4).
    private mutating func drawFinder(_ centreX: Int, _ centreY: Int) {
        for y in max(0, centreY - 4)...min(size - 1, centreY + 4) {
            for x in max(0, centreX - 4)...min(size - 1, centreX + 4) {
                let ring = max(abs(x - centreX), abs(y - centreY))
                draw(x, y, ring != 2 && ring != 4)
            }
        }
    }

    /// Draws the alignment patterns, but none over a finder (6.3.6).
    private mutating func drawAlignment(_ centres: [Int]) {
        for centreY in centres {
            for centreX in centres {
                let (isFirstX, isFirstY) = (centreX == centres.first, centreY == centres.first)
                let (isLastX, isLastY) = (centreX == centres.last, centreY == centres.last)
                if isFirstX && (isFirstY || isLastY) || isLastX && isFirstY { continue }
                for y in centreY - 2...centreY + 2 {
                    for x in centreX - 2...centreX + 2 {
                        draw(x, y, max(abs(x - centreX), abs(y - centreY)) != 1)
                    }
                }
            }
        }
    }

    /// Draws both copies of the version information, each in six by three modules (7.10).
    private mutating func drawVersion(_ information: Int) {
        for bit in 0..<18 {
            let isDark = information >> bit & 1 == 1
            draw(size - 11 + bit % 3, bit / 3, isDark)
            draw(bit / 3, size - 11 + bit % 3, isDark)
        }
    }

    /// Draws both copies of the format information (7.9, annex C), and the module beside them that is always dark.
    ///
    /// - Parameter format: The two bits of the correction, and the three bits of the mask.
    mutating func drawFormat(_ format: Int) {
        let information = (format << 10 | remainder(of: format << 10, by: 0b101_0011_0111)) ^ 0b101_0100_0001_0010
        for bit in 0..<15 {
            let isDark = information >> bit & 1 == 1
            // At the finder on the top left: down column 8, and then along row 8 to the left. The timing is passed over.
            switch bit {
            case 0..<6: draw(8, bit, isDark)
            case 6..<8: draw(8, bit + 1, isDark)
            case 8: draw(7, 8, isDark)
            default: draw(14 - bit, 8, isDark)
            }
            // At the other two finders: along row 8 from the right, and then down column 8.
            if bit < 8 { draw(size - 1 - bit, 8, isDark) } else { draw(8, size - 15 + bit, isDark) }
        }
        draw(8, size - 8, true)
    }
}
