internal import AtriumDrawing

/// The elements of which drawings are made.
enum Shape {
    static func rectangle(_ box: Box, _ fill: KitColor, radius: Double = 0) -> String {
        let corner = radius > 0 ? " rx=\"\(SVGNumber.text(radius))\"" : ""
        return """
            <rect x="\(SVGNumber.text(box.x))" y="\(SVGNumber.text(box.y))" width="\(SVGNumber.text(box.width))" \
            height="\(SVGNumber.text(box.height))"\(corner) fill="\(fill)"/>
            """
    }

    static func circle(_ x: Double, _ y: Double, _ radius: Double, _ fill: KitColor) -> String {
        """
        <circle cx="\(SVGNumber.text(x))" cy="\(SVGNumber.text(y))" r="\(SVGNumber.text(radius))" fill="\(fill)"/>
        """
    }

    /// A door with a round top. `half` is half its width, `top` its highest point.
    static func arch(_ x: Double, half: Double, top: Double, base: Double, _ fill: KitColor) -> String {
        let (left, right, spring) = (
            SVGNumber.text(x - half), SVGNumber.text(x + half), SVGNumber.text(top + half)
        )
        let (radius, base) = (SVGNumber.text(half), SVGNumber.text(base))
        return
            "<path d=\"M\(left) \(base)V\(spring)A\(radius) \(radius) 0 0 1 \(right) \(spring)V\(base)Z\" fill=\"\(fill)\"/>"
    }
}
