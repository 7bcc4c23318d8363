public import Atrium

/// Why a design is refused.
public enum LaunchKitError: ExplainedError, Equatable {
    /// The slogan is too long, or not one line that shows.
    case invalidSlogan
    /// The address is not `https://…` or `http://…` of visible ASCII, or too long.
    case invalidAddress
    /// The day is before 1583 or after 9999.
    case invalidDay
    /// Somebody changed the design after it was read. The current revision is named.
    case conflict(current: Int)
    /// The language is none of those in which people read here.
    case unknownLanguage

    public var words: Words {
        switch self {
        case .invalidSlogan: "a slogan has up to 120 characters in one line, at least one that shows; shorten it"
        case .invalidAddress:
            "an address begins with https:// or http:// and has up to 200 visible ASCII characters; correct it"
        case .invalidDay: "a day is from 1583 to 9999; correct it"
        case .conflict(let current):
            "the design was changed since you read it; look at its revision \(current) and make the change there"
        case .unknownLanguage: "the kit is not made in this language; choose one of the list"
        }
    }
}

/// Why a drawing is refused as a logo.
public enum LogoError: ExplainedError, Equatable {
    /// The file is larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The file is not well-formed XML in UTF-8, or uses a document type.
    case unreadable
    /// The drawing has neither a `viewBox` nor a width and a height.
    case noSize
    /// The drawing has more elements, or deeper ones, than a logo needs.
    case tooComplex
    /// An element that a logo must not have: one that runs, loads, links, or writes text in a font that others lack.
    case element(String)
    /// An attribute of an element that a logo must not have.
    case attribute(String, of: String)

    public var words: Words {
        switch self {
        case .tooLarge(let limit): "a logo has at most \(limit) bytes; export it as an optimized SVG"
        case .unreadable: "the file is no SVG that can be read; export the logo again as a plain SVG"
        case .noSize: "the logo says no size; export it with a viewBox"
        case .tooComplex: "the logo has too many elements; export it as an optimized SVG"
        case .element(let name):
            "the logo has an element '\(name)', which is not allowed; export it as a plain SVG, with texts as paths and with styles as attributes"
        case .attribute(let name, let element):
            "the logo has an attribute '\(name)' on '\(element)', which is not allowed; export it as a plain SVG without scripts and links"
        }
    }
}
