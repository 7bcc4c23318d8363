internal import Atrium
internal import AtriumMarkup

/// Sides of paper as a page of HTML for a printer. It tells renderers the trim, the bleed and the crop marks, and loads nothing
/// from outside.
struct PrintPage {
    let title: String
    let paper: Paper
    let language: Language
    /// The sides as SVG with a bleed of 3 mm.
    let sides: [String]

    var html: String {
        let (width, height) = (Int(paper.width), Int(paper.height))
        return """
            <!DOCTYPE html>
            <html lang="\(language.tag)">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>\(XMLText.escaped(title))</title>
            <style>
            @page { size: \(width)mm \(height)mm; margin: 0; bleed: 3mm; marks: crop }
            html, body { margin: 0 }
            .side { position: relative; width: \(width)mm; height: \(height)mm; overflow: clip; break-after: page }
            .side:last-child { break-after: auto }
            .side > svg { position: absolute; top: -3mm; left: -3mm; width: \(width + 6)mm; height: \(height + 6)mm }
            * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
            </style>
            </head>
            <body>
            \(sides.map { "<div class=\"side\">\n\($0)</div>" }.joined(separator: "\n"))
            </body>
            </html>

            """
    }
}
