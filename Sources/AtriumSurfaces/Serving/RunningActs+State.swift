public import Atrium

extension RunningActs.State {
    /// Whether the same request must not run again.
    var isLasting: Bool {
        switch self {
        case .running, .ended(.done, _): true
        case .ended, .failed: false
        }
    }

    /// About how many bytes it holds.
    var size: Int {
        guard case .ended(let answer, let input) = self else { return 1_000 }
        let lines =
            switch answer {
            case .done(let outcome): outcome.lines
            case .preview(let preview, _, _): preview.lines
            case .invalid, .refused, .question: [ReportLine]()
            }
        let texts = input.texts.reduce(0) { sum, field in
            sum + field.key.utf8.count + field.value.reduce(200) { $0 + $1.utf8.count + 50 }
        }
        return 1_000 + texts + lines.reduce(0) { $0 + $1.text.utf8.count + 200 }
    }
}

/// The caller has too many acts running.
public struct TooManyActs: ExplainedError {
    public var words: Words { "several of your acts are still running; wait until one has ended" }
}

/// The same identity of a request came with something else to do.
public struct RequestReused: ExplainedError {
    public var words: Words { "this request was sent before with something else; give it a new identity" }
}
