internal import Atrium
internal import AtriumDrawing

/// A rectangle in the units of a canvas.
struct Box: Sendable, Equatable {
    var x, y, width, height: Double

    init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    var right: Double { x + width }
    var bottom: Double { y + height }
    var middleX: Double { x + width / 2 }
    var middleY: Double { y + height / 2 }

    /// The part of the box between two heights, given as parts of its own height.
    func rows(_ range: ClosedRange<Double>) -> Box {
        Box(x, y + height * range.lowerBound, width, height * (range.upperBound - range.lowerBound))
    }

    /// The part of the box between two places along its width.
    func columns(_ range: ClosedRange<Double>) -> Box {
        Box(x + width * range.lowerBound, y, width * (range.upperBound - range.lowerBound), height)
    }
}

/// One side of a piece: its size, what a printer cuts off around it, and the direction in which it is read.
///
/// Everything is laid out as if it were read from left to right. For a language from right to left, boxes and drawings are
/// mirrored; texts and codes are not.
struct Canvas: Sendable {
    /// The unit of print and of screens.
    enum Unit: String { case millimetres = "mm", pixels = "px" }

    let width, height: Double
    let unit: Unit
    /// The width of the edge that is cut off.
    var bleed = 0.0
    let direction: TextDirection

    var isMirrored: Bool { direction == .rightToLeft }
    /// What stays after the cut.
    var trim: Box { Box(0, 0, width, height) }
    /// What is drawn: the trim and the edge around it.
    var whole: Box { Box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed) }
    /// A hundredth of the shorter side. Margins and letters are measured in it, so that all sizes of a piece look alike.
    var step: Double { min(width, height) / 100 }

    /// Where a box of the layout is on this side.
    func placed(_ box: Box) -> Box {
        isMirrored ? Box(width - box.right, box.y, box.width, box.height) : box
    }

    /// A drawing of the layout, as it is on this side.
    func mirrored(_ drawing: String) -> String {
        isMirrored ? "<g transform=\"translate(\(SVGNumber.text(width)) 0) scale(-1 1)\">\(drawing)</g>" : drawing
    }
}
