public import Atrium
public import AtriumSessions
import AtriumSurfaces
import Foundation

extension PlainPages {
    /// Where a person is signed in. `current` is the session of the browser that shows the page.
    public func sessions(_ sessions: [Session], current: ID<Session>, formToken: String) -> String {
        let cards = sessions.map { session in
            element(
                "section", ["class": "card"], element("h2", [:], element("bdi", [:], name(of: session))),
                session.id == current
                    ? element("p", [:], element("strong", text: "This device", in: language)) : .empty,
                element("p", text: times(of: session), in: language),
                session.id == current
                    ? .empty
                    : form("/sessions/\(session.id)", formToken, element("button", text: "Sign out", in: language)))
        }
        let everywhere = element("button", ["class": "quiet"], text: "Sign out on all devices", in: language)
        let start = element("p", [:], element("a", ["href": "/"], text: "To the start", in: language))
        return page("Where you are signed in", cards + [form("/sign-out-everywhere", formToken, everywhere), start])
    }

    private func name(of session: Session) -> HTML {
        session.device.isEmpty ? HTML("A device without a name", in: language) : HTML(verbatim: session.device)
    }

    private func times(of session: Session) -> Words {
        let (since, used) = (Day(session.createdAt, in: .gmt), Day(session.usedAt, in: .gmt))
        return "Signed in on \(since), last used on \(used)."
    }

    private func form(_ action: String, _ formToken: String, _ button: HTML) -> HTML {
        element("form", ["method": "post", "action": action], hidden("_token", formToken), button)
    }
}
