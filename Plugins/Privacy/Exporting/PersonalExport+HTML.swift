internal import Atrium
internal import AtriumMarkup

/// The page to read. It loads nothing from outside.
extension PersonalExport {
    var html: String {
        let title = language.text("What \(organization) holds of you")
        return """
            <!DOCTYPE html>
            <html lang="\(XMLText.escaped(language.tag))" dir="\(language.direction.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(XMLText.escaped(title))</title>
            <style>
            body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1d2433; background: #fff; font: 16px/1.5 system-ui, sans-serif }
            h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin-top: 2rem }
            .wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
            th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #d9dee8; overflow-wrap: anywhere }
            th { color: #566178; font-weight: 600; white-space: nowrap } p { color: #566178 }
            </style>
            </head>
            <body>
            <h1>\(XMLText.escaped(title))</h1>
            <p>\(XMLText.escaped(language.text(introduction)))</p>
            \(filled.map(section).joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private var introduction: Words {
        """
        Made on \(language.text(madeAt, in: timeZone)). The file data.json has the same for programs, and each table is a file \
        that a spreadsheet opens.
        """
    }

    private func section(of record: PersonalRecord) -> String {
        let heads = record.columns.map { "<th scope=\"col\">\(XMLText.escaped(language.text($0.label)))</th>" }.joined()
        let rows = record.rows.map { row in
            "<tr>\(row.map { "<td dir=\"auto\">\(XMLText.escaped(text(of: $0)))</td>" }.joined())</tr>"
        }
        return """
            <h2>\(XMLText.escaped(language.text(record.title)))</h2>
            <div class="wide" tabindex="0"><table><thead><tr>\(heads)</tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
            """
    }

    private func text(of value: PersonalRecord.Value) -> String {
        switch value {
        case .none: ""
        case .text(let text): text
        case .number(let number): language.text(number, digits: number == number.rounded() ? 0 : 2)
        case .time(let moment): language.text(moment, in: timeZone)
        case .day(let day): language.text(day)
        }
    }
}
