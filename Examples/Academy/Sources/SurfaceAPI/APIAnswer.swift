public import Atrium
internal import AtriumSurfaces

/// An answer of the interface for programs.
public struct APIAnswer: Sendable, Equatable {
    /// The status of HTTP.
    public let status: Int
    /// The body. It is `application/json`, or `application/problem+json` if the status is 400 or more.
    public let body: JSONValue
    /// Whether an act that has begun still reads the body of the request.
    public internal(set) var holdsBody = false

    /// The description of the interface.
    public init(_ document: OpenAPIDocument) { self.init(200, document.json) }

    /// An answer with a body.
    public init(_ status: Int, _ body: JSONValue) { (self.status, self.body) = (status, body) }

    /// A problem as RFC 9457 describes it: the rule that is broken, and the remedy.
    public static func problem(_ status: Int, _ title: String, _ detail: String? = nil, errors: [String: Words] = [:])
        -> APIAnswer
    {
        var body: [String: JSONValue] = ["title": .string(title), "status": .integer(status)]
        if let detail { body["detail"] = .string(detail) }
        if !errors.isEmpty { body["errors"] = .object(errors.mapValues { .string($0.description) }) }
        return APIAnswer(status, .object(body))
    }

    /// The answer to an error; `nil` if the error is a fault of the program or of the machine.
    static func problem(for error: any Error) -> APIAnswer? {
        switch error {
        case let error as InvalidFields:
            error.isUnreadable
                ? problem(400, "The request cannot be read")
                : problem(422, "Some fields are wrong", errors: error.faults)
        case is Obstacle, is AccessError:
            problem(403, "Not allowed", SurfaceSession.explanation(of: error)?.description)
        case let error as CursorError: problem(400, "The cursor cannot be read", error.description)
        default: SurfaceSession.explanation(of: error).map { problem(409, "Refused", $0.description) }
        }
    }
}
