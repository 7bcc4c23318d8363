extension Markup {
    /// The text as a fragment of HTML that is also well-formed XML. It has the elements `p h1 h2 h3 ul ol li blockquote pre
    /// code em strong a hr br` and the attributes `href`, `rel` and `start`. Everything else is escaped.
    public var html: String {
        var writer = HTMLWriter()
        for block in blocks { writer.write(block) }
        return writer.html
    }
}

private struct HTMLWriter {
    var html = ""

    mutating func write(_ block: Markup.Block) {
        switch block {
        case .paragraph(let inlines): line("p", inlines)
        case .heading(let level, let inlines): line("h\(level)", inlines)
        case .list(nil, let items): list("<ul>", items, "</ul>")
        case .list(1?, let items): list("<ol>", items, "</ol>")
        case .list(let start?, let items): list("<ol start=\"\(start)\">", items, "</ol>")
        case .quote(let blocks):
            html += "<blockquote>\n"
            for block in blocks { write(block) }
            html += "</blockquote>\n"
        case .code(let text): html += "<pre><code>\(XMLText.escaped(text))</code></pre>\n"
        case .thematicBreak: html += "<hr/>\n"
        }
    }

    private mutating func line(_ element: String, _ inlines: [Markup.Inline]) {
        html += "<\(element)>"
        for inline in inlines { write(inline) }
        html += "</\(element)>\n"
    }

    private mutating func list(_ start: String, _ items: [[Markup.Block]], _ end: String) {
        html += start + "\n"
        for item in items {
            html += "<li>"
            var rest = item[...]
            // The first paragraph of an item has no element of its own, so that it has no margin.
            if case .paragraph(let inlines) = rest.first {
                for inline in inlines { write(inline) }
                rest = rest.dropFirst()
            }
            for block in rest { write(block) }
            html += "</li>\n"
        }
        html += end + "\n"
    }

    private mutating func write(_ inline: Markup.Inline) {
        switch inline {
        case .text(let text): html += XMLText.escaped(text)
        case .emphasis(let inlines): element("<em>", inlines, "</em>")
        case .strong(let inlines): element("<strong>", inlines, "</strong>")
        case .code(let text): html += "<code>\(XMLText.escaped(text))</code>"
        case .link(let inlines, let address):
            element("<a href=\"\(XMLText.escaped(address))\" rel=\"noopener nofollow\">", inlines, "</a>")
        case .lineBreak: html += "<br/>\n"
        }
    }

    private mutating func element(_ start: String, _ inlines: [Markup.Inline], _ end: String) {
        html += start
        for inline in inlines { write(inline) }
        html += end
    }
}
