internal import Atrium
internal import AtriumMarkup

/// A certificate as a page for screen and printer. It is in XML syntax and loads nothing from outside.
struct CertificateHTML {
    let svg: CertificateSVG

    var text: String {
        let (content, words) = (svg.content, svg.words)
        let language = XMLText.escaped(content.language)
        let direction = TextDirection(of: words.heading).rawValue
        let facts = svg.facts.map { label, value in
            """
            <dt lang="\(XMLText.escaped(words.language))">\(XMLText.escaped(label))</dt><dd dir="auto">\(XMLText.escaped(value))</dd>
            """
        }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="\(language)" xml:lang="\(language)" dir="\(direction)">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(XMLText.escaped("\(words.heading): \(content.name)"))</title>
            <style>
            @page { size: A4 landscape; margin: 0 }
            body { margin: 0; background: #e9e6de; color: #1f2a44; font: 16px/1.5 system-ui, sans-serif }
            main { max-width: 297mm; margin: 24px auto }
            main > svg { display: block; width: 100%; height: auto; box-shadow: 0 2px 18px rgb(0 0 0 / 25%) }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 24px 16px }
            dt { color: #5c6478 }
            dd { margin: 0; overflow-wrap: anywhere }
            @media print {
            body { background: none }
            main { max-width: none; margin: 0 }
            main > svg { width: 297mm; height: 209.9mm; box-shadow: none }
            dl { display: none }
            * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
            }
            </style>
            </head>
            <body>
            <main>
            \(svg.text)<dl>
            \(facts)
            </dl>
            </main>
            </body>
            </html>

            """
    }
}
