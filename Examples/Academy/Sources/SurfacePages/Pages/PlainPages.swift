public import Atrium
internal import AtriumSurfaces

/// Pages outside an organization: signing in, choosing an organization, and problems.
public struct PlainPages: Sendable {
    /// The name that people read on these pages.
    public let product: String
    /// The language in which the reader reads.
    public let language: Language

    /// Makes pages for a product.
    public init(product: String, language: Language) { (self.product, self.language) = (product, language) }

    /// Asks for an address. `path` is where to go after signing in. `refused` is what somebody wrote that is not an address.
    public func signIn(then path: String? = nil, formToken: String, refused: String? = nil) -> String {
        let alert = element(
            "p", ["class": "alert", "role": "alert"],
            text: "This is not a mail address. Write one such as name@example.com.", in: language)
        return page(
            "Sign in",
            [
                refused == nil ? .empty : alert, paragraph("We mail you a link. There is no password."),
                element(
                    "form", ["class": "card fields", "method": "post", "action": "/sign-in"],
                    addressField(refused), hidden("_token", formToken),
                    path.map { hidden("to", $0) } ?? .empty,
                    element("button", text: "Mail me a link", in: language)),
            ])
    }

    /// Says that a link was mailed, if the address belongs to an account. It says the same if not.
    public func mailed(to address: String) -> String {
        page(
            "Look into your mail",
            [
                paragraph(
                    "If \(address) belongs to an account, a link is on its way. It works once, for fifteen minutes."),
                element("p", [:], element("a", ["href": "/sign-in"], text: "No mail? Ask again", in: language)),
            ])
    }

    /// Asks to confirm, because opening a link changes nothing. In a browser that did not ask for the link, it also asks for
    /// the address to which the link was mailed. `isWrong` says that another address was given.
    public func confirmSignIn(
        _ token: String, formToken: String, asksAddress: Bool, isWrong: Bool = false
    ) -> String {
        let alert = element(
            "p", ["class": "alert", "role": "alert"], text: "The link was mailed to another address.", in: language)
        let help = paragraph("You asked for the link in another browser. To which address did we mail it?")
        return page(
            "Sign in",
            [
                isWrong ? alert : .empty, asksAddress ? help : .empty,
                element(
                    "form", ["class": "card fields", "method": "post", "action": "/sign-in/\(token)"],
                    hidden("_token", formToken), asksAddress ? addressField() : .empty,
                    element("button", text: "Sign in on this device", in: language)),
            ])
    }

    private func addressField(_ text: String? = nil) -> HTML {
        element(
            "div", ["class": "field"], element("label", ["for": "address"], HTML("Address", in: language)),
            void(
                "input",
                [
                    "id": "address", "type": "email", "name": "address", "required": "", "autocomplete": "email",
                    "value": text,
                ]))
    }

    /// The organizations of a person.
    public func organizations(_ organizations: [PageContext.Organization], formToken: String) -> String {
        let links = organizations.map { organization in
            let areas = organization.areas.map { entrance in
                element("li", [:], element("a", ["href": entrance.path], text: entrance.area.title, in: language))
            }
            return element(
                "section", ["class": "card", "aria-label": organization.name],
                element(
                    "h2", [:], element("a", ["href": organization.path], element("bdi", verbatim: organization.name))),
                areas.isEmpty ? .empty : element("ul", ["class": "areas"], areas))
        }
        let out = element(
            "form", ["method": "post", "action": "/sign-out"],
            hidden("_token", formToken),
            element("button", ["class": "quiet"], text: "Sign out", in: language))
        let none = paragraph("You are not a member of an organization.")
        return page("Your organizations", (links.isEmpty ? [none] : links) + [out])
    }

    /// A message, such as a problem with what helps.
    public func message(_ title: Words, _ text: Words) -> String {
        page(
            title,
            [paragraph(text), element("p", [:], element("a", ["href": "/"], text: "To the start", in: language))])
    }

    private func paragraph(_ text: Words) -> HTML { element("p", ["class": "lead"], text: text, in: language) }

    func page(_ title: Words, _ content: [HTML]) -> String {
        let head = element("head", [:], headContent("\(title) · \(product)", in: language))
        let bar = element("div", ["class": "bar"], element("span", ["class": "org"], verbatim: product))
        let body = element(
            "body", [:], element("header", [:], bar),
            element("main", ["id": "main", "class": "plain"], [element("h1", text: title, in: language)] + content))
        return "<!DOCTYPE html>"
            + element("html", ["lang": language.tag, "dir": language.direction.rawValue], head, body).text
    }
}

/// What the head of every page says.
func headContent(_ title: Words, in language: Language) -> [HTML] {
    [
        void("meta", ["charset": "utf-8"]),
        void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        element("title", text: title, in: language), void("link", ["rel": "stylesheet", "href": "/style.css"]),
        // Otherwise browsers ask for /favicon.ico.
        void("link", ["rel": "icon", "href": "data:,"]),
    ]
}
