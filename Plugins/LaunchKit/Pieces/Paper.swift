internal import Atrium

/// A size of paper, in millimetres, upright.
enum Paper: String, Sendable {
    case a5, a4, a3

    var width: Double {
        switch self {
        case .a5: 148
        case .a4: 210
        case .a3: 297
        }
    }

    var height: Double {
        switch self {
        case .a5: 210
        case .a4: 297
        case .a3: 420
        }
    }

    /// A side of this paper with the 3 mm that a printer cuts off.
    func canvas(_ language: Language) -> Canvas {
        Canvas(width: width, height: height, unit: .millimetres, bleed: 3, direction: language.direction)
    }
}

extension Canvas {
    /// The part of a page in which texts stand: 8 hundredths of the width from each edge, and so more than 5 mm on all sizes.
    var page: Box {
        let margin = step * 8
        return Box(margin, margin, width - 2 * margin, height - 2 * margin)
    }
}
