public import Atrium

/// Something that people do. A value of the type is what they could do, with everything that has to be said for it.
public protocol Act: Surface {
    /// What happens if the same request comes again.
    static var repetition: Repetition { get }
    /// Whether it ends or takes away something. Pages and commands always ask before such an act, and pages show that it is one.
    static var isDestructive: Bool { get }
    /// What people read on the button that does it. Without another word it is the title.
    static var button: Words { get }
    /// What to ask before it is done; empty if nothing is asked.
    var question: Words { get }
    /// The value with which its form opens: what a place offered, completed by what is true now, for example the present
    /// settings. `offered` is `nil` if nothing is known yet.
    static func initial(
        _ offered: Self?, in service: Provider.Service, for caller: Caller
    ) async throws -> Self?
    /// Does it. Throws ``InvalidFields`` for a fault of a field that only shows now.
    func perform(in service: Provider.Service, for caller: Caller) async throws -> Outcome
}

extension Act {
    public static var isDestructive: Bool { false }
    public static var button: Words { title }
    public var question: Words { "" }

    public static func initial(
        _ offered: Self?, in service: Provider.Service, for caller: Caller
    ) async throws -> Self? { offered }
}

/// What happens if the same request comes again, because an answer was lost or a button was pressed twice.
public enum Repetition: Sendable {
    /// The second time changes nothing, the service refuses it, or its answer takes the place of the first one.
    case harmless
    /// The act stores ``Caller/request`` with what it makes, in the same unit, and makes it once.
    case byRequest
}

/// An act that shows what it would do before it is confirmed.
///
/// The plan is made again for the confirmation. If it then shows anything else than what was confirmed, the new plan is shown
/// and nothing is done. Between the plan and the commit, the service decides: the outcome says what it did.
public protocol PlannedAct: Act {
    /// What would be done.
    associatedtype Plan: Sendable
    /// Finds what would be done. Changes nothing.
    func plan(in service: Provider.Service, for caller: Caller) async throws -> Plan
    /// Shows a plan.
    func preview(of plan: Plan) -> Preview
    /// Does what was planned.
    func perform(_ plan: Plan, in service: Provider.Service, for caller: Caller) async throws -> Outcome
}

extension PlannedAct {
    public func perform(in service: Provider.Service, for caller: Caller) async throws -> Outcome {
        try await perform(plan(in: service, for: caller), in: service, for: caller)
    }
}

/// What an act did.
public struct Outcome: Sendable {
    /// A sentence about all of it.
    public let summary: Words
    /// What happened to each thing, if the act was about several.
    public let lines: [ReportLine]
    /// Why the act stopped before its end; empty if it finished.
    public let stop: Words
    /// Where to go from here.
    public let next: (any Surface)?
    /// A file that the act made.
    public let download: Download?
    /// A text that is shown once, such as a token or an address that opens something.
    public private(set) var secret: String?
    /// Whether it had a secret, which was shown.
    public private(set) var isSecretGone = false
    /// The account that the act made for the caller, who proved its address. The caller is signed in with it, once.
    public private(set) var signsIn: AccountID?

    /// Makes an outcome.
    public init(
        _ summary: Words, lines: [ReportLine] = [], stop: Words = "", next: (any Surface)? = nil,
        download: Download? = nil, secret: String? = nil, signsIn account: AccountID? = nil
    ) {
        (self.summary, self.lines, self.stop) = (summary, lines, stop)
        (self.next, self.download, self.secret, signsIn) = (next, download, secret, account)
    }

    /// The outcome without what is given once.
    var afterwards: Outcome {
        var outcome = self
        outcome.isSecretGone = secret != nil || isSecretGone
        (outcome.secret, outcome.signsIn) = (nil, nil)
        return outcome
    }
}

/// A line of a preview or of an outcome.
public struct ReportLine: Sendable, Hashable {
    /// The number of the line in the input, from 1.
    public let number: Int
    /// What the line is about, as the input or the organization says it.
    public let text: String
    /// How good it is.
    public let tone: Tone
    /// What happens to it.
    public let words: Words

    /// Makes a line.
    public init(_ number: Int, _ text: String, _ tone: Tone, _ words: Words) {
        (self.number, self.text, self.tone, self.words) = (number, text, tone, words)
    }

    /// The same line with another number.
    public func numbered(_ number: Int) -> ReportLine { ReportLine(number, text, tone, words) }
}

extension BulkResult {
    /// Why the act stopped before its end, for an ``Outcome``; empty if it finished.
    public var stopWords: Words {
        guard let error else { return "" }
        return
            "It stopped before the end: \(SurfaceSession.explanation(of: error) ?? "an error happened"). What is done stays. Do it again for the rest."
    }
}
