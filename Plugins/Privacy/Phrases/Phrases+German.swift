internal import Atrium

extension Phrases {
    static let german = Phrases("de", [:])
}
