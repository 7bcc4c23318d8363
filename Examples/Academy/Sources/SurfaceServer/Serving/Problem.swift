import Atrium
import AtriumSessions
import AtriumSurfaces
import Hummingbird
import SurfacePages

/// What is answered instead of a page.
struct Problem: Error {
    let status: HTTPResponse.Status
    let title: Words
    let text: Words
    /// After how many seconds it may be tried again; `nil` if time does not help.
    private(set) var retryAfter: Int?

    /// The answer to what does not exist, and to what the reader must not know to exist.
    static let notFound = Problem(
        status: .notFound, title: "Not found",
        text:
            "There is nothing at this address, or it is not open to you. If you followed a link from a message, open the newest one, or ask for another."
    )

    /// The form was not sent by a page of this server for this session.
    static let foreignForm = Problem(
        status: .forbidden, title: "Send the form again",
        text: "The form is too old, or another site sent it. Nothing was done. Open the page again.")

    static let unreadableForm = Problem(
        status: .badRequest, title: "The form cannot be read",
        text: "It arrived incomplete or in another format. Nothing was done. Open the page again.")

    static let tooLarge = Problem(
        status: .contentTooLarge, title: "Too large", text: "The form or its file is too large. Nothing was done.")

    /// Too many attempts. After the seconds it may be tried again.
    static func tooMany(retryAfter seconds: Int) -> Problem {
        let minutes = (seconds + 59) / 60
        var problem = Problem(
            status: .tooManyRequests, title: "Try again later",
            text: "There were too many attempts. Wait \(minutes, "minute", "minutes").")
        problem.retryAfter = seconds
        return problem
    }

    static let usedLink = Problem(
        status: .gone, title: "The link no longer works",
        text: "It was used, or is older than fifteen minutes. Ask for another one.")

    /// The token of a program opens nothing.
    static let unauthorized = Problem(
        status: .unauthorized, title: "The token is missing or unknown",
        text: "Send an access token of the organization: Authorization: Bearer …")

    init(status: HTTPResponse.Status, title: Words, text: Words) {
        (self.status, self.title, self.text) = (status, title, text)
    }

    /// The problem behind an error; `nil` if it is a fault of the program or of the machine.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case is OrganizationError: self = .notFound
        case SessionError.tooMany(let seconds): self = .tooMany(retryAfter: seconds)
        case SessionError.invalidLink: self = .usedLink
        case let error as Obstacle:
            self.init(status: .forbidden, title: "Not open to you", text: error.words)
        case let error as AccessError:
            self.init(status: .forbidden, title: "Not open to you", text: error.words)
        case let error as InvalidFields:
            let faults: [Words] = error.faults.sorted { $0.key < $1.key }.map {
                Words(fault: $0.value, of: Words(verbatim: $0.key))
            }
            let text: Words = faults.isEmpty ? "A part of it cannot be read." : "\(Words(listing: faults))."
            self.init(
                status: .badRequest, title: "The address cannot be read",
                text: "\(text) Correct it, or open the page from another page.")
        case let error as HTTPError where error.status == .notFound: self = .notFound
        case let error as HTTPError:
            self.init(
                status: error.status, title: Words(verbatim: error.status.reasonPhrase),
                text: Words(verbatim: error.body ?? ""))
        case let error as any HTTPResponseError:
            self =
                error.status == .contentTooLarge
                ? .tooLarge : Problem(status: error.status, title: Words(verbatim: error.status.reasonPhrase), text: "")
        default:
            guard let words = SurfaceSession.explanation(of: error) else { return nil }
            self.init(status: .notFound, title: "This cannot be shown", text: words)
        }
    }
}

/// What was asked for is at another address, for this reader.
struct Elsewhere: Error {
    /// The address.
    let path: String
    /// Whether the browser sends the same form again, to this address.
    var keepsForm = false
}
