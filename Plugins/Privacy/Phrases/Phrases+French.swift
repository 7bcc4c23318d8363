internal import Atrium

extension Phrases {
    static let french = Phrases("fr", [:])
}
