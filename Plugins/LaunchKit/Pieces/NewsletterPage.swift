internal import Atrium
internal import AtriumMarkup

/// The HTML of a newsletter.
///
/// Nested tables of 600 pixels, styles on the elements, padding on cells only, no picture and no font from outside: so it looks
/// the same in Outlook as in a browser, and mail programs load nothing.
struct NewsletterPage {
    let newsletter: Newsletter

    private var content: KitContent { newsletter.content }
    private var palette: Palette { .reading(content.design.style, content.design.color) }
    private var color: KitColor { content.design.color }
    private var start: String { content.language.direction == .rightToLeft ? "right" : "left" }
    private static let font = "Arial, Helvetica, sans-serif"

    var html: String {
        let ground = palette.ground.mixed(with: .black, 0.04)
        return """
            <!DOCTYPE html>
            <html lang="\(content.language.tag)" dir="\(content.language.direction.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light"/>
            <title>\(escaped(newsletter.subject))</title>
            </head>
            <body style="background-color:\(ground)">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:\(ground)">
            <tr><td align="center" style="padding:24px 0">
            <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
            <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" \
            style="width:100%;max-width:600px;background-color:#ffffff">
            \(rows.joined(separator: "\n"))
            </table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr>
            </table>
            </body>
            </html>

            """
    }

    private var rows: [String] {
        let dark = Palette.ink(on: color)
        return [
            cell(
                line(content.organization, 15, dark, isBold: true), padding: "36px 40px 0 40px", ground: color),
            cell(line(content.headline, 34, dark, isBold: true), padding: "12px 40px 0 40px", ground: color),
            cell(line(content.date, 17, dark), padding: "12px 40px 40px 40px", ground: color),
            cell(
                newsletter.introduction.map { line($0, 17, palette.ink) }.joined(separator: "<br/><br/>"),
                padding: "32px 40px 8px 40px"),
        ] + courses + [
            heading(content.text("How to begin")),
            cell(
                numbered(content.firstSteps), padding: "0 40px 24px 40px"),
            cell(button, padding: "8px 40px 40px 40px"),
        ]
    }

    private var courses: [String] {
        guard !content.courses.isEmpty else { return [] }
        let lines = content.courses.map { line($0, 17, palette.ink) }.joined(separator: "<br/>")
        return [heading(content.text("What you can learn")), cell(lines, padding: "0 40px 16px 40px")]
    }

    private func heading(_ text: String) -> String {
        cell(line(text, 20, accent, isBold: true), padding: "20px 40px 12px 40px")
    }

    /// The colour, dark enough for text on white.
    private var accent: KitColor { color.darkened(toContrast: Palette.leastContrast, on: .white) }

    private func numbered(_ sentences: [String]) -> String {
        let rows = sentences.enumerated().map { index, sentence in
            """
            <tr><td width="36" valign="top" style="padding:4px 0;font-family:\(Self.font);font-size:20px;line-height:26px;\
            font-weight:bold;color:\(accent)">\(content.language.text(index + 1))</td>\
            <td valign="top" style="padding:4px 0">\(line(sentence, 17, palette.ink))</td></tr>
            """
        }.joined(separator: "\n")
        return """
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
            \(rows)
            </table>
            """
    }

    /// A cell that is a button, because Outlook ignores the padding of links.
    private var button: String {
        let ink = Palette.ink(on: color)
        return """
            <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td bgcolor="\(color)" style="padding:14px 28px;background-color:\(color)">\
            <a href="\(escaped(content.address))" style="font-family:\(Self.font);font-size:17px;line-height:24px;font-weight:bold;\
            color:\(ink);text-decoration:none">\(escaped(content.text("Open the training platform")))</a></td></tr></table>
            """
    }

    private func cell(_ inner: String, padding: String, ground: KitColor = .white) -> String {
        """
        <tr><td align="\(start)" bgcolor="\(ground)" style="padding:\(padding);background-color:\(ground);\
        text-align:\(start)">\(inner)</td></tr>
        """
    }

    private func line(_ text: String, _ size: Int, _ color: KitColor, isBold: Bool = false) -> String {
        """
        <span dir="auto" style="font-family:\(Self.font);font-size:\(size)px;line-height:\(size * 4 / 3 + 2)px;\
        \(isBold ? "font-weight:bold;" : "")color:\(color);word-break:break-word">\(escaped(text))</span>
        """
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
