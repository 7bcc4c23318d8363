internal import Atrium
internal import AtriumSurfaces

extension CellText {
    /// A cell as HTML.
    func html(_ cell: Cell) -> HTML {
        var html = HTML.empty
        write(cell, to: &html)
        return html
    }

    func write(_ cell: Cell, to html: inout HTML) {
        switch cell {
        case .state(let words, let tone):
            html.open("span", "class", "chip \(tone.rawValue)")
            html.append(text: words, in: language)
            html.close("span")
        case .hidden(let mark, let why):
            html.append(element("abbr", ["title": language.text(why), "tabindex": "0"], verbatim: mark))
        case .rate(let part, let total) where total > 0:
            html.open("span", "class", "rate")
            html.append(element("meter", ["min": "0", "max": "\(total)", "value": "\(part)"]))
            html.append(verbatim: " \(text(cell))")
            html.close("span")
        case .text(""): html.append(verbatim: "–")
        case .list(let cells) where cells.isEmpty: html.append(verbatim: "–")
        case .list(let cells):
            html.open("span")
            for cell in cells {
                html.open("span", "class", "item")
                write(cell, to: &html)
                html.close("span")
            }
            html.close("span")
        case .text, .member, .team:
            html.open("bdi")
            html.append(verbatim: text(cell))
            html.close("bdi")
        case .moment, .day:
            html.open("span", "class", "time")
            html.append(verbatim: text(cell))
            html.close("span")
        default: html.append(verbatim: text(cell))
        }
    }
}
