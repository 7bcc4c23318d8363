internal import AtriumDrawing
internal import Foundation

/// Fine ornaments of simple curves, as on banknotes.
enum Guilloche {
    /// A braid of waves along the x axis, `length` long, as path data.
    static func braid(length: Double, amplitude: Double, knots: Int) -> String {
        let half = length / Double(knots)
        var path = ""
        for share in [1, 0.72, 0.44, 0.16, -0.16, -0.44, -0.72, -1] {
            path += wave(from: 0, half: half, count: knots, height: amplitude * share)
        }
        // A second braid, between the knots of the first.
        for share in [0.86, 0.3, -0.3, -0.86] {
            path += wave(from: half / 2, half: half, count: knots - 1, height: amplitude * share)
        }
        return path
    }

    /// Half waves on alternating sides of the axis. Each is a cubic curve close to a sine, and mirrors the one before.
    private static func wave(from start: Double, half: Double, count: Int, height: Double) -> String {
        let (near, far, top) = (SVGNumber.text(half * 0.364), SVGNumber.text(half * 0.636), height * 4 / 3)
        let (up, down, end) = (SVGNumber.text(-top), SVGNumber.text(top), SVGNumber.text(half))
        let rest = (1..<count).map { "s\(far) \($0.isMultiple(of: 2) ? up : down) \(end) 0" }.joined()
        return "M\(SVGNumber.text(start)) 0c\(near) \(up) \(far) \(up) \(end) 0" + rest
    }

    /// A rosette: ellipses turned around a point.
    static func rosette(x: Double, y: Double, long: Double, short: Double, count: Int) -> String {
        (0..<count).map { index in
            let angle = SVGNumber.text(180 * Double(index) / Double(count))
            return """
                <ellipse cx="\(SVGNumber.text(x))" cy="\(SVGNumber.text(y))" rx="\(SVGNumber.text(long))" ry="\(SVGNumber.text(short))" \
                transform="rotate(\(angle) \(SVGNumber.text(x)) \(SVGNumber.text(y)))"/>
                """
        }.joined()
    }

    /// The edge of a seal, or a star: a closed line around a point, with corners at two distances in turn.
    static func star(x: Double, y: Double, outer: Double, inner: Double, points: Int) -> String {
        let corners = (0..<2 * points).map { index in
            let (radius, angle) = (index.isMultiple(of: 2) ? outer : inner, Double.pi * Double(index) / Double(points))
            return "\(SVGNumber.text(x + radius * sin(angle))) \(SVGNumber.text(y - radius * cos(angle)))"
        }
        return "M" + corners.joined(separator: "L") + "Z"
    }
}
