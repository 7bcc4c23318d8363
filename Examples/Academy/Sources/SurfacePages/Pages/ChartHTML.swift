internal import Atrium
internal import AtriumSurfaces

/// A chart as a drawing, with its values in a table below it.
struct ChartHTML {
    let chart: Chart
    let texts: CellText

    private var language: Language { texts.language }

    private static let (width, height, foot) = (640, 200, 24)

    /// The largest value.
    private let most: Int

    init(chart: Chart, texts: CellText) {
        (self.chart, self.texts) = (chart, texts)
        most = max(1, chart.series.flatMap(\.values).map(\.size).max() ?? 1)
    }

    var html: HTML {
        let drawing = chart.form == .funnel ? funnel : bars
        return element(
            "section", ["class": "card chart"], element("h2", text: chart.title, in: language), drawing,
            element(
                "details", [:], element("summary", text: "As a table", in: language),
                element(
                    "div",
                    [
                        "class": "scroll", "tabindex": "0", "role": "region",
                        "aria-label": language.text("\(chart.title), table"),
                    ], table)))
    }

    private var funnel: HTML {
        let rows = zip(chart.axis, chart.series.first?.values ?? []).map { label, value in
            element(
                "li", [:], element("span", text: label, in: language),
                .trusted("<meter min=\"0\" max=\"\(most)\" value=\"\(value.size)\"></meter>"),
                element("b", verbatim: texts.text(value)))
        }
        return element("ol", ["class": "funnel"], rows)
    }

    /// Bars side by side. A hidden value is a hatched box with its mark, not a bar of height 0.
    private var bars: HTML {
        let step = Double(Self.width) / Double(max(1, chart.axis.count))
        // Names beside each other need space: twelve fit.
        let each = max(1, (chart.axis.count + 11) / 12)
        let thick = step * 0.7 / Double(max(1, chart.series.count))
        var shapes = ""
        for (place, label) in chart.axis.enumerated() {
            let left = Double(place) * step + step * 0.15
            for (index, series) in chart.series.enumerated() where place < series.values.count {
                let value = series.values[place]
                let x = left + Double(index) * thick
                let length = value.isHidden ? 12 : value.size * (Self.height - Self.foot - 20) / most
                let y = Self.height - Self.foot - length
                let title = HTML(
                    verbatim: "\(language.text(label)), \(language.text(series.label)): \(texts.text(value))"
                ).text
                shapes += """
                    <g><title>\(title)</title><rect class="s\(index)\(value.isHidden ? " hidden" : "")" x="\(fixed(x))" \
                    y="\(y)" width="\(fixed(thick * 0.9))" height="\(length)" rx="2"/></g>
                    """
                // A number fits above its bar, unless the bar is thin.
                guard thick >= 18 else { continue }
                shapes += """
                    <text x="\(fixed(x + thick * 0.45))" y="\(y - 5)" text-anchor="middle">\(HTML(verbatim: texts.text(value)).text)\
                    </text>
                    """
            }
            guard place.isMultiple(of: each) else { continue }
            shapes += """
                <text x="\(fixed(left + step * 0.35))" y="\(Self.height - 6)" text-anchor="middle">\
                \(HTML(label, in: language).text)</text>
                """
        }
        let legend = chart.series.enumerated().map { index, series in
            element("li", ["class": "s\(index)"], text: series.label, in: language)
        }
        let svg = """
            <svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(HTML("\(chart.title), \(chart.unit)", in: language).text)">\
            \(shapes)</svg>
            """
        return .join([element("ul", ["class": "legend"], legend), .trusted(svg)])
    }

    private func fixed(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

    private var table: HTML {
        let heads =
            [element("td")]
            + chart.series.map { element("th", ["scope": "col", "class": "n"], text: $0.label, in: language) }
        let rows = chart.axis.enumerated().map { place, label in
            element(
                "tr", [:],
                [element("th", ["scope": "row"], text: label, in: language)]
                    + chart.series.map {
                        element(
                            "td", ["class": "n"],
                            verbatim: texts.text(place < $0.values.count ? $0.values[place] : .none))
                    })
        }
        return element("table", [:], element("thead", [:], element("tr", [:], heads)), element("tbody", [:], rows))
    }
}

extension Cell {
    fileprivate var size: Int {
        switch self {
        case .number(let number): max(0, number)
        case .rate(let part, let total): total == 0 ? 0 : part * 100 / total
        default: 0
        }
    }

    fileprivate var isHidden: Bool { if case .hidden = self { true } else { false } }
}
