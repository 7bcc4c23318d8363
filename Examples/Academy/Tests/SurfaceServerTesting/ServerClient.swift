public import Atrium
public import HTTPTypes
import Hummingbird
import Logging
public import SurfaceServer
import Synchronization

/// Sends requests to a server in this process, as browsers and programs do.
public struct ServerClient: Sendable {
    /// The address under which the server is reached.
    public static let origin = "http://localhost:8080"

    private let respond: @Sendable (Request, ServerContext) async throws -> Response
    private let platform: Platform
    private let mailed: SignInLinks

    /// A client of a server of a platform that mails its links.
    public init(_ server: SurfaceServer, of platform: Platform, _ links: SignInLinks) {
        let responder = server.router.buildResponder()
        (respond, self.platform) = ({ try await responder.respond(to: $0, context: $1) }, platform)
        mailed = links
    }

    /// The links that people got until now.
    public func links() async throws -> [String] { try await mailed.all(of: platform) }

    /// Sends a request, and reads the whole answer.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: String? = nil
    ) async throws -> ServerAnswer {
        var headers = headers
        if let body { headers[.contentLength] = "\(body.utf8.count)" }
        let request = Request(
            head: .init(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        var logger = Logger(label: "test")
        // Hummingbird reads the identity of a request from here.
        logger[metadataKey: "hb.request.id"] = "test"
        let response = try await respond(request, ServerContext(logger: logger))
        let writer = Writer()
        try await response.body.write(writer)
        return ServerAnswer(status: response.status, headers: response.headers, text: writer.text)
    }

    private final class Writer: ResponseBodyWriter {
        private let written = Mutex<[UInt8]>([])

        var text: String { written.withLock { String(decoding: $0, as: UTF8.self) } }

        func write(_ buffer: ByteBuffer) async throws { written.withLock { $0 += buffer.readableBytesView } }
        func finish(_ trailers: HTTPFields?) async throws {}
    }
}

/// What a server answered.
public struct ServerAnswer: Sendable {
    public let status: HTTPResponse.Status
    public let headers: HTTPFields
    public let text: String

    /// The cookie that the answer sets.
    public var newCookie: String? { headers[.setCookie].map { String($0.prefix { $0 != ";" }) } }

    /// The value of a hidden field of a page.
    public func hidden(_ name: String) -> String? {
        text.split(separator: "name=\"\(name)\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
}
