internal import Atrium
internal import AtriumSurfaces

extension PageRenderer {
    /// How many lines a page shows. The sums are of all lines.
    private static let mostLines = 500

    /// The lines of a preview or, if it is done, of an outcome, with their sums.
    func lines(_ lines: [ReportLine], isDone: Bool) -> HTML {
        guard !lines.isEmpty else { return .empty }
        let rows = lines.prefix(Self.mostLines).map { line in
            element(
                "tr", [:], element("td", ["class": "n"], text: "\(line.number)"),
                element("td", [:], element("bdi", text: line.text)),
                element("td", ["class": line.tone.rawValue], text: line.words.description))
        }
        let more = lines.count > Self.mostLines ? " The first \(Self.mostLines) are shown." : ""
        let sums = Tone.allCases.compactMap { tone -> String? in
            let count = lines.count { $0.tone == tone }
            return count == 0 ? nil : "\(count) \(isDone ? tone.doneSum : tone.sum)"
        }
        let heads = ["Line", "What it is about", isDone ? "What happened" : "What happens"].enumerated().map {
            index, text in
            element("th", ["scope": "col", "class": index == 0 ? "n" : nil], text: text)
        }
        return element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Lines"],
            element(
                "table", ["class": "lines"],
                element(
                    "caption",
                    text:
                        "\(lines.count) \(lines.count == 1 ? "line" : "lines"): \(sums.joined(separator: ", ")).\(more)"
                ),
                element("thead", [:], element("tr", [:], heads)), element("tbody", [:], rows)))
    }
}

extension Tone {
    fileprivate var sum: String {
        switch self {
        case .good: "will be done"
        case .neutral: "unchanged"
        case .warning: "to look at"
        case .bad: "to correct"
        }
    }

    fileprivate var doneSum: String {
        switch self {
        case .good: "done"
        case .neutral: "unchanged"
        case .warning: "to look at"
        case .bad: "not done"
        }
    }
}
