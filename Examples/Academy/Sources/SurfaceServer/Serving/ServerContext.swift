import Atrium
import HTTPTypes
public import Hummingbird
public import Logging
import Synchronization

/// What is known about a request.
public struct ServerContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The address of the client or of the proxy; `nil` if it is not known.
    let remoteAddress: String?
    /// Where the request went, for the log.
    let place = RequestPlace()
    /// Who sent the request.
    var visitor = Visitor.unknown

    public init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }

    /// A request that no network brought, for tests.
    public init(logger: Logger) {
        struct Tested: RequestContextSource { let logger: Logger }
        coreContext = .init(source: Tested(logger: logger))
        remoteAddress = nil
    }
}

/// The organization and the surface that a request was about. Neither says anything about a person.
final class RequestPlace: Sendable {
    private struct Noted {
        var organization: OrganizationID?
        var surface: String?
        var language: Language?
    }

    private let noted = Mutex(Noted())

    var organization: OrganizationID? { noted.withLock { $0.organization } }
    /// The path of the surface, such as `kernel/members`.
    var surface: String? { noted.withLock { $0.surface } }

    /// The language in which the reader reads there; `nil` outside an organization.
    var language: Language? { noted.withLock { $0.language } }

    func note(_ organization: OrganizationID) { noted.withLock { $0.organization = organization } }
    func note(_ language: Language) { noted.withLock { $0.language = language } }
    func note(surface: String) { noted.withLock { $0.surface = surface } }
}

extension Response {
    init(html: String, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    /// Leads on after a POST.
    static func seeOther(_ path: String, cookies: [String] = []) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path])
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }
}
