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
                "tr", [:], element("td", ["class": "n"], verbatim: "\(line.number)"),
                element("td", [:], element("bdi", verbatim: line.text)),
                element("td", ["class": line.tone.rawValue], text: line.words, in: language))
        }
        let sums = Tone.allCases.compactMap { tone -> Words? in
            let count = lines.count { $0.tone == tone }
            return count == 0 ? nil : isDone ? tone.doneSum(count) : tone.sum(count)
        }
        let all: Words = "\(lines.count, "line", "lines"): \(Words(listing: sums))."
        let more: Words = "\(all) The first \(Self.mostLines) are shown."
        let texts: [Words] = ["Line", "What it is about", isDone ? "What happened" : "What happens"]
        let heads = texts.enumerated().map { index, text in
            element("th", ["scope": "col", "class": index == 0 ? "n" : nil], text: text, in: language)
        }
        return element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": language.text("Lines")],
            element(
                "table", ["class": "lines"],
                element("caption", text: lines.count > Self.mostLines ? more : all, in: language),
                element("thead", [:], element("tr", [:], heads)), element("tbody", [:], rows)))
    }
}

extension Tone {
    fileprivate func sum(_ count: Int) -> Words {
        switch self {
        case .good: "\(count) will be done"
        case .neutral: "\(count) unchanged"
        case .warning: "\(count) to look at"
        case .bad: "\(count) to correct"
        }
    }

    fileprivate func doneSum(_ count: Int) -> Words {
        switch self {
        case .good: "\(count) done"
        case .neutral: "\(count) unchanged"
        case .warning: "\(count) to look at"
        case .bad: "\(count) not done"
        }
    }
}
