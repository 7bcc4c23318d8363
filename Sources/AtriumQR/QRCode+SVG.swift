internal import AtriumMarkup

extension QRCode {
    /// The dark modules as the data of one SVG path, in a square of ``size`` units. Each run of dark modules in a row is a
    /// line along its middle. So the path is drawn with a stroke of width 1, which is SVG's default, and it is not filled.
    public var path: String {
        var path = "M0 .5"
        // Where the last line ended.
        var (endX, endY) = (0, 0)
        for y in 0..<size {
            var x = 0
            while x < size {
                guard self[x, y] else {
                    x += 1
                    continue
                }
                let start = x
                while self[x, y] { x += 1 }
                if (start, y) != (endX, endY) { path += "m\(start - endX) \(y - endY)" }
                path += "h\(x - start)"
                (endX, endY) = (x, y)
            }
        }
        return path
    }

    /// The code as a whole SVG, black on white, with the quiet zone of four modules that readers need. It has no width or
    /// height: it fills the room that it is given. It is well-formed XML, and can also stand inside HTML.
    ///
    /// - Parameter label: What the code is for. Screen readers say it instead of the picture.
    public func svg(label: String) -> String {
        let side = size + 8
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 \(side) \(side)" role="img" \
            aria-label="\(XMLText.escaped(label))" shape-rendering="crispEdges">\
            <path fill="#fff" d="M-4-4h\(side)v\(side)h-\(side)z"/><path fill="none" stroke="#000" d="\(path)"/></svg>
            """
    }
}
