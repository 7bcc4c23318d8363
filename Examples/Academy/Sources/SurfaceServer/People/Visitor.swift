import Atrium
import AtriumSessions
import AtriumSurfaces
import Foundation
import HTTPTypes
import Hummingbird

/// A browser: of somebody who is signed in, or of anybody.
struct Visitor: Sendable {
    /// The session of the person who is signed in.
    let session: Session?
    /// The secret in the cookie of a browser in which nobody is signed in.
    fileprivate let token: String
    /// Whether the browser has to be given the cookie.
    let isNew: Bool

    /// A browser that was not looked up.
    static let unknown = Visitor(session: nil, token: "", isNew: true)

    /// The account that is signed in.
    var account: AccountID? { session?.account }

    /// The secret that each form sends back. It is made from the session or the cookie, so that it need not be stored. It stays
    /// the same when the session gets another token, and it does not reveal the cookie.
    var formToken: String { Secret.text(ofDigest: "form\n\(session?.formSecret ?? token)") }
}

extension Secret {
    /// The beginning of a text's digest, 32 digits and letters.
    static func text(ofDigest text: String) -> String {
        digest(of: text).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// The cookies of the server.
enum Cookie: String {
    /// Somebody who is signed in. The token is new after each sign-in, and from time to time.
    case session
    /// Anybody who opened a form without being signed in. It signs nobody in.
    case visitor
}

extension SurfaceServer {
    /// Who sent a request, and the token that the session got instead of the one in the cookie.
    func visitor(of request: Request) async throws -> (Visitor, replacement: Secret?) {
        if let token = request.cookies[name(of: .session)]?.value, let used = try await sessions.use(token) {
            return (Visitor(session: used.session, token: "", isNew: false), used.replacement)
        }
        if let token = request.cookies[name(of: .visitor)]?.value, token.utf8.count >= 32 {
            return (Visitor(session: nil, token: token, isNew: false), nil)
        }
        return (Visitor(session: nil, token: settings.randomToken(), isNew: true), nil)
    }

    /// A page, with the cookie that its forms need.
    func response(_ html: String, for visitor: Visitor, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(html: html, status: status)
        if visitor.isNew {
            response.headers.append(.init(name: .setCookie, value: cookie(.visitor, visitor.token)))
        }
        return response
    }

    /// The cookie of somebody who is signed in, for as long as the session can last.
    func cookie(of session: Session, _ token: Secret) -> String {
        cookie(.session, token.text, lifetime: Int(session.expiresAt.timeIntervalSince(settings.now())))
    }

    func cookie(_ cookie: Cookie, _ token: String, lifetime: Int = 604_800) -> String {
        "\(name(of: cookie))=\(token); Path=/; Max-Age=\(lifetime); HttpOnly; SameSite=Lax"
            + (settings.isSecure ? "; Secure" : "")
    }

    private func name(of cookie: Cookie) -> String { (settings.isSecure ? "__Host-" : "") + cookie.rawValue }

    /// Whom to count attempts of: the address of the client, which a proxy may name in a header. Of several addresses the last
    /// one counts, because the proxy has written it. All addresses of one IPv6 network are one client.
    func client(of request: Request, _ context: ServerContext) -> String {
        let named = settings.clientAddressHeader.flatMap { request.headers[$0] }?.split(separator: ",").last
        let address = named.map { $0.filter { !$0.isWhitespace } } ?? context.remoteAddress ?? ""
        return Self.client(address)
    }

    /// An address of IPv4 may stand at the end of one of IPv6, and before a port. One of IPv6 has brackets before a port.
    static func client(_ address: String) -> String {
        if let version4 = address.split(separator: ":").first(where: { $0.contains(".") }) {
            return version4.filter { $0 != "[" && $0 != "]" }
        }
        let whole = address.split(separator: "]").first.map { $0.drop { $0 == "[" } } ?? ""
        let head = whole.firstRange(of: "::").map { whole[..<$0.lowerBound] } ?? whole
        return head.split(separator: ":").prefix(4).joined(separator: ":")
    }
}
